using System.Globalization;

namespace CheckinBot.Configuration;

/// <summary>Days from first to last, both included.</summary>
public readonly record struct DateRange(DateOnly First, DateOnly Last)
{
    /// <summary>Each day of the range.</summary>
    public IEnumerable<DateOnly> Days()
    {
        for (var day = First; day <= Last; day = day.AddDays(1)) yield return day;
    }

    /// <summary>Reads <c>2026-10-01</c> or <c>2026-10-01..2026-10-07</c>; null where it is neither.</summary>
    public static DateRange? Parse(string text)
    {
        var ends = text.Split("..", 2);
        return TryDay(ends[0], out var first) && TryDay(ends[^1], out var last) && first <= last && last.DayNumber - first.DayNumber <= 366
            ? new DateRange(first, last)
            : null;
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
