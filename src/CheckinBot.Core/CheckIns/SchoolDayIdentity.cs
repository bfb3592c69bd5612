using System.Globalization;

namespace CheckinBot.Core.CheckIns;

/// <summary>Tells schedules apart.</summary>
public static class SchoolDayIdentity
{
    /// <summary>
    /// Everything that tells one schedule from another, as text: units with equal texts share their jobs.
    /// Stable between processes and versions.
    /// </summary>
    public static string Identity(this SchoolDaySchedule schedule) => string.Join(
        ';',
        [
            schedule.TimeZone.Id,
            $"{Time(schedule.Quiet.From)}-{Time(schedule.Quiet.Until)}",
            string.Join(',', schedule.Calendar.Days.Order().Select(day => (int)day)),
            string.Join(',', schedule.Calendar.Holidays.Order().Select(Day)),
            string.Join(',', schedule.Calendar.MakeUpDays.Order().Select(Day)),
            .. schedule.Slots.Select(slot => $"{slot.Id}:{string.Join(',', slot.Events().Select(e => SchoolDayEvent.NameOf(e.Kind) + Time(e.Time)))}"),
        ]);

    private static string Time(TimeOnly time) => time.ToString("HHmm", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
