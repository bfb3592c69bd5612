namespace CheckinBot.Demo.Families;

/// <summary>The day that people live through: waits until a time of it.</summary>
/// <param name="day">The date.</param>
/// <param name="zone">The county's time zone.</param>
/// <param name="time">The demo's clock.</param>
internal sealed class SchoolMorning(DateOnly day, TimeZoneInfo zone, TimeProvider time)
{
    public DateOnly Day => day;

    /// <summary>The instant of a time of this day.</summary>
    public DateTimeOffset Instant(TimeOnly at)
    {
        var local = day.ToDateTime(at);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    /// <summary>Waits until the clock shows this time; returns at once when it has passed.</summary>
    public async Task Until(TimeOnly at, CancellationToken cancellationToken)
    {
        var instant = Instant(at);

        // More than once: the wall clock may stand while a delay goes on.
        while (time.GetUtcNow() is var now && now < instant) await Task.Delay(instant - now, time, cancellationToken);
    }

    /// <summary>Waits as a person does before reacting.</summary>
    public Task Pause(TimeSpan length, CancellationToken cancellationToken) => Task.Delay(length, time, cancellationToken);
}
