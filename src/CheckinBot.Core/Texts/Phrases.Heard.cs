namespace CheckinBot.Core.Texts;

/// <summary>What a classmate's parent told in a chain, and who confirms it.</summary>
public readonly partial record struct Phrases
{
    /// <summary>To the class teacher: told by somebody else's parent.</summary>
    public string NoticeHeard(string unit, string by, IReadOnlyList<string> lines, int all) => Say(
        zhHans: $"{unit} 接龙里，“{by}”替 {all} 名同学报了，家长或您确认后才算数：\n{string.Join("\n", lines)}",
        zhHant: $"{unit} 接龍裡，「{by}」替 {all} 位同學回報，家長或您確認後才算數：\n{string.Join("\n", lines)}",
        en: $"{unit}: in the list, “{by}” reported for {all} {(all == 1 ? "child" : "children")} of other families. It only counts once the family or "
            + $"you confirm it:\n{string.Join("\n", lines)}");

    /// <summary>To the family: told by a classmate's parent.</summary>
    public string NoticeHeardOfChild(string name, string by, string facts) => Say(
        zhHans: $"“{by}”在群接龙里替{name}报了：{facts}。对吗？您确认了才算数。",
        zhHant: $"「{by}」在群組接龍裡替{name}回報：{facts}。對嗎？您確認後才算數。",
        en: $"“{by}” reported for {name} in the group's list: {facts}. Is that right? It only counts once you confirm it.");

    /// <summary>Button: this pupil's is right.</summary>
    public static string ConfirmHeardButton(string name) => $"✓ {name}";

    /// <summary>Button: all of them are right.</summary>
    public string ConfirmAllHeardButton => Say("✅ 都对，全部算数", "✅ 都對，全部算數", "✅ All right, count them all");

    /// <summary>Button of the family: right.</summary>
    public string HeardIsTrueButton => Say("✅ 对", "✅ 對", "✅ That's right");

    /// <summary>Button of the family: wrong.</summary>
    public string HeardIsWrongButton => Say("不对，我来报", "不對，我來回報", "No, I'll report");

    /// <summary>Under the list of the missing: told by others, to be confirmed.</summary>
    public string PingHeard(IReadOnlyList<string> names) => Say(
        zhHans: $"其中别的家长代报、待确认：{List(names)}",
        zhHant: $"其中由其他家長代報、待確認：{List(names)}",
        en: $"Reported by a classmate's parent, to be confirmed: {List(names)}");

    /// <summary>Button: look at those.</summary>
    public string PingHeardButton(int count) => Say($"👀 核对代报（{count}）", $"👀 核對代報（{count}）", $"👀 Check {count} reported by others");

    /// <summary>The list of what others told.</summary>
    public string HeardList(string unit, IReadOnlyList<string> lines) => Say(
        zhHans: $"{unit}：别的家长代报，确认后才算数：\n{string.Join("\n", lines)}",
        zhHant: $"{unit}：由其他家長代報，確認後才算數：\n{string.Join("\n", lines)}",
        en: $"{unit}: reported by classmates' parents. It counts once confirmed:\n{string.Join("\n", lines)}");

    /// <summary>Over the chat: confirmed.</summary>
    public string HeardConfirmed(IReadOnlyList<string> names) => names.Count <= 5
        ? Say($"{List(names)}：已记下", $"{List(names)}：已記下", $"Stored: {List(names)}")
        : Say($"{names.Count} 人已记下", $"{names.Count} 人已記下", $"Stored for {names.Count}");

    /// <summary>Nothing is left to confirm.</summary>
    public string NothingHeard(string unit) => Say(
        $"{unit}：没有待确认的代报了。", $"{unit}：沒有待確認的代報了。", $"{unit}: nothing is left to confirm.");
}
