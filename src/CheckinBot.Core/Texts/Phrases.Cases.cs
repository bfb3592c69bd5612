using CheckinBot.Core.Cases;
using CheckinBot.Core.Rules;

namespace CheckinBot.Core.Texts;

/// <summary><c>/cases</c>: open cases by name, in private, to those who may see them.</summary>
public readonly partial record struct Phrases
{
    /// <summary>The first line.</summary>
    public string CasesHeading(string unit, int count, CaseFilter only) => only switch
    {
        CaseFilter.Mine => Say($"📋 {unit} · 我负责 {count} 人", $"📋 {unit} · 我負責 {count} 人", $"📋 {unit} · {count} with you"),
        CaseFilter.Overdue => Say($"📋 {unit} · 已超时 {count} 人", $"📋 {unit} · 已逾時 {count} 人", $"📋 {unit} · {count} overdue"),
        _ => Say($"📋 {unit} · 跟进中 {count} 人", $"📋 {unit} · 追蹤中 {count} 人", $"📋 {unit} · {count} open {(count == 1 ? "case" : "cases")}"),
    };

    /// <summary>Nobody.</summary>
    public string NoCases(string unit, CaseFilter only) => only switch
    {
        CaseFilter.Mine => Say($"{unit}：目前没有由您负责的。", $"{unit}：目前沒有由您負責的。", $"{unit}: nothing is with you."),
        CaseFilter.Overdue => Say($"{unit}：没有超时的。", $"{unit}：沒有逾時的。", $"{unit}: nothing is overdue."),
        _ => Say($"{unit}：目前没有要跟进的学生。", $"{unit}：目前沒有要追蹤的學生。", $"{unit}: no open cases."),
    };

    /// <summary>Shows only some of the cases, or all again.</summary>
    public string CaseFilterButton(CaseFilter filter) => filter switch
    {
        CaseFilter.Mine => Say("我负责的", "我負責的", "Mine"),
        CaseFilter.Overdue => Say("⏰ 超时的", "⏰ 逾時的", "⏰ Overdue"),
        _ => Say("全部", "全部", "All"),
    };

    /// <summary>One person: where, and since when.</summary>
    public string CaseLine(string name, string unit, DateOnly since) => Say(
        $"· {name}（{unit}），{Date(since)}起",
        $"· {name}（{unit}），{Date(since)}起",
        $"· {name} ({unit}), since {Date(since)}");

    /// <summary>What was told on a day and in a slot.</summary>
    public string CaseDay(DateOnly day, string slot, string facts) => Say(
        $"　{Date(day)} {SlotName(slot)}：{facts}",
        $"　{Date(day)} {SlotName(slot)}：{facts}",
        $"   {Date(day)}, {SlotName(slot)}: {facts}");

    /// <summary>A rule that fired for the person; whether somebody has it.</summary>
    public string CaseRule(RuleKind kind, string? taken) => taken is null
        ? Say($"　{AlertName(kind)}：无人接手", $"　{AlertName(kind)}：無人接手", $"   {AlertName(kind)}: nobody has taken it on")
        : Say($"　{AlertName(kind)}：{taken} 处理中", $"　{AlertName(kind)}：{taken} 處理中", $"   {AlertName(kind)}: {taken} is on it");

    /// <summary>Ends a list that was cut.</summary>
    public string CasesMore(int more) => Say($"· 另有 {more} 人，请到班级查看", $"· 另有 {more} 人，請至班級查看", $"· and {more} more; ask for the school or class");

    /// <summary>Not for this user.</summary>
    public string CasesNotForYou => Say(
        "跟进名单只给班主任、学校和上级的负责人看。",
        "追蹤名單只提供給班導師、學校和上級的負責人。",
        "Open cases are for class teachers, schools and the offices above.");
}
