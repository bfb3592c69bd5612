using CheckinBot.Core.Writing;

namespace CheckinBot.Core.Texts;

/// <summary>Guardians, for the class teacher.</summary>
public readonly partial record struct Phrases
{
    /// <summary>For class teachers and those above them; also to somebody who has no such post any more.</summary>
    public string ForClassTeachers => Say(
        "这是班主任和学校负责人用的。如果您是，请用自己的邀请码绑定，或请学校更新名单。",
        "這是班導師和學校負責人用的。如果您是，請用自己的邀請碼綁定，或請學校更新名單。",
        "That is for class teachers and school officers. If you are one, open your own invitation, or ask the school to update its roster.");

    /// <summary>Asks for the class whose guardians are to be shown.</summary>
    public string WhichClass(string unit) => Say($"{unit}：看哪个班？", $"{unit}：看哪一班？", $"{unit}: which class?");

    /// <summary>The name is in several classes, or none was given.</summary>
    public string WhichClassIsIt => Say("是哪个班的？", "是哪一班的？", "Which class is it?");

    /// <summary>How many are missing in a school, and in how many of its classes and groups of staff.</summary>
    public string MissingBelow(string unit, int missing, int noReason, int travel, int units) => Say(
        $"⏰ {unit} 还有 {missing} 人未报{(noReason == 0 ? "" : $"、{noReason} 人没说原因")}{(travel == 0 ? "" : $"、{travel} 人没答外出")}"
            + $"，在 {units} 个班组。点开看名单。",
        $"⏰ {unit} 還有 {missing} 人未回報{(noReason == 0 ? "" : $"、{noReason} 人沒說原因")}{(travel == 0 ? "" : $"、{travel} 人沒回答外出")}"
            + $"，在 {units} 個班組。點開看名單。",
        $"⏰ {unit}: {missing} still missing{(noReason == 0 ? "" : $", {noReason} absent without a reason")}"
            + $"{(travel == 0 ? "" : $", {travel} without an answer about travel")}, in {units} "
            + $"{(units == 1 ? "class or group" : "classes or groups")}. Tap one for the names.");

    /// <summary>Button: back to the classes of a school.</summary>
    public string BackToSchoolButton(string unit) => Say($"返回 {unit}", $"返回 {unit}", $"Back to {unit}");

    /// <summary>The head of <c>/class</c>.</summary>
    public string ClassOverview(string unit, int pupils, int linked) => Say(
        $"{unit}：{pupils}人，{linked}人已有家长绑定。点名字看家长。",
        $"{unit}：{pupils}人，{linked}人已有家長綁定。點名字看家長。",
        $"{unit}: {pupils} pupils, {linked} with a guardian linked. Tap a name to see who.");

    /// <summary>Button: a pupil and the number of guardians.</summary>
    public string PupilButton(string name, int guardians) => Say(
        guardians == 0 ? $"{name} 未绑定" : $"{name} {guardians}位",
        guardians == 0 ? $"{name} 未綁定" : $"{name} {guardians} 位",
        guardians == 0 ? $"{name} –" : $"{name} · {guardians}");

    /// <summary>The guardians of a pupil.</summary>
    public string GuardiansOf(string name, string lines) => Say($"{name}的家长：\n{lines}", $"{name}的家長：\n{lines}", $"Guardians of {name}:\n{lines}");

    /// <summary>A guardian, and since when.</summary>
    public string GuardianLine(string guardian, DateOnly since) =>
        Say($"{guardian}，{Date(since)}绑定", $"{guardian}，{Date(since)}綁定", $"{guardian}, since {Date(since)}");

    /// <summary>A guardian by the name that they have in Telegram, or, where nothing of it can be seen, by the child.</summary>
    public string GuardianOf(string displayName, string child) => SafeText.Line(displayName) is { Length: > 0 } shown
        ? shown
        : Say($"{child}的家长", $"{child}的家長", $"a guardian of {child}");

    /// <summary>The pupil has none.</summary>
    public string NoGuardians(string name) => Say($"{name}还没有家长绑定。", $"{name}還沒有家長綁定。", $"Nobody is linked to {name} yet.");

    /// <summary>No pupil of that name.</summary>
    public string NoSuchPupil(string name) => Say($"名单里没有找到“{name}”。", $"名單裡找不到「{name}」。", $"There's no “{name}” among your pupils.");

    /// <summary>Button: remove this guardian.</summary>
    public string RemoveButton(string guardian) => Say($"移除 {guardian}", $"移除「{guardian}」", $"Remove {guardian}");

    /// <summary>A guardian was removed.</summary>
    public string GuardianGone(string guardian, string name) => Say(
        $"已解除{guardian}和{name}的绑定。", $"已解除{guardian}與{name}的綁定。", $"{guardian} is no longer linked to {name}.");

    /// <summary>Really remove?</summary>
    public string AskRemoval(string guardian, string name) => Say(
        $"要移除“{guardian}”吗？移除后不能再替{name}打卡，也收不到提醒。",
        $"要移除「{guardian}」嗎？移除後不能再替{name}回報，也不會收到提醒。",
        $"Remove {guardian}? They will no longer be able to report for {name}, and will get no reminders.");

    /// <summary>Button: yes, remove.</summary>
    public string RemoveSureButton => Say("确定移除", "確定移除", "Yes, remove");

    /// <summary>Button: let this guardian back in.</summary>
    public string ReadmitButton(string guardian) => Say($"↩️ 恢复 {guardian}", $"↩️ 恢復「{guardian}」", $"↩️ Let {guardian} back in");

    /// <summary>A guardian was let back in.</summary>
    public string GuardianBack(string guardian, string name) => Say(
        $"已恢复{guardian}和{name}的绑定。", $"已恢復{guardian}與{name}的綁定。", $"{guardian} is linked to {name} again.");

    /// <summary>Button: back to the class.</summary>
    public string BackToClassButton => Say("返回班级", "返回班級", "Back to the class");

    /// <summary>Only the school's officer may.</summary>
    public string TransferNotForYou => Say("转班由学校管理员办理。", "轉班由學校管理者辦理。", "Moving a pupil to another class is for the school's officer.");

    /// <summary>From which class?</summary>
    public string TransferFrom => Say(
        "转班：孩子现在在哪个班？\n也可以直接发：/transfer 姓名。转到外校请联系系统维护人员。",
        "轉班：孩子現在在哪一班？\n也可以直接傳：/transfer 姓名。轉到外校請聯絡系統維護人員。",
        "Which class is the pupil in now?\nYou can also send /transfer NAME. For a move to another school, ask the operator.");

    /// <summary>Which pupil?</summary>
    public string TransferWhom(string unit) => Say($"{unit}：谁要转班？", $"{unit}：誰要轉班？", $"{unit}: who is moving?");

    /// <summary>Several pupils may be meant, or one in the only class.</summary>
    public string TransferWhich(string name) => Say($"“{name}”是哪一位？", $"「{name}」是哪一位？", $"Which {name} is it?");

    /// <summary>To which class?</summary>
    public string TransferTo(string name, string unit) => Say($"{name}（{unit}）转到哪个班？", $"{name}（{unit}）要轉到哪一班？", $"To which class is {name} ({unit}) moving?");

    /// <summary>The school has no other class, or none for which the user answers.</summary>
    public string NoOtherClass => Say("没有别的班可以转。", "沒有其他班級可以轉。", "There's no other class to move to.");

    /// <summary>Really?</summary>
    public string TransferSure(string name, string from, string to) => Say(
        $"把{name}从 {from} 转到 {to}？\n从今天起算新班的人，以前的打卡留在原班。家长和两边的班主任都会收到通知，家长不用重新绑定。",
        $"要把{name}從 {from} 轉到 {to} 嗎？\n從今天起算新班級的人，以前的回報留在原班。家長和兩邊的班導師都會收到通知，家長不用重新綁定。",
        $"Move {name} from {from} to {to}?\nFrom today {name} counts in the new class; earlier check-ins stay with the old one. "
            + "The family and both class teachers are told, and the family stays linked.");

    /// <summary>Button: yes, move.</summary>
    public string TransferButton => Say("✅ 确定转班", "✅ 確定轉班", "✅ Move");

    /// <summary>Done.</summary>
    public string Transferred(string name, string to) => Say($"✅ {name}已转到 {to}。", $"✅ {name}已轉到 {to}。", $"✅ {name} is in {to} now.");
}
