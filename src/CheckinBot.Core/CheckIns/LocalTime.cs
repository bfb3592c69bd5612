namespace CheckinBot.Core.CheckIns;

/// <summary>From a local day and time to an instant and back, daylight saving taken into account.</summary>
public static class LocalTime
{
    /// <summary>
    /// The instant of a local time. A time that the clock skips in spring is the first instant after the gap;
    /// one that it passes twice in autumn is the first of the two: an event is never lost and never comes twice.
    /// </summary>
    public static DateTimeOffset ToInstant(this TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local)) return AfterGap(zone, local);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The local day of an instant.</summary>
    public static DateOnly DayOf(this TimeZoneInfo zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The local time of an instant.</summary>
    public static TimeOnly TimeOf(this TimeZoneInfo zone, DateTimeOffset instant) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    // Gaps start and end on whole minutes, and none is longer than a day.
    private static DateTimeOffset AfterGap(TimeZoneInfo zone, DateTime local)
    {
        var valid = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        while (zone.IsInvalidTime(valid)) valid = valid.AddMinutes(1);
        return new DateTimeOffset(valid, zone.GetUtcOffset(valid)).ToUniversalTime();
    }
}
