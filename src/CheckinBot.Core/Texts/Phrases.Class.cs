namespace CheckinBot.Core.Texts;

/// <summary>Guardians, for the class teacher.</summary>
public readonly partial record struct Phrases
{
    /// <summary>The command is for class teachers.</summary>
    public string ForClassTeachers => Say("这个命令是给班主任用的。", "這個指令是給班導師用的。", "That command is for class teachers.");

    /// <summary>The head of <c>/class</c>.</summary>
    public string ClassOverview(string unit, int pupils, int linked) => Say(
        $"{unit}：{pupils}人，{linked}人已有家长绑定。点名字看家长。",
        $"{unit}：{pupils}人，{linked}人已有家長綁定。點名字看家長。",
        $"{unit}: {pupils} pupils, {linked} with a guardian linked. Tap a name to see who.");

    /// <summary>Button: a pupil and the number of guardians.</summary>
    public string PupilButton(string name, int guardians) => Say(
        guardians == 0 ? $"{name} 未绑定" : $"{name} {guardians}位", guardians == 0 ? $"{name} 未綁定" : $"{name} {guardians} 位", guardians == 0 ? $"{name} –" : $"{name} · {guardians}");

    /// <summary>The guardians of a pupil.</summary>
    public string GuardiansOf(string name, string lines) => Say($"{name}的家长：\n{lines}", $"{name}的家長：\n{lines}", $"Guardians of {name}:\n{lines}");

    /// <summary>A guardian, and since when.</summary>
    public string GuardianLine(string guardian, DateOnly since) => Say($"{guardian}，{Date(since)}绑定", $"{guardian}，{Date(since)}綁定", $"{guardian}, since {Date(since)}");

    /// <summary>The pupil has none.</summary>
    public string NoGuardians(string name) => Say($"{name}还没有家长绑定。", $"{name}還沒有家長綁定。", $"Nobody is linked to {name} yet.");

    /// <summary>No pupil of that name.</summary>
    public string NoSuchPupil(string name) => Say($"班里没有找到“{name}”。", $"班上找不到「{name}」。", $"There's no “{name}” in your class.");

    /// <summary>Button: remove this guardian.</summary>
    public string RemoveButton(string guardian) => Say($"移除 {guardian}", $"移除「{guardian}」", $"Remove {guardian}");

    /// <summary>A guardian was removed.</summary>
    public string GuardianGone(string guardian, string name) => Say(
        $"已解除{guardian}和{name}的绑定。", $"已解除{guardian}與{name}的綁定。", $"{guardian} is no longer linked to {name}.");

    /// <summary>Button: back to the class.</summary>
    public string BackToClassButton => Say("返回班级", "返回班級", "Back to the class");
}
