using CheckinBot.Core.Rules;

namespace CheckinBot.Core.Texts;

/// <summary>How an alert changed after it was told: who is new, who was taken back, whether it holds again or no more.</summary>
public readonly partial record struct Phrases
{
    /// <summary>To those who know of it already: exactly what changed.</summary>
    public string AlertChanged(RuleKind kind, string place, AlertPupils added, AlertPupils removed, bool isRevived, int count)
    {
        var changes = new List<string>();
        if (isRevived) changes.Add(Say("重新成立", "重新成立", "holds again"));
        if (added.Count > 0)
            changes.Add(Say($"新增 {added.Count} 名{Named(added)}", $"新增 {added.Count} 位{Named(added)}", $"{added.Count} more{Named(added)}"));
        if (removed.Count > 0)
            changes.Add(Say($"撤下 {removed.Count} 名{Named(removed)}", $"撤下 {removed.Count} 位{Named(removed)}", $"{removed.Count} taken back{Named(removed)}"));
        var sign = isRevived ? "🔁" : added.Count > 0 ? "⬆️" : "⬇️";
        return Say(
            $"{sign} {place} · {AlertName(kind)}：{string.Join("，", changes)}，共 {count} 名",
            $"{sign} {place} · {AlertName(kind)}：{string.Join("，", changes)}，共 {count} 位",
            $"{sign} {place} · {AlertName(kind)}: {string.Join(", ", changes)}, {count} in all");
    }

    /// <summary>It no longer holds, to those who were told; because of whom, where anybody was taken back.</summary>
    public string AlertOver(RuleKind kind, string place, AlertPupils removed) => removed.Count == 0
        ? Say(
            $"↩️ {place} · {AlertName(kind)}：记录已更正或已经补报，这条提醒不再成立。",
            $"↩️ {place} · {AlertName(kind)}：紀錄已更正或已補回報，此則通知不再成立。",
            $"↩️ {place} · {AlertName(kind)}: corrected, or answered since. This alert no longer holds.")
        : Say(
            $"↩️ {place} · {AlertName(kind)}：{removed.Count} 名学生的记录已更正或已补报{Named(removed)}，这条提醒不再成立。",
            $"↩️ {place} · {AlertName(kind)}：{removed.Count} 位學生的紀錄已更正或已補回報{Named(removed)}，此則通知不再成立。",
            $"↩️ {place} · {AlertName(kind)}: corrected or answered since for {(removed.Count == 1 ? "1 pupil" : $"{removed.Count} pupils")}{Named(removed)}. "
                + "This alert no longer holds.");

    private string Named(AlertPupils pupils) => pupils.Names is { Count: > 0 } names ? Say($"（{List(names)}）", $"（{List(names)}）", $" ({List(names)})") : "";
}
