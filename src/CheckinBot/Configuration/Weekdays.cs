namespace CheckinBot.Configuration;

/// <summary>Weekdays in words: <c>Mon-Fri</c>, <c>Mon,Wed,Sat</c>, <c>Sun-Thu</c>.</summary>
internal static class Weekdays
{
    public static IReadOnlySet<DayOfWeek>? Parse(string text)
    {
        var days = new HashSet<DayOfWeek>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', 2, StringSplitOptions.TrimEntries);
            if (Day(ends[0]) is not { } day || Day(ends[^1]) is not { } last) return null;
            for (days.Add(day); day != last; days.Add(day)) day = (DayOfWeek)(((int)day + 1) % 7);
        }

        return days;
    }

    private static DayOfWeek? Day(string text) => text.ToUpperInvariant() switch
    {
        "MON" or "MONDAY" => DayOfWeek.Monday,
        "TUE" or "TUESDAY" => DayOfWeek.Tuesday,
        "WED" or "WEDNESDAY" => DayOfWeek.Wednesday,
        "THU" or "THURSDAY" => DayOfWeek.Thursday,
        "FRI" or "FRIDAY" => DayOfWeek.Friday,
        "SAT" or "SATURDAY" => DayOfWeek.Saturday,
        "SUN" or "SUNDAY" => DayOfWeek.Sunday,
        _ => null,
    };
}
