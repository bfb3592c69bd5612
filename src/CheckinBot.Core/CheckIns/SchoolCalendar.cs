namespace CheckinBot.Core.CheckIns;

/// <summary>
/// Which days are school days: the days of the week, minus holidays, plus make-up days (调休).
/// A make-up day is a school day whatever else the calendar says of it.
/// </summary>
public sealed record SchoolCalendar
{
    // Longer than any vacation; ends the search in a calendar without school days.
    private const int LongestVacationDays = 400;

    private static readonly IReadOnlySet<DayOfWeek> MondayToFriday = new HashSet<DayOfWeek>
    {
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday,
    };

    /// <summary>The days of the week on which school is held. Monday to Friday by default.</summary>
    public IReadOnlySet<DayOfWeek> Days { get; init; } = MondayToFriday;

    /// <summary>Days without school.</summary>
    public IReadOnlySet<DateOnly> Holidays { get; init; } = new HashSet<DateOnly>();

    /// <summary>Days with school although the week or a holiday says otherwise.</summary>
    public IReadOnlySet<DateOnly> MakeUpDays { get; init; } = new HashSet<DateOnly>();

    /// <summary>True where school is held on that day.</summary>
    public bool IsSchoolDay(DateOnly day) =>
        MakeUpDays.Contains(day) || (Days.Contains(day.DayOfWeek) && !Holidays.Contains(day));

    /// <summary>The school day before <paramref name="day"/>; null where there is none within a year.</summary>
    public DateOnly? Previous(DateOnly day) => Search(day, step: -1);

    /// <summary>The school day after <paramref name="day"/>; null where there is none within a year.</summary>
    public DateOnly? Next(DateOnly day) => Search(day, step: 1);

    private DateOnly? Search(DateOnly day, int step)
    {
        for (var distance = 1; distance <= LongestVacationDays; distance++)
        {
            var number = day.DayNumber + (step * distance);
            if (number < DateOnly.MinValue.DayNumber || number > DateOnly.MaxValue.DayNumber) return null;
            var candidate = DateOnly.FromDayNumber(number);
            if (IsSchoolDay(candidate)) return candidate;
        }

        return null;
    }
}
