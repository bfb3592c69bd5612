using System.Globalization;
using System.Text.RegularExpressions;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Settings;

/// <summary>Reads days and ranges of days as people write them: 3月1日-3月5日, 10月1日到7日, 2027-03-01, 1-5 March.</summary>
internal static partial class SpokenDays
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The days as the configuration has them (<c>2027-03-01..2027-03-05</c>, joined by commas); null where the text says something else.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="today">A date without a year is the nearest one that has not long been over.</param>
    public static string? Read(string text, DateOnly today)
    {
        var plain = NormalisedText.Word(text).Replace("..", " - ", StringComparison.Ordinal).Trim();
        var ranges = new List<string>();
        var rest = plain;
        foreach (var pattern in (Regex[])[Chinese(), DayFirst(), MonthFirst()])
        {
            var failed = false;
            rest = pattern.Replace(rest, match =>
            {
                if (Range(match, today) is { } range)
                {
                    ranges.Add(range);
                    return "";
                }

                failed = true;
                return match.Value;
            });
            if (failed) return null;
        }

        return ranges.Count > 0 && Between().IsMatch(rest) ? string.Join(',', ranges) : null;
    }

    private static string? Range(Match match, DateOnly today)
    {
        if (Day(match, "1", null, today) is not { } first) return null;
        if (!match.Groups["d2"].Success) return Text(first);
        if (Day(match, "2", first, today) is not { } last) return null;
        if (last < first && !match.Groups["y2"].Success) last = last.AddYears(1);
        return last < first ? null : last == first ? Text(first) : $"{Text(first)}..{Text(last)}";
    }

    // The second date takes the year and the month of the first where it has none: 3月1日到5日. 1-5 March has its month at the end.
    private static DateOnly? Day(Match match, string which, DateOnly? first, DateOnly today)
    {
        var month = Month(match.Groups["m" + which]) ?? first?.Month ?? Month(match.Groups["m2"]);
        if (month is not { } m || !int.TryParse(match.Groups["d" + which].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var d)) return null;
        var year = match.Groups["y" + which] is { Success: true } told ? int.Parse(told.Value, CultureInfo.InvariantCulture)
            : match.Groups["y2"] is { Success: true } later && which == "1" ? int.Parse(later.Value, CultureInfo.InvariantCulture)
            : first?.Year;
        if (m is < 1 or > 12 || d < 1) return null;
        if (year is { } y) return y is > 2000 and < 2100 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
        foreach (var near in (int[])[today.Year, today.Year + 1])
        {
            if (d <= DateTime.DaysInMonth(near, m) && new DateOnly(near, m, d) is var day && day >= today.AddDays(-31)) return day;
        }

        return null;
    }

    private static int? Month(Group group) => !group.Success ? null
        : int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Array.FindIndex(Months, name => group.Value.StartsWith(name, StringComparison.Ordinal)) + 1;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private const string To = " ?(?:-|~|—|到|至|to|until|through) ?";

    private const string Name = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";

    // 2027年3月1日, 2027-03-01, 2027/3/1, 3月1号, 3/1; the end of a range may be the day alone.
    [GeneratedRegex(
        "(?:(?<y1>20[0-9]{2}) ?[年/.-] ?(?<m1>[0-9]{1,2}) ?[月/.-]|(?<m1>[0-9]{1,2}) ?[月/.]) ?(?<d1>[0-9]{1,2})(?![0-9]) ?[日号]?"
        + "(?:" + To + "(?:(?<y2>20[0-9]{2}) ?[年/.-] ?(?<m2>[0-9]{1,2}) ?[月/.-] ?|(?<m2>[0-9]{1,2}) ?[月/.] ?)?(?<d2>[0-9]{1,2})(?![0-9]) ?[日号]?)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    // 1 March, 1-5 March 2027, 1 March to 5 April
    [GeneratedRegex(
        "(?<d1>[0-9]{1,2})(?:st|nd|rd|th)? (?<m1>" + Name + ")(?: (?<y1>20[0-9]{2}))?"
        + "(?:" + To + "(?<d2>[0-9]{1,2})(?:st|nd|rd|th)? (?<m2>" + Name + ")(?: (?<y2>20[0-9]{2}))?)?"
        + "|(?<d1>[0-9]{1,2})(?:st|nd|rd|th)?" + To + "(?<d2>[0-9]{1,2})(?:st|nd|rd|th)? (?<m2>" + Name + ")(?: (?<y2>20[0-9]{2}))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    // March 1, March 1 - 5, March 1 to April 2
    [GeneratedRegex(
        "(?<m1>" + Name + ") (?<d1>[0-9]{1,2})(?:st|nd|rd|th)?(?:,? (?<y1>20[0-9]{2}))?"
        + "(?:" + To + "(?:(?<m2>" + Name + ") )?(?<d2>[0-9]{1,2})(?:st|nd|rd|th)?(?:,? (?<y2>20[0-9]{2}))?)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst();

    [GeneratedRegex("^(?:[\\s,、;和与及]|and)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
