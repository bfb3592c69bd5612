using System.Text.RegularExpressions;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Settings;

/// <summary>Reads weekdays as people write them: 周一到周五, 週一、週三, 每天, Monday to Saturday.</summary>
internal static partial class SpokenWeekdays
{
    private static readonly string[] Names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>The days as the configuration has them (<c>Mon-Fri</c>); null where the text says something else.</summary>
    public static string? Read(string text)
    {
        var plain = NormalisedText.Word(text).Trim();
        if (plain is "每天" or "天天" or "every day" or "everyday" or "daily" or "all days" or "一周七天") return "Mon-Sun";
        if (plain is "工作日" or "平日" or "平时" or "weekdays" or "working days") return "Mon-Fri";
        var parts = new List<string>();
        var rest = Pattern().Replace(plain, match =>
        {
            var first = Names[Index(match.Groups["first"].Value)];
            parts.Add(match.Groups["last"].Success ? $"{first}-{Names[Index(match.Groups["last"].Value)]}" : first);
            return "";
        });
        return parts.Count > 0 && Between().IsMatch(rest) ? string.Join(',', parts) : null;
    }

    private static int Index(string day) => day[0] switch
    {
        '日' or '天' or '七' or '7' => 6,
        >= '1' and <= '6' => day[0] - '1',
        >= 'a' and <= 'z' => Array.FindIndex(Names, name => day.StartsWith(name, StringComparison.OrdinalIgnoreCase)),
        _ => "一二三四五六".IndexOf(day[0]),
    };

    private const string Day = "[一二三四五六日天七]|mon(?:day)?s?|tue(?:s|sday)?s?|wed(?:nesday)?s?|thu(?:r|rs|rsday)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?";

    [GeneratedRegex(
        "(?:周|星期|礼拜)?(?<first>" + Day + ")(?: ?(?:到|至|-|~|—|to|through) ?(?:周|星期|礼拜)?(?<last>" + Day + "))?", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex("^(?:[\\s,、;和与及]|and)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
