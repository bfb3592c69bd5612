using System.Globalization;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Texts;

/// <summary><c>/settings</c>, <c>/looks</c>, and the choice among several units.</summary>
public readonly partial record struct Phrases
{
    /// <summary>Several units are possible.</summary>
    public string WhichUnit => Say("您有几个岗位，这次是哪一个？", "您有好幾個職務，這次是哪一個？", "You have several posts. Which one is it about?");

    /// <summary>Only officers may.</summary>
    public string SettingsNotForYou => Say(
        "设置由学校管理员或上级负责人修改。", "設定由學校管理者或上級負責人修改。", "Settings are for the school's officer and for those who answer for the units above.");

    /// <summary>Heading of the list.</summary>
    public string SettingsOf(string unit) => Say($"⚙️ {unit} 的设置", $"⚙️ {unit} 的設定", $"⚙️ Settings of {unit}");

    /// <summary>A setting, its value, and where it comes from; null for the configuration.</summary>
    public string SettingLine(string name, string value, string? from) => from is null
        ? Say($"{name}：{value}（默认）", $"{name}：{value}（預設）", $"{name}: {value} (default)")
        : Say($"{name}：{value}（来自 {from}）", $"{name}：{value}（來自 {from}）", $"{name}: {value} (from {from})");

    /// <summary>Below the list.</summary>
    public string SettingsUsage => Say(
        "点一项修改，或发：/settings 名称 值。例如 /settings 开始打卡 7点半。发 /settings 名称 默认 就恢复默认。",
        "點一項修改，或傳：/settings 名稱 值。例如 /settings 開始回報 7點半。傳 /settings 名稱 預設 就恢復預設。",
        "Press one to change it, or send /settings NAME VALUE, such as /settings Opens 7:30. /settings NAME default restores the default.");

    /// <summary>Below the list of a unit at which the user has no post, because a typed command would be about their own unit.</summary>
    public string SettingsUsageBelow => Say("点一项修改。", "點一項修改。", "Press one to change it.");

    /// <summary>How a setting is changed.</summary>
    public string SettingHow(string key, bool byButton) => byButton
        ? Say("点一个选项，或直接发新的值。", "點一個選項，或直接傳新的值。", "Choose one, or send another value.")
        : Say($"请发新的值{Such(key)}；不改就发 /cancel", $"請傳新的值{Such(key)}；不改就傳 /cancel", $"Send the new value{Such(key)}, or /cancel.");

    // An example of what may be typed; empty where the present value shows it.
    private string Such(string key) => key switch
    {
        "SchoolDay:RemindAt" or "SchoolDay:DigestAt" => Say("，如 7点半、8点", "，如 7點半、8點", " such as 7:30, 8:15"),
        "SchoolDay:QuietHours" => Say("，如 晚上9点半到早上6点半", "，如 晚上9點半到早上6點半", " such as 9:30 pm to 6:30 am"),
        "SchoolDay:Holidays" or "SchoolDay:MakeUpDays" => Say("，如 3月1日-3月5日", "，如 3月1日-3月5日", " such as 1-5 March"),
        "Rules:KeyAreas" => Say("，如 武汉、长春", "，如 武漢、長春", " such as Wuhan, Changchun"),
        "Texts:CrisisLines" => Say("，如 心理援助热线 12356", "，如 安心專線 1925", " such as Samaritans 116 123"),
        _ => "",
    };

    /// <summary>What a setting covers, where its name does not say so; empty for most.</summary>
    public string SettingNote(string key) => key == "Privacy:RetentionDays"
        ? Say(
            "\n到期清除：打卡、预警、免催、查看记录。对话和收发记录不属于某个单位，按系统的时间清除。汇总数字一直保留。",
            "\n到期清除：回報、警示、免催、查看紀錄。對話和收發紀錄不屬於某個單位，依系統的時間清除。彙整數字一直保留。",
            "\nWhat goes then: check-ins, alerts, waivers, the log of looks. "
                + "Dialogs and messages in transit belong to no unit and go by the system's own time. The numbers of digests stay.")
        : "";

    /// <summary>Changed.</summary>
    public string SettingChanged(string line) => Say($"✅ 已改，马上生效\n{line}", $"✅ 已更改，立即生效\n{line}", $"✅ Changed, and in force at once\n{line}");

    /// <summary>The typed key fits no setting, or several.</summary>
    public string UnknownSetting(string typed, string nearest)
    {
        if (!NamesSettings)
            return Say($"没有“{typed}”这个设置，您是说 {nearest} 吗？", $"沒有「{typed}」這個設定，您是說 {nearest} 嗎？", $"{typed} is not a known key: did you mean {nearest}?");
        // Only what begins alike is offered; anything farther off misleads.
        var last = nearest[(nearest.LastIndexOf(':') + 1)..];
        return typed.Length > 2 && last.StartsWith(typed[..3], StringComparison.OrdinalIgnoreCase)
            ? Say(
                $"没有“{typed}”这个设置，您是说“{SettingName(nearest)}”吗？", $"沒有「{typed}」這個設定，您是說「{SettingName(nearest)}」嗎？",
                $"There is no setting “{typed}”: did you mean {SettingName(nearest)}?")
            : Say(
                $"没有“{typed}”这个设置，名称请照 /settings 里的写。", $"沒有「{typed}」這個設定，名稱請照 /settings 裡的寫。",
                $"There is no setting “{typed}”. Please use the names that /settings shows.");
    }

    /// <summary>Button: take the unit's own value away.</summary>
    public string SettingTakeAwayButton => Say("恢复默认", "恢復預設", "Restore the default");

    /// <summary>Button: the list again.</summary>
    public string AllSettingsButton => Say("全部设置", "全部設定", "All settings");

    /// <summary>Button: the units right below.</summary>
    public string SettingsBelowButton => Say("⬇️ 下级单位", "⬇️ 下級單位", "⬇️ Units below");

    /// <summary>Which unit below?</summary>
    public string SettingsBelow(string unit) => Say($"{unit}：看哪个下级单位的设置？", $"{unit}：看哪個下級單位的設定？", $"{unit}: settings of which unit below?");

    /// <summary>What a setting is called; its key where it has no name of its own.</summary>
    public string SettingName(string key) => key switch
    {
        "SchoolDay:OpensAt" => Say("开始打卡", "開始回報", "Opens"),
        "SchoolDay:RemindAt" => Say("提醒家长", "提醒家長", "Reminders"),
        "SchoolDay:PingTeacherAt" => Say("告知班主任", "告知班導師", "Teacher told"),
        "SchoolDay:EscalateAt" => Say("告知学校", "告知學校", "School told"),
        "SchoolDay:DigestAt" => Say("汇总上报", "彙整上報", "Digests"),
        "SchoolDay:ClosesAt" => Say("截止", "截止", "Closes"),
        "SchoolDay:Slots" => Say("每天几检", "每天幾檢", "Check-ins a day"),
        "SchoolDay:QuietHours" => Say("免打扰", "勿擾時段", "Quiet hours"),
        "SchoolDay:Days" => Say("上学日", "上課日", "School days"),
        "SchoolDay:Holidays" => Say("放假", "放假", "Holidays"),
        "SchoolDay:MakeUpDays" => Say("调休上学", "補課日", "Make-up days"),
        "Rules:KeyAreas" => Say("重点地区", "重點地區", "Key areas"),
        "Rules:Alerts" => Say("预警人数", "警示人數", "Alert figures"),
        "Rules:Clusters" => Say("预警规则", "警示規則", "Alert rules"),
        "Rules:MayRelax" => Say("允许下级放宽", "允許下級放寬", "Units below may relax"),
        "Rules:MonitorDays" => Say("随访天数", "追蹤天數", "Days followed"),
        "Privacy:RetentionDays" => Say("保留天数", "保留天數", "Days kept"),
        "Texts:Language" => Say("群里的语言", "群組語言", "Group language"),
        "Groups:NumbersFrom" => Say("群里带健康数字的人数下限", "群組含健康數字的人數下限", "Health numbers in groups from"),
        "Texts:CrisisLines" => Say("求助电话", "求助專線", "Crisis lines"),
        "Groups:Tidy" => Say("新群自动清理", "新群組自動清理", "Tidy new groups"),
        "Forms:Offered" => Say("可用表格", "可用表格", "Forms offered"),
        _ => key,
    };

    /// <summary>A value as people read it.</summary>
    public string SettingValue(string key, string value)
    {
        var phrases = this;
        return (key, value) switch
        {
            ("Forms:Offered", "none") => Say("全部", "全部", "all"),
            (_, "none") => Say("无", "無", "none"),
            (_, "on") => Say("开", "開", "on"),
            (_, "off") => Say("关", "關", "off"),
            ("SchoolDay:Slots", _) => string.Join(" + ", value.Split(',', StringSplitOptions.TrimEntries).Select(phrases.SlotName)),
            ("SchoolDay:Days", _) => phrases.Weekdays(value),
            ("SchoolDay:Holidays" or "SchoolDay:MakeUpDays", _) => phrases.Separated(value.Split(',').Select(phrases.DayRange)),
            ("SchoolDay:RemindAt" or "SchoolDay:DigestAt" or "Rules:KeyAreas" or "Texts:CrisisLines", _) => phrases.Separated(value.Split(',')),
            ("Rules:MonitorDays" or "Privacy:RetentionDays", _) => Say($"{value} 天", $"{value} 天", $"{value} days"),
            ("Texts:Language", _) when LanguageTag.Parse(value) is { } language => new Phrases(language).LanguageName,
            _ => value,
        };
    }

    private string Separated(IEnumerable<string> values) => string.Join(Say("、", "、", ", "), values.Select(value => value.Trim()));

    // Mon-Fri as people say it; what is written in another way is shown as it is.
    private string Weekdays(string value)
    {
        var phrases = this;
        return Separated(value.Split(',').Select(part => string.Join(phrases.Say("到", "到", " to "), part.Split('-').Select(phrases.Weekday))));
    }

    private string Weekday(string name) => name.Trim().ToUpperInvariant() switch
    {
        "MON" or "MONDAY" => Say("周一", "週一", "Monday"),
        "TUE" or "TUESDAY" => Say("周二", "週二", "Tuesday"),
        "WED" or "WEDNESDAY" => Say("周三", "週三", "Wednesday"),
        "THU" or "THURSDAY" => Say("周四", "週四", "Thursday"),
        "FRI" or "FRIDAY" => Say("周五", "週五", "Friday"),
        "SAT" or "SATURDAY" => Say("周六", "週六", "Saturday"),
        "SUN" or "SUNDAY" => Say("周日", "週日", "Sunday"),
        _ => name,
    };

    private string DayRange(string value)
    {
        var phrases = this;
        return string.Join(Say("到", "到", " to "), value.Split("..").Select(day =>
            DateOnly.TryParseExact(day.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var told)
                ? phrases.DateInYear(told)
                : day));
    }

    /// <summary>Only administrators may.</summary>
    public string LooksNotForYou => Say("查看记录由系统管理员查。", "查看紀錄由系統管理者查閱。", "The log of looks is for administrators.");

    /// <summary>The days are not clear.</summary>
    public string LooksUsage => Say(
        "日期请写成 2021-03-01：/looks 起始日 结束日", "日期請寫成 2021-03-01：/looks 起始日 結束日", "Write days as 2021-03-01: /looks FROM TO");

    /// <summary>Nobody looked.</summary>
    public string NoLooks(string unit) => Say(
        $"{unit}：这几天没有人查看过个人的健康信息。", $"{unit}：這幾天沒有人查看過個人的健康資料。", $"{unit}: nobody has looked at anybody's health on those days.");

    /// <summary>Heading of the log.</summary>
    public string LooksOf(string unit) => Say($"👁 {unit} 的查看记录", $"👁 {unit} 的查看紀錄", $"👁 Looks at people of {unit}");

    /// <summary>A look: when, who, whom, why, by which way.</summary>
    public string LookLine(DateOnly day, TimeOnly time, string who, string whom, string unit, LookReason reason, LookVia via) => Say(
        $"{Date(day)} {Clock(time)} {who} → {whom}（{unit}）· {Reason(reason)} · {Via(via)}",
        $"{Date(day)} {Clock(time)} {who} → {whom}（{unit}）· {Reason(reason)} · {Via(via)}",
        $"{Date(day)} {Clock(time)} {who} → {whom} ({unit}) · {Reason(reason)} · {Via(via)}");

    /// <summary>More than fit.</summary>
    public string MoreLooks(int more) => Say(
        $"另有 {more} 条，请缩小日期范围。", $"另有 {more} 筆，請縮小日期範圍。", $"{more} more: ask for fewer days.");

    /// <summary>To a family: who has looked at their child.</summary>
    public string SeenBy(string lines) => Say($"除了您和班主任，看过的人：\n{lines}", $"除了您和班導師，看過的人：\n{lines}", $"Seen by, besides you and the class teacher:\n{lines}");

    /// <summary>To a family: a look.</summary>
    public string SeenByLine(string who, string whom, DateOnly day, LookReason reason) => Say(
        $"· {who} 看过{whom}，{Date(day)}，{Reason(reason)}", $"• {who} 看過{whom}，{Date(day)}，{Reason(reason)}",
        $"- {who} saw {whom} on {Date(day)}, {Reason(reason)}");

    /// <summary>Whoever runs the program.</summary>
    public string TheOperator => Say("系统维护人员", "系統維護人員", "the operator");

    /// <summary>A user whose name is not known.</summary>
    public string SomebodyUnknown => Say("已离开的人员", "已離開的人員", "somebody who has left");

    private string Reason(LookReason reason) => reason switch
    {
        LookReason.Cases => Say("跟进病例", "追蹤個案", "open cases"),
        LookReason.Alert => Say("预警", "警示", "an alert"),
        LookReason.Reading => Say("代报或更正", "代為回報或更正", "to report or correct"),
        LookReason.Export => Say("导出", "匯出", "an export"),
        LookReason.Form => Say("表格", "表格", "a form"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    private string Via(LookVia via) => via switch
    {
        LookVia.Chat => Say("聊天", "聊天", "chat"),
        LookVia.Export => Say("导出文件", "匯出檔案", "exported file"),
        LookVia.Form => Say("表格文件", "表格檔案", "form"),
        LookVia.CommandLine => Say("命令行", "命令列", "command line"),
        _ => throw new ArgumentOutOfRangeException(nameof(via), via, null),
    };
}
