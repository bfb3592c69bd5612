using System.Globalization;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Answers;

/// <summary>Reads the answer to "back since when?".</summary>
public static class ReturnDay
{
    private const int LongestAnswer = 40, MostDaysAgo = 60;

    /// <summary>The day that the whole text means, not after <paramref name="today"/> and within a year; null where unclear.</summary>
    public static DateOnly? Read(string text, DateOnly today)
    {
        if (text.Length > LongestAnswer) return null;
        var plain = NormalisedText.Word(text).Trim();
        return ShortAnswers.Read(WithoutReturn(plain)) switch
        {
            ShortAnswer.Today => today,
            ShortAnswer.Yesterday => today.AddDays(-1),
            ShortAnswer.DayBefore => today.AddDays(-2),
            _ => Number(plain, out var rest) is { } first ? OfNumber(plain, first, rest, today) : null,
        };
    }

    // 昨天回来的 is 昨天.
    private static string WithoutReturn(string text)
    {
        foreach (var word in Terms.All(Term.Returned)) text = text.Replace(word, "", StringComparison.Ordinal);
        return text;
    }

    // 3天前, 3月1日, 3/1, 1 March
    private static DateOnly? OfNumber(string text, int first, ReadOnlySpan<char> rest, DateOnly today)
    {
        if (Terms.Begin(rest, Term.Period) is var unit and > 0 && Terms.Value(rest[..unit], Term.Period) == 1)
            return Terms.Begin(rest[unit..].TrimStart(), Term.SaidBefore) > 0 && first is > 0 and <= MostDaysAgo ? today.AddDays(-first) : null;
        if (Terms.At(rest, 0, Term.DateMark) && Number(rest[1..].TrimStart(), out _) is { } day) return Latest(first, day, today);
        return EnglishDates.At(text, 0) is { Date: { Month: > 0 } date } ? Latest(date.Month, date.Day, today) : null;
    }

    /// <summary>The latest such date that is not in the future.</summary>
    private static DateOnly? Latest(int month, int day, DateOnly today)
    {
        if (month is < 1 or > 12 || day < 1) return null;
        foreach (var year in (int[])[today.Year, today.Year - 1])
        {
            if (year < 1 || day > DateTime.DaysInMonth(year, month)) continue;
            var date = new DateOnly(year, month, day);
            if (date <= today) return date;
        }

        return null;
    }

    // One or two digits at the beginning, and what follows behind spaces.
    private static int? Number(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        var end = Math.Min(2, NumberScanner.Run(text, 0));
        rest = text[end..].TrimStart();
        return end > 0 ? int.Parse(text[..end], CultureInfo.InvariantCulture) : null;
    }
}
