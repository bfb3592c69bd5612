using System.Text.RegularExpressions;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Script;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Settings;

/// <summary>
/// Takes settings as people name and write them, in each language: 开始打卡 7点半, School days Monday to Friday. What is not
/// understood goes on as it was typed, and whoever checks it says what is allowed.
/// </summary>
public static partial class SettingWords
{
    /// <summary>The word for nothing in the configuration.</summary>
    private const string Nothing = "none";

    private static readonly string[] NothingWords = ["无", "没有", "不要", "不用", "不需要", "none", "nothing", "no", "冇"];

    private static readonly string[] DefaultWords = ["-", "默认", "恢复默认", "缺省", "预设", "恢复预设", "默认值", "预设值", "default", "restore", "restore the default", "reset"];

    private static readonly HashSet<string> OnWords = ["on", "yes", "开", "打开", "开启", "是", "要", "启用"];

    private static readonly HashSet<string> OffWords = ["off", "no", "关", "关闭", "关掉", "否", "不", "不要", "停用"];

    /// <summary>The key that a text begins with by one of its shown names, and what stands behind it; null where it begins with none.</summary>
    /// <param name="text">A name, or a name and a value.</param>
    /// <param name="keys">The keys that have a name.</param>
    public static (string Key, string Value)? Named(string text, IEnumerable<string> keys)
    {
        var plain = NormalisedText.Word(text.Trim());
        var named = from key in keys
                    from language in Enum.GetValues<Language>()
                    let name = NormalisedText.Word(new Phrases(language).SettingName(key))
                    where plain.StartsWith(name, StringComparison.Ordinal)
                        && (plain.Length == name.Length || !char.IsLetterOrDigit(plain[name.Length]) || name[^1] > 0x2E80)
                    orderby name.Length descending
                    select (key, plain[name.Length..].TrimStart(' ', ':', '=', '是', '为'));
        return named.Select(one => ((string, string)?)one).FirstOrDefault();
    }

    /// <summary>Whether the text asks for the default again.</summary>
    public static bool AsksForDefault(string text) => DefaultWords.Contains(NormalisedText.Word(text.Trim()).Trim('－'));

    /// <summary>The value as the configuration has it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="text">As typed.</param>
    /// <param name="today">The day, for dates without a year.</param>
    public static string Value(string key, string text, DateOnly today)
    {
        var plain = NormalisedText.Word(text.Trim());
        var name = key[(key.LastIndexOf(':') + 1)..];
        if (key == "Groups:Tidy") return OnWords.Contains(plain) ? "on" : OffWords.Contains(plain) ? "off" : text;
        if (NothingWords.Contains(plain)) return Nothing;
        return name switch
        {
            "OpensAt" or "ClosesAt" or "PingTeacherAt" or "EscalateAt" => SpokenTimes.Read(text) is [var time] ? time : text,
            "RemindAt" or "DigestAt" => SpokenTimes.Read(text) is { } times ? string.Join(',', times) : text,
            "QuietHours" => SpokenTimes.Hours(text) ?? text,
            "Days" => SpokenWeekdays.Read(text) ?? text,
            "Holidays" or "MakeUpDays" => SpokenDays.Read(text, today) ?? text,
            "Slots" => Slots(plain) ?? text,
            "MonitorDays" or "RetentionDays" or "EscalateUpMinutes" or "SignOffMinutes" => Number().Match(plain) is { Success: true } match
                ? match.Groups[1].Value
                : text,
            "Language" => SpokenLanguage(plain) ?? text,
            "KeyAreas" or "CrisisLines" => string.Join(',', text.Split(
                ['、', '，', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
            _ => text,
        };
    }

    private static string? Slots(string text)
    {
        (string Id, string[] Words)[] slots =
        [
            (CheckInWindow.Morning, ["morning", "早", "晨", "上午"]),
            (SlotSchedule.NoonId, ["noon", "午检", "中午", "下午", "午"]),
            (SlotSchedule.EveningId, ["evening", "晚"]),
        ];
        var without = text.Replace("上午", "早", StringComparison.Ordinal);
        var told = slots.Where(slot => slot.Words.Any(word => without.Contains(word, StringComparison.Ordinal))).Select(slot => slot.Id).ToList();
        return told.Count == 0 ? null : string.Join(',', told);
    }

    private static string? SpokenLanguage(string text) => text switch
    {
        "简体" or "简体中文" or "简体字" or "simplified" or "simplified chinese" => "zh-Hans",
        "繁体" or "繁体中文" or "正体" or "正体中文" or "繁体字" or "traditional" or "traditional chinese" => "zh-Hant",
        "英文" or "英语" or "english" => "en",
        _ => null,
    };

    [GeneratedRegex("^([0-9]{1,4}) ?(?:天|日|分钟?|days?|minutes?|mins?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
