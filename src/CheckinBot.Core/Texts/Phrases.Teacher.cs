namespace CheckinBot.Core.Texts;

/// <content>What class teachers are told in private.</content>
public readonly partial record struct Phrases
{
    /// <summary>Nobody is missing.</summary>
    public string NobodyMissing(string unit, int expected) => Say(
        zhHans: $"{unit}：{expected} 人全部报齐 ✅",
        zhHant: $"{unit}：{expected} 人全部完成 ✅",
        en: $"{unit}: all {expected} have answered ✅");

    /// <summary>Back to the list.</summary>
    public string BackButton => Say(zhHans: "返回", zhHant: "返回", en: "Back");

    /// <summary>For whom?</summary>
    public string ReportForWhom(string unit) => Say(zhHans: $"{unit}：替谁报？", zhHant: $"{unit}：替誰回報？", en: $"{unit}: report for whom?");

    /// <summary>Who is absent?</summary>
    public string LeaveForWhom(string unit) => Say(zhHans: $"{unit}：谁请假？", zhHant: $"{unit}：誰請假？", en: $"{unit}: who is absent?");

    /// <summary>Why absent?</summary>
    public string LeaveWhy(string name) => Say(zhHans: $"{name} 的情况是？", zhHant: $"{name} 的情況是？", en: $"Why is {name} absent?");

    /// <summary>Over the chat: families are being asked.</summary>
    public string Nudged(int families) => Say(
        zhHans: $"已私下提醒 {families} 个家庭。",
        zhHant: $"已私下提醒 {families} 個家庭。",
        en: families == 1 ? "Reminded one family in private." : $"Reminded {families} families in private.");

    /// <summary>Over the chat: nobody is left to be asked now.</summary>
    public string NudgedNobody => Say(
        zhHans: "现在没有可以提醒的家庭：刚提醒过的（15 分钟内）、说稍后报的、没有体温计的和联系不上的都不再催。",
        zhHant: "現在沒有可以提醒的家庭：剛提醒過的（15 分鐘內）、說稍後回報的、沒有體溫計的和聯絡不到的都不再催。",
        en: "No family to remind right now: not those reminded within 15 minutes, who said later, who have no thermometer, or who can't be reached.");

    /// <summary>Over the chat: the class is let off today.</summary>
    public string NudgeWaived => Say(
        zhHans: "这个班今天不用催，没有提醒家长。",
        zhHant: "這個班今天不用催，沒有提醒家長。",
        en: "This class is let off today, so no family was reminded.");

    /// <summary>Over the chat: the family was asked a short while ago, or it is night.</summary>
    public string NudgeNotNow => Say(
        zhHans: "夜里（21:30–06:30）不打扰家长，明早再提醒吧。",
        zhHant: "夜間（21:30–06:30）不打擾家長，明早再提醒吧。",
        en: "Families are not disturbed between 21:30 and 06:30. Please try in the morning.");

    /// <summary>Over the chat: done.</summary>
    public string MarkedAbsent(string name) => Say(zhHans: $"{name}：已登记", zhHant: $"{name}：已登記", en: $"{name}: marked");

    /// <summary>How <c>/report</c> is used.</summary>
    public string ReportUsage => Say(
        zhHans: "请这样发：/report 王小明 36.5 没外出\n一次可以写几个人，一行一个。",
        zhHant: "請這樣輸入：/report 王小明 36.5 沒去外地\n一次可以寫好幾位，一行一位。",
        en: "Please send it like this: /report Emma 36.5 no travel\nSeveral people: one a line.");

    /// <summary>A name that is nobody's in the class.</summary>
    public string NobodyCalled(string name, string unit) => Say(
        zhHans: $"{unit}没有叫“{name}”的，没有记。", zhHant: $"{unit}沒有叫「{name}」的，沒有登記。", en: $"Nobody in {unit} is called “{name}”, so nothing was stored.");

    /// <summary>What was stored for others.</summary>
    public string ReportedFor(IReadOnlyList<string> lines) => Say(
        zhHans: $"已代报：\n{string.Join("\n", lines)}",
        zhHant: $"已代為回報：\n{string.Join("\n", lines)}",
        en: $"Stored:\n{string.Join("\n", lines)}");

    /// <summary>What could not be read.</summary>
    public string NotStored(IReadOnlyList<string> lines) => Say(
        zhHans: $"这几条没看懂，没有记：\n{string.Join("\n", lines)}",
        zhHant: $"這幾則看不懂，沒有登記：\n{string.Join("\n", lines)}",
        en: $"Not stored, because I could not read it:\n{string.Join("\n", lines)}");

    /// <summary>In a group: ask that in private.</summary>
    public string AskInPrivate => Say(
        zhHans: "名单不能发在群里，请私聊我。",
        zhHant: "名單不能發在群組裡，請私訊我。",
        en: "Names are not shown in groups. Please ask me in private.");

    /// <summary>Lines of a chain that need the teacher's eye.</summary>
    public string DoubtfulLines(string unit, IReadOnlyList<string> lines) => Say(
        zhHans: $"{unit} 接龙里这几行我不敢确定，请看一下，其余的都记好了：\n{string.Join("\n", lines)}",
        zhHant: $"{unit} 接龍裡這幾行我不敢確定，請看一下，其餘的都記好了：\n{string.Join("\n", lines)}",
        en: $"{unit}: I am not sure about these lines of the list; the others are stored:\n{string.Join("\n", lines)}");

    /// <summary>Settles a line: this pupil, this value.</summary>
    public string SettleButton(string name, string degrees) => Say(zhHans: $"{name} {degrees}", zhHant: $"{name} {degrees}", en: $"{name} {degrees}");

    /// <summary>Over the chat: settled.</summary>
    public string Settled(string name) => Say(zhHans: $"{name}：已记下", zhHant: $"{name}：已記下", en: $"{name}: stored");
}
