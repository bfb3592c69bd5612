using System.Globalization;

namespace CheckinBot.Core.CheckIns;

/// <summary>What one unit sets otherwise than the units above it. Null where it says nothing.</summary>
public sealed record SchoolDayOverride
{
    /// <summary>The time zone.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>The days of the week.</summary>
    public IReadOnlySet<DayOfWeek>? Days { get; init; }

    /// <summary>Days without school, in place of those above.</summary>
    public IReadOnlySet<DateOnly>? Holidays { get; init; }

    /// <summary>Make-up days, in place of those above.</summary>
    public IReadOnlySet<DateOnly>? MakeUpDays { get; init; }

    /// <summary>The slots, in place of those above.</summary>
    public IReadOnlyList<SlotSchedule>? Slots { get; init; }
}

/// <summary>Inheritance of the school day down the tree.</summary>
public static class SchoolDayInheritance
{
    /// <summary>The schedule with one unit's own values in place of the inherited ones.</summary>
    public static SchoolDaySchedule With(this SchoolDaySchedule inherited, SchoolDayOverride own) => inherited with
    {
        TimeZone = own.TimeZone ?? inherited.TimeZone,
        Slots = own.Slots ?? inherited.Slots,
        Calendar = inherited.Calendar with
        {
            Days = own.Days ?? inherited.Calendar.Days,
            Holidays = own.Holidays ?? inherited.Calendar.Holidays,
            MakeUpDays = own.MakeUpDays ?? inherited.Calendar.MakeUpDays,
        },
    };

    /// <summary>A unit's schedule: for each value the nearest ancestor that sets it holds, else the default.</summary>
    /// <param name="defaults">The schedule of the configuration.</param>
    /// <param name="fromTheRoot">The overrides from the root of the tree down to the unit itself.</param>
    public static SchoolDaySchedule Inherit(this SchoolDaySchedule defaults, IEnumerable<SchoolDayOverride> fromTheRoot) =>
        fromTheRoot.Aggregate(defaults, With);

    /// <summary>
    /// All that makes a schedule differ from another, as text: units with equal texts share their jobs.
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
