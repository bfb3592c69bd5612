using System.Globalization;

namespace CheckinBot.Core.Texts;

/// <summary>What values a setting may have. One text for the configuration, the command line and <c>/settings</c>.</summary>
public readonly partial record struct Phrases
{
    /// <summary>A value that is not allowed: key, value, what is allowed.</summary>
    public string NotAllowedValue(string key, string? value, string allowed) => Say(
        zhHans: NamesSettings ? $"{SettingName(key)}不能是“{value}”，应为：{allowed}" : $"{key} = '{value}' 不行，应为：{allowed}",
        zhHant: NamesSettings ? $"{SettingName(key)}不能是「{value}」，應為：{allowed}" : $"{key} = '{value}' 不可以，應為：{allowed}",
        en: NamesSettings ? $"{SettingName(key)} cannot be “{value}”. Allowed: {allowed}" : $"{key} = '{value}' is not allowed: {allowed}");

    private string Named(string key) => NamesSettings ? SettingName(key) : key;

    /// <summary>A time.</summary>
    public string AllowedTime => Say(zhHans: "24 小时制的时间，如 07:30", zhHant: "24 小時制的時間，如 07:30", en: "a time of day HH:mm");

    /// <summary>A time or none.</summary>
    public string AllowedTimeOrNone => Say(zhHans: "24 小时制的时间，如 07:30；不要就写“无”", zhHant: "24 小時制的時間，如 07:30；不需要就寫「無」", en: "a time of day HH:mm, or none");

    /// <summary>Hours from, until.</summary>
    public string AllowedHours => Say(zhHans: "从几点到几点，如 21:30-06:30", zhHant: "從幾點到幾點，如 21:30-06:30", en: "hours such as 21:30-06:30");

    /// <summary>A time zone.</summary>
    public string AllowedTimeZone => Say(
        zhHans: "IANA 时区，如 Asia/Shanghai、Asia/Urumqi",
        zhHant: "IANA 時區，如 Asia/Taipei、Asia/Hong_Kong",
        en: "an IANA time zone such as Asia/Shanghai, Asia/Taipei, Asia/Singapore");

    /// <summary>Days of the week.</summary>
    public string AllowedWeekdays => Say(
        zhHans: "星期，如 周一到周五，或 周一、周三、周六",
        zhHant: "星期，如 週一到週五，或 週一、週三、週六",
        en: "weekdays such as Mon-Fri or Mon,Wed,Sat");

    /// <summary>Dates.</summary>
    public string AllowedDates => Say(
        zhHans: "日期，如 3月1日 或 3月1日-3月5日，多个用逗号隔开；没有就写“无”",
        zhHant: "日期，如 3月1日 或 3月1日-3月5日，多個用逗號隔開；沒有就寫「無」",
        en: "a date yyyy-MM-dd or a range yyyy-MM-dd..yyyy-MM-dd");

    /// <summary>Slots.</summary>
    public string AllowedSlots => Say(
        zhHans: "morning、noon、evening 中的几个，各一次，先后不变；evening 只查住校生，不能排第一",
        zhHant: "morning、noon、evening 中的幾個，各一次，先後不變；evening 只查住宿生，不能排第一",
        en: "morning, noon or evening, each once; the evening is for boarders alone and cannot be the first");

    /// <summary>A time after another one.</summary>
    public string AllowedAfter(string key, TimeOnly time) => Say(
        zhHans: $"要晚于 {Named(key)}（{Clock(time)}）",
        zhHant: $"要晚於 {Named(key)}（{Clock(time)}）",
        en: $"a time after {Named(key)} ({Clock(time)})");

    /// <summary>A time not after another one.</summary>
    public string AllowedNotAfter(string key, TimeOnly time) => Say(
        zhHans: $"不能晚于 {Named(key)}（{Clock(time)}）",
        zhHant: $"不能晚於 {Named(key)}（{Clock(time)}）",
        en: $"a time not after {Named(key)} ({Clock(time)})");

    /// <summary>A whole number within limits.</summary>
    public string AllowedWholeNumber(int min, int max) => Say(
        zhHans: $"{min} 到 {max} 之间的整数",
        zhHant: $"{min} 到 {max} 之間的整數",
        en: $"a whole number from {min} to {max}");

    /// <summary>A number within limits.</summary>
    public string AllowedNumber(double min, double max)
    {
        var (low, high) = (min.ToString(CultureInfo.InvariantCulture), max.ToString(CultureInfo.InvariantCulture));
        return Say(zhHans: $"{low} 到 {high} 之间的数", zhHant: $"{low} 到 {high} 之間的數", en: $"a number from {low} to {high}");
    }

    /// <summary>The plausible range.</summary>
    public string AllowedPlausible => Say(
        zhHans: "体温范围，如 35.0-42.0，在 30 到 45 之间",
        zhHant: "體溫範圍，如 35.0-42.0，在 30 到 45 之間",
        en: "a range such as 35.0-42.0, within 30 and 45");

    /// <summary>Key areas.</summary>
    public string AllowedKeyAreas => Say(
        zhHans: "地名，用逗号隔开，可带起止日期，如 湖北 2020-01-23..2020-04-08；没有就写 none",
        zhHant: "地名，用逗號隔開，可帶起迄日期，如 湖北 2020-01-23..2020-04-08；沒有就寫 none",
        en: "names of places, each with its dates where it has any, as in Hubei 2020-01-23..2020-04-08");

    /// <summary>A language.</summary>
    public string AllowedLanguage => Say(zhHans: "zh-Hans、zh-Hant 或 en", zhHant: "zh-Hans、zh-Hant 或 en", en: "zh-Hans, zh-Hant or en");

    /// <summary>Help lines.</summary>
    public string AllowedCrisisLines => Say(
        zhHans: "求助电话，每条有名称和号码，不超过 80 字，用逗号隔开；没有就写“无”",
        zhHant: "求助專線，每條有名稱和號碼，不超過 80 字，用逗號隔開；沒有就寫「無」",
        en: "help lines, each a name and a number in at most 80 characters, separated by commas; or none");

    /// <summary>On or off.</summary>
    public string AllowedOnOff => Say(zhHans: "开或关", zhHant: "開或關", en: "on or off");

    /// <summary>Names of forms.</summary>
    public string AllowedForms => Say(
        zhHans: "表格的名称，用逗号隔开；none 表示全部",
        zhHant: "表格的名稱，用逗號隔開；none 表示全部",
        en: "names of forms, separated by commas; none for all of them");

    /// <summary>A list of objects.</summary>
    public string AllowedObjects => Say(
        zhHans: "JSON 列表，写法同 appsettings.example.json；没有就写 none",
        zhHant: "JSON 清單，寫法同 appsettings.example.json；沒有就寫 none",
        en: "a list in JSON as in appsettings.example.json, or none");

    /// <summary>The name of a rule.</summary>
    public string AllowedRuleId => Say(
        zhHans: "由 a-z、0-9 和 _ 组成的名称，最多 40 个字符",
        zhHant: "由 a-z、0-9 和 _ 組成的名稱，最多 40 個字元",
        en: "a name of a-z, 0-9 and _, at most 40 characters");

    /// <summary>The document of a rule.</summary>
    public string AllowedRuleSource => Say(
        zhHans: "规则所依据的文件，预警里会写明，最多 200 个字符",
        zhHant: "規則所依據的文件，警示裡會寫明，最多 200 個字元",
        en: "the document that the rule is from, as alerts name it, at most 200 characters");

    /// <summary>Names of diseases, as the configuration has them.</summary>
    public string AllowedDiseases => Say(
        zhHans: $"{string.Join('、', Rules.DiseaseName.All)}；用 + 连起来算同类",
        zhHant: $"{string.Join('、', Rules.DiseaseName.All)}；用 + 連起來算同類",
        en: $"{string.Join(", ", Rules.DiseaseName.All)}; those joined by + count together");

    /// <summary>Symptoms that are alike.</summary>
    public string AllowedSymptoms => Say(
        zhHans: "fever、respiratory、digestive、rash、conjunctivitis、jaundice、mumps，或单个症状如 Cough；用 + 连起来算同类",
        zhHant: "fever、respiratory、digestive、rash、conjunctivitis、jaundice、mumps，或單個症狀如 Cough；用 + 連起來算同類",
        en: "fever, respiratory, digestive, rash, conjunctivitis, jaundice, mumps, or a symptom such as Cough; those joined by + are alike");

    /// <summary>The time to report.</summary>
    public string AllowedDeadline => Say(zhHans: "0（立即）到 168 小时", zhHant: "0（立即）到 168 小時", en: "hours from 0 (at once) to 168");

    /// <summary>To whom it is reported.</summary>
    public string AllowedAuthorities => Say(
        zhHans: "cdc（疾控）、education（教育部门）或 none",
        zhHant: "cdc（疾管）、education（教育主管機關）或 none",
        en: "cdc, education or none");

    /// <summary>True or false.</summary>
    public string AllowedTrueFalse => Say(zhHans: "true 或 false", zhHant: "true 或 false", en: "true or false");

    /// <summary>Changes of rules that fire.</summary>
    public string AllowedAlerts(IReadOnlyList<string> rules) => Say(
        zhHans: $"规则=off（不用）或 规则=人数（天数），如 class_cluster_1day=4；规则有：{List(rules)}",
        zhHant: $"規則=off（不用）或 規則=人數（天數），如 class_cluster_1day=4；規則有：{List(rules)}",
        en: $"RULE=off or RULE=PUPILS (or days), such as class_cluster_1day=4, of the rules {List(rules)}");
}
