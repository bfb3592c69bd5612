namespace CheckinBot.Core.Texts;

public readonly partial record struct Phrases
{
    /// <summary>The card of a class group: how far the class has come, without a name.</summary>
    public string CardText(string unit, DateOnly day, string slot, int answered, int expected)
    {
        var title = SlotTitle(slot);
        var state = answered < expected
            ? Say(
                zhHans: $"已报 {answered}/{expected}\n点下面的按钮私下报，或直接回复这条消息：孩子姓名 36.5",
                zhHant: $"已回報 {answered}/{expected}\n按下面的按鈕私下回報，或直接回覆這則訊息：孩子姓名 36.5",
                en: $"{answered}/{expected} reported\nPress the button to report in private, or reply to this message: NAME 36.5")
            : Say(
                zhHans: $"已报 {answered}/{expected}，都齐了，谢谢！",
                zhHant: $"已回報 {answered}/{expected}，都齊了，謝謝！",
                en: $"{answered}/{expected} reported. All done, thank you!");
        return $"🌤 {unit} · {Date(day)} · {title}\n{state}";
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

    /// <summary>Asks all families of the missing.</summary>
    public string PingNudgeButton => Say(zhHans: "📣 提醒这些家长", zhHant: "📣 提醒這些家長", en: "📣 Remind them all");

    /// <summary>Reports for a family.</summary>
    public string PingReportButton => Say(zhHans: "✍️ 代报", zhHant: "✍️ 代為回報", en: "✍️ Report for one");

    /// <summary>Marks a pupil absent.</summary>
    public string PingLeaveButton => Say(zhHans: "🏠 标记请假", zhHant: "🏠 標記請假", en: "🏠 Mark on leave");

    /// <summary>To an office above: which schools are not complete.</summary>
    public string EscalationUpText(string unit, int incomplete, int missing) => Say(
        zhHans: $"⏰ {unit}：{incomplete} 个单位未报齐，共 {missing} 人未报。",
        zhHant: $"⏰ {unit}：{incomplete} 個單位未報齊，共 {missing} 人未回報。",
        en: $"⏰ {unit}: {incomplete} {(incomplete == 1 ? "unit" : "units")} not complete, {missing} missing in all.");

    /// <summary>To the school officer: which classes are not complete.</summary>
    public string EscalationText(string unit, int incomplete, int missing) => Say(
        zhHans: $"⏰ {unit}：{incomplete} 个班（组）未报齐，共 {missing} 人未报。",
        zhHant: $"⏰ {unit}：{incomplete} 個班（組）未報齊，共 {missing} 人未回報。",
        en: $"⏰ {unit}: {incomplete} not complete, {missing} missing in all.");

    private string Names(IReadOnlyList<string> names, int all) => names.Count < all
        ? List(names) + Say(zhHans: $"，另有 {all - names.Count} 人", zhHant: $"，另有 {all - names.Count} 人", en: $", {all - names.Count} more")
        : List(names);
}
