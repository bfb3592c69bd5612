using System.Globalization;
using System.Text.RegularExpressions;

namespace CheckinBot.Core.Reading.Answers;

/// <summary>Reads the answer to "back since when?".</summary>
public static partial class ReturnDay
{
    /// <summary>The day that the whole text means, not after <paramref name="today"/> and within a year; null where unclear.</summary>
    public static DateOnly? Read(string text, DateOnly today)
    {
        if (text.Length > 40) return null;
        var plain = HalfWidth(text).Trim().ToLowerInvariant();
        var short_ = ShortAnswers.Read(plain.Replace("回来的", "", StringComparison.Ordinal).Replace("回來的", "", StringComparison.Ordinal)
            .Replace("回来", "", StringComparison.Ordinal).Replace("回來", "", StringComparison.Ordinal).Replace("回", "", StringComparison.Ordinal));
        return short_ switch
        {
            ShortAnswer.Today => today,
            ShortAnswer.Yesterday => today.AddDays(-1),
            ShortAnswer.DayBefore => today.AddDays(-2),
            _ => DaysAgo(plain, today) ?? MonthAndDay(plain, today) ?? DayAndMonth(plain, today),
        };
    }

    private static DateOnly? DaysAgo(string text, DateOnly today) =>
        DaysAgoPattern().Match(text) is { Success: true } match && Number(match.Groups[1]) is > 0 and <= 60 and var days ? today.AddDays(-days) : null;

    private static DateOnly? MonthAndDay(string text, DateOnly today) =>
        MonthDayPattern().Match(text) is { Success: true } match ? Latest(Number(match.Groups[1]), Number(match.Groups[2]), today) : null;

    private static DateOnly? DayAndMonth(string text, DateOnly today) =>
        DayMonthPattern().Match(text) is { Success: true } match
        && DateOnly.TryParseExact(
            $"{match.Groups[1].Value} {match.Groups[2].Value[..3]} 2000", "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Latest(day.Month, day.Day, today)
            : null;

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

    /// <summary>Not <c>Normalize</c>, which throws on half a surrogate pair.</summary>
    private static string HalfWidth(string text) =>
        string.Concat(text.Select(letter => letter is >= '\uff01' and <= '\uff5e' ? (char)(letter - 0xfee0) : letter));

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{1,2})\s*(?:天|日|days?)\s*(?:前|ago)", RegexOptions.CultureInvariant)]
    private static partial Regex DaysAgoPattern();

    [GeneratedRegex(@"^([0-9]{1,2})\s*[月./-]\s*([0-9]{1,2})\s*[日号號]?", RegexOptions.CultureInvariant)]
    private static partial Regex MonthDayPattern();

    [GeneratedRegex(@"^([0-9]{1,2})(?:st|nd|rd|th)?\s+((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)", RegexOptions.CultureInvariant)]
    private static partial Regex DayMonthPattern();
}
