namespace CheckinBot.Core.Texts;

public readonly partial record struct Phrases
{
    /// <summary>
    /// The card of a class group: how far the class has come, without a name. Who has reported and who is excused are told apart;
    /// it is done where they are together the expected.
    /// </summary>
    public string CardText(string unit, DateOnly day, string slot, int reported, int excused, int expected, int staff)
    {
        var title = SlotTitle(slot);
        var answered = Say(
            zhHans: $"已报 {reported}{(excused == 0 ? "/" : $" · 请假 {excused} / ")}{expected}{(staff == 0 ? "" : $"（含老师 {staff}）")}",
            zhHant: $"已回報 {reported}{(excused == 0 ? "/" : $" · 請假 {excused} / ")}{expected}{(staff == 0 ? "" : $"（含老師 {staff}）")}",
            en: excused == 0 ? $"{reported}/{expected} reported{Of(staff)}" : $"{reported} reported · {excused} excused / {expected}{Of(staff)}");
        var state = reported + excused < expected
            ? Say(
                zhHans: $"{answered}\n点下面的按钮私下报，或直接回复这条消息：孩子姓名 36.5",
                zhHant: $"{answered}\n按下面的按鈕私下回報，或直接回覆這則訊息：孩子姓名 36.5",
                en: $"{answered}\nPress the button to report in private, or reply to this message: NAME 36.5")
            : Say(
                zhHans: $"{answered}，都齐了，谢谢！",
                zhHant: $"{answered}，都齊了，謝謝！",
                en: $"{answered}. All done, thank you!");
        return $"🌤 {unit} · {Date(day)} · {title}\n{state}";

        static string Of(int staff) => staff == 0 ? "" : $" ({staff} staff)";
    }

    /// <summary>The button of the card.</summary>
    public string CardButton => Say(zhHans: "🌡 报体温", zhHant: "🌡 回報體溫", en: "🌡 Check in");

    /// <summary>What a slot is called.</summary>
    public string SlotTitle(string slot) => slot switch
    {
        "noon" => Say(zhHans: "午检", zhHant: "午檢", en: "noon check-in"),
        "evening" => Say(zhHans: "晚检", zhHant: "晚檢", en: "evening check-in"),
        _ => Say(zhHans: "每日打卡", zhHant: "每日健康回報", en: "daily check-in"),
    };

    /// <summary>The names of the slots side by side, on a day with several.</summary>
    public string SlotName(string slot) => slot switch
    {
        "noon" => Say(zhHans: "午检", zhHant: "午檢", en: "noon"),
        "evening" => Say(zhHans: "晚检", zhHant: "晚檢", en: "evening"),
        _ => Say(zhHans: "晨检", zhHant: "晨檢", en: "morning"),
    };

    /// <summary>Puts the name of a later slot before a sentence; the first one needs none.</summary>
    public string InSlot(string slot, string text) => slot switch
    {
        "noon" => Say(zhHans: $"【午检】{text}", zhHant: $"【午檢】{text}", en: $"Noon check-in: {text}"),
        "evening" => Say(zhHans: $"【晚检】{text}", zhHant: $"【晚檢】{text}", en: $"Evening check-in: {text}"),
        _ => text,
    };

    /// <summary>To the class teacher: the names still missing.</summary>
    public string PingText(string unit, IReadOnlyList<string> names, int all) => Say(
        zhHans: $"⏰ {unit} 还有 {all} 人未报：\n{Names(names, all)}",
        zhHant: $"⏰ {unit} 還有 {all} 人未回報：\n{Names(names, all)}",
        en: $"⏰ {unit}, {all} still missing:\n{Names(names, all)}");

    /// <summary>After the names: families that the bot cannot write to.</summary>
    public string PingUnreached(IReadOnlyList<string> names) => Say(
        zhHans: $"其中联系不上家长（未绑定或已停用）：{List(names)}",
        zhHant: $"其中聯絡不到家長（未綁定或已停用）：{List(names)}",
        en: $"No parent to write to (not linked, or the bot was blocked): {List(names)}");

    /// <summary>After the names: families without a thermometer.</summary>
    public string PingNoThermometer(IReadOnlyList<string> names) => Say(
        zhHans: $"其中没有体温计，到校量：{List(names)}",
        zhHant: $"其中沒有體溫計，到校量：{List(names)}",
        en: $"No thermometer at home, to be measured at school: {List(names)}");

    /// <summary>After the names: families that answer later, each by <see cref="SaidLaterAt"/>.</summary>
    public string PingSaidLater(IReadOnlyList<string> families) => Say(
        zhHans: $"其中说稍后报：{List(families)}",
        zhHant: $"其中說稍後回報：{List(families)}",
        en: $"Said they will answer later: {List(families)}");

    /// <summary>Whose family said that it answers later, and when.</summary>
    public string SaidLaterAt(string name, TimeOnly at) => Say($"{name}（{Clock(at)}）", $"{name}（{Clock(at)}）", $"{name} ({Clock(at)})");

    /// <summary>After the names: who was reminded, and when.</summary>
    public string PingAsked(TimeOnly at, IReadOnlyList<string> names) => Say(
        zhHans: $"{Clock(at)} 已提醒：{List(names)}",
        zhHant: $"{Clock(at)} 已提醒：{List(names)}",
        en: $"Reminded at {Clock(at)}: {List(names)}");

    /// <summary>The same where everybody above was reminded together.</summary>
    public string PingAskedAll(TimeOnly at, int names) => Say(
        zhHans: $"{Clock(at)} 已提醒以上 {names} 人的家长",
        zhHant: $"{Clock(at)} 已提醒以上 {names} 人的家長",
        en: $"Reminded at {Clock(at)}: all {names} above");

    /// <summary>Asks all families of the missing.</summary>
    public string PingNudgeButton => Say(zhHans: "📣 提醒这些家长", zhHant: "📣 提醒這些家長", en: "📣 Remind them all");

    /// <summary>Reports for a family.</summary>
    public string PingReportButton => Say(zhHans: "✍️ 代报", zhHant: "✍️ 代為回報", en: "✍️ Report for one");

    /// <summary>Marks a pupil absent.</summary>
    public string PingLeaveButton => Say(zhHans: "🏠 标记请假", zhHant: "🏠 標記請假", en: "🏠 Mark on leave");

    /// <summary>To an office above: which schools are not complete.</summary>
    public string EscalationUpText(string unit, int incomplete, int missing, int noReason) => Say(
        zhHans: $"⏰ {unit}：{incomplete} 个单位未报齐，{OpenSum(missing, noReason)}。",
        zhHant: $"⏰ {unit}：{incomplete} 個單位未報齊，{OpenSum(missing, noReason)}。",
        en: $"⏰ {unit}: {incomplete} {(incomplete == 1 ? "unit" : "units")} not complete, {OpenSum(missing, noReason)}.");

    /// <summary>To the school officer: which classes are not complete.</summary>
    public string EscalationText(string unit, int incomplete, int missing, int noReason) => Say(
        zhHans: $"⏰ {unit}：{incomplete} 个班（组）未报齐，{OpenSum(missing, noReason)}。",
        zhHant: $"⏰ {unit}：{incomplete} 個班（組）未報齊，{OpenSum(missing, noReason)}。",
        en: $"⏰ {unit}: {incomplete} not complete, {OpenSum(missing, noReason)}.");

    // The sum of the lines below: those who are missing, and those absent without a reason.
    private string OpenSum(int missing, int noReason)
    {
        var said = new List<string>();
        if (missing > 0 || noReason == 0) said.Add(Say(zhHans: $"共 {missing} 人未报", zhHant: $"共 {missing} 人未回報", en: $"{missing} missing in all"));
        if (noReason > 0)
            said.Add(Say(zhHans: $"{noReason} 人没说原因", zhHant: $"{noReason} 人沒說原因", en: $"{noReason} absent without a reason"));
        return string.Join(Say("，", "，", ", "), said);
    }

    private string Names(IReadOnlyList<string> names, int all) => names.Count < all
        ? List(names) + Say(zhHans: $"，另有 {all - names.Count} 人", zhHant: $"，另有 {all - names.Count} 人", en: $", {all - names.Count} more")
        : List(names);
}
