using System.Globalization;
using System.Text.RegularExpressions;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Settings;

/// <summary>Reads times of day as people write them: 7点半, 早上7:30, 下午五点, 7.30 am, 5 pm.</summary>
internal static partial class SpokenTimes
{
    /// <summary>The times of a text as <c>HH:mm</c>, in their order; null where anything else stands there.</summary>
    public static IReadOnlyList<string>? Read(string text)
    {
        var plain = NormalisedText.Word(text).Trim();
        var times = new List<string>();
        var rest = Pattern().Replace(plain, match =>
        {
            if (Time(match) is not { } time) return match.Value;
            times.Add(time.ToString("HH:mm", CultureInfo.InvariantCulture));
            return "";
        });
        return times.Count > 0 && Between().IsMatch(rest) ? times : null;
    }

    /// <summary>Hours from, until: <c>21:30-06:30</c>; null where the text is no such thing.</summary>
    public static string? Hours(string text) => Read(text) is [var from, var until] ? $"{from}-{until}" : null;

    private static TimeOnly? Time(Match match)
    {
        var hour = Number(match.Groups["hour"].Value);
        var minute = match.Groups["half"].Success ? 30
            : match.Groups["quarter"].Success ? 15 * Number(match.Groups["quarter"].Value[..1])
            : match.Groups["minute"].Success ? Number(match.Groups["minute"].Value)
            : 0;
        var part = match.Groups["part"].Value + match.Groups["after"].Value;
        var isAfternoon = part.Length > 0 && (part.Contains('下') || part.Contains('晚') || part.Contains('傍') || part.Contains('夜')
            || part.Contains("中午", StringComparison.Ordinal) || part.Contains('p'));
        if (isAfternoon && hour is >= 1 and < 12 && !(part.Contains("中午", StringComparison.Ordinal) && hour > 9)) hour += 12;
        if (part.Contains('a') && hour == 12) hour = 0;
        return hour is >= 0 and < 24 && minute is >= 0 and < 60 ? new TimeOnly(hour, minute) : null;
    }

    private static int Number(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        var (tens, ones, seen) = (0, 0, false);
        foreach (var sign in text)
        {
            if (sign == '十') (tens, ones, seen) = (seen ? ones * 10 : 10, 0, true);
            else if ("零一二三四五六七八九".IndexOf(sign) is >= 0 and var digit) (ones, seen) = (digit, true);
            else if (sign == '两') (ones, seen) = (2, true);
            else return -1;
        }

        return seen ? tens + ones : -1;
    }

    private const string Numeral = "[0-9]{1,2}|[零一二两三四五六七八九十]{1,3}";

    [GeneratedRegex(
        "(?<part>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|[早晚](?=[0-9]))? ?(?<hour>" + Numeral + ")"
        + " ?(?:[:点时.] ?(?:(?<half>半)|(?<quarter>[一三]刻)|(?<minute>[0-9]{2}|[零一二三四五六七八九十]{2,3}) ?分?|整)?|(?= ?[ap]\\.?m))"
        + "(?<after> ?[ap]\\.?m\\.?)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex("^(?:[\\s,、;~\\-—和与及到至]|and|to|until|till)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
