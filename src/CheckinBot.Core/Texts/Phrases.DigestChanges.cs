using CheckinBot.Core.Digests;

namespace CheckinBot.Core.Texts;

/// <content>How the numbers of a digest differ from those of another day or moment.</content>
public readonly partial record struct Phrases
{
    /// <summary>What changed since the school day before.</summary>
    public string DigestAgainstDayBefore(DigestNumbers before, DigestNumbers now)
    {
        var changes = Changes(before, now);
        return changes.Length == 0
            ? Say(zhHans: "与上一上学日持平", zhHant: "與前一上課日相同", en: "Same as the day before")
            : Say(zhHans: $"较上一上学日：{changes}", zhHant: $"較前一上課日：{changes}", en: $"vs day before: {changes}");
    }

    /// <summary>What changed since the same day of the last school week.</summary>
    public string DigestAgainstWeekBefore(DayOfWeek weekday, DigestNumbers before, DigestNumbers now)
    {
        var changes = Changes(before, now);
        var day = DayOfLastWeek(weekday);
        return changes.Length == 0
            ? Say(zhHans: $"与上{day}持平", zhHant: $"與上{day}相同", en: $"Same as last {day}")
            : Say(zhHans: $"较上{day}：{changes}", zhHant: $"較上{day}：{changes}", en: $"vs last {day}: {changes}");
    }

    /// <summary>What the cut-off said, where the numbers above are later, and what changed since.</summary>
    public string DigestSince(TimeOnly cutOff, DigestNumbers snapshot, DigestNumbers now, int corrected)
    {
        var said = new List<string>();
        var reported = now.Reported - snapshot.Reported;
        if (reported != 0) said.Add(Say(zhHans: $"已报 {Signed(reported)}", zhHant: $"已報 {Signed(reported)}", en: $"{Signed(reported)} reported"));
        if (corrected > 0) said.Add(Say(zhHans: $"更新 {corrected} 人", zhHant: $"更新 {corrected} 人", en: $"{corrected} updated"));
        said.AddRange(
            from field in Fields(snapshot, now).Skip(snapshot.Missing - now.Missing == reported ? 1 : 0)
            where field.Was != field.Is
            select $"{field.Name} {field.Was}→{field.Is}");
        if (said.Count == 0) said.Add(Say(zhHans: "有更新", zhHant: "有更新", en: "updates"));
        var changes = string.Join(IsEnglish ? ", " : "、", said);
        return Say(
            zhHans: $"🕘 截至 {Clock(cutOff)}：已报 {snapshot.Reported} · 未报 {snapshot.Missing}；之后：{changes}",
            zhHant: $"🕘 截至 {Clock(cutOff)}：已報 {snapshot.Reported} · 未報 {snapshot.Missing}；之後：{changes}",
            en: $"🕘 At {Clock(cutOff)}: {snapshot.Reported} reported · {snapshot.Missing} missing; since then: {changes}");
    }

    private string Changes(DigestNumbers before, DigestNumbers now) => string.Join(
        IsEnglish ? ", " : "、",
        Fields(before, now).Where(field => field.Was != field.Is).Select(field => $"{field.Name} {Signed(field.Is - field.Was)}"));

    private (string Name, int Was, int Is)[] Fields(DigestNumbers before, DigestNumbers now) =>
    [
        (Say(zhHans: "未报", zhHant: "未報", en: "missing"), before.Missing, now.Missing),
        (Say(zhHans: "请假", zhHant: "請假", en: "excused"), before.Exempt, now.Exempt),
        (Say(zhHans: "外出未答", zhHant: "外出未答", en: "travel open"), before.TravelUnanswered, now.TravelUnanswered),
        (Say(zhHans: "发热", zhHant: "發燒", en: "fever"), before.Fever, now.Fever),
        (Say(zhHans: "有症状", zhHant: "有症狀", en: "symptoms"), before.Symptomatic, now.Symptomatic),
        (Say(zhHans: "外出", zhHant: "外出", en: "travel"), before.Travelled, now.Travelled),
        (Say(zhHans: "隔离", zhHant: "隔離", en: "isolated"), before.IsolatedHome + before.IsolatedCentral, now.IsolatedHome + now.IsolatedCentral),
    ];

    private static string Signed(int by) => $"{(by > 0 ? "+" : "−")}{Math.Abs(by)}";

    private string DayOfLastWeek(DayOfWeek day) => IsEnglish
        ? day.ToString()
        : Say(zhHans: "周", zhHant: "週", en: "") + "日一二三四五六"[(int)day];
}
