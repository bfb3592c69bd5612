using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Claims;

namespace CheckinBot.Core.Texts;

/// <summary>When a message speaks of self-harm or violence.</summary>
public readonly partial record struct Phrases
{
    /// <summary>To whoever wrote it, at once.</summary>
    /// <param name="kind">What the message spoke of.</param>
    /// <param name="lines">The help lines of the region; empty where none is configured.</param>
    /// <param name="emergency">The emergency numbers of the region.</param>
    /// <param name="toSchool">The school is told in confidence.</param>
    /// <param name="isStaff">The writer works at the school.</param>
    public string HelpInDistress(DistressKind kind, IReadOnlyList<string> lines, IReadOnlyList<string> emergency, bool toSchool, bool isStaff)
    {
        List<string> parts =
        [
            kind == DistressKind.Violence
                ? Say("谢谢您告诉我。请先到安全的地方。", "謝謝您告訴我。請先到安全的地方。", "Thank you for telling me. Please get to a safe place first.")
                : Say("谢谢您说出来，这不容易。请不要一个人扛。", "謝謝您願意說出來，這不容易。請不要一個人承擔。",
                    "Thank you for telling me; that takes courage. Please don't carry this alone."),
            lines.Count > 0
                ? Say($"现在就可以打：\n{Bulleted(lines)}", $"現在就可以打：\n{Bulleted(lines)}", $"You can call now:\n{Bulleted(lines)}")
                : isStaff ? Say("请马上联系学校负责人。", "請馬上聯絡學校負責人。", "Please call the head of the school now.")
                : Say("请马上联系班主任。", "請馬上聯絡班導師。", "Please call the class teacher now."),
            Say(
                $"眼下有危险，请打 {Numbers(emergency)}，身边不要离人。",
                $"若有立即的危險，請打 {Numbers(emergency)}，身邊不要離人。",
                $"If there is danger right now, call {Numbers(emergency)}, and stay with each other."),
        ];
        if (toSchool)
            parts.Add(Say(
                "学校会有专人私下联系您，别人不会知道。", "學校會有專人私下聯絡您，其他人不會知道。",
                "Someone at school who looks after this will contact you privately. Nobody else is told."));
        return string.Join('\n', parts);
    }

    /// <summary>To the counsellor, or the school officer, in confidence.</summary>
    /// <param name="kind">What the message spoke of.</param>
    /// <param name="writer">Who wrote it.</param>
    /// <param name="children">The writer's children there; none for a member of staff.</param>
    /// <param name="unit">Their class, or the writer's unit.</param>
    public string NoticeInDistress(DistressKind kind, string writer, IReadOnlyList<string> children, string unit)
    {
        var (what, who) = (DistressName(kind), InDistress(writer, children, unit));
        return Say(
            $"🔒 保密，请勿转发\n{who}刚才发来的消息提到{what}。我已回复求助电话，原话没有保存。请尽快当面或打电话联系，不要在群里提。",
            $"🔒 機密，請勿轉傳\n{who}剛才傳來的訊息提到{what}。我已回覆求助電話，原話沒有保存。請盡快當面或打電話聯絡，不要在群組裡提。",
            $"🔒 Confidential, please don't pass on\n{who} has just sent a message that speaks of {what}. "
                + "I answered with numbers to call; the words are not kept. Please talk to them soon, in person or by phone, and not in the group.");
    }

    /// <summary>The list of those who asked for help is not for this user.</summary>
    public string HelpNotForYou => Say(
        "求助名单只给心理老师看。", "求助名單只提供給輔導老師。", "The list of those who asked for help is for the counsellor alone.");

    private string DistressName(DistressKind kind) => kind == DistressKind.Violence
        ? Say("暴力或受到伤害", "暴力或受到傷害", "violence or being hurt")
        : Say("自伤或轻生", "自傷或輕生", "self-harm or not wanting to live");

    private string InDistress(string writer, IReadOnlyList<string> children, string unit) => children.Count == 0
        ? Say($"{writer}（{unit}）", $"{writer}（{unit}）", $"{writer} ({unit})")
        : Say($"{writer}（{unit} {List(children)}的家长）", $"{writer}（{unit} {List(children)}的家長）", $"{writer}, a guardian of {List(children)} ({unit}),");

    /// <summary>Above the list of those who asked for help.</summary>
    public string HelpHeading(int count) => Say(
        $"🔒 求助名单 · {count} 人，保密，请勿转发", $"🔒 求助名單 · {count} 人，機密，請勿轉傳",
        $"🔒 {count} asked for help. Confidential, please don't pass on");

    /// <summary>One of them.</summary>
    public string HelpLine(DistressKind kind, string writer, IReadOnlyList<string> children, string unit, DateTimeOffset at, bool isYours)
    {
        var (who, day, clock) = (InDistress(writer, children, unit), Date(DateOnly.FromDateTime(at.DateTime)), Clock(TimeOnly.FromDateTime(at.DateTime)));
        return Say(
            $"· {who}，{day} {clock}，{DistressName(kind)}：{(isYours ? "您在跟进" : "还没人联系")}",
            $"· {who}，{day} {clock}，{DistressName(kind)}：{(isYours ? "由您追蹤" : "還沒有人聯絡")}",
            $"· {who.TrimEnd(',')}: {DistressName(kind)}, {day} at {clock}. {(isYours ? "You look after this" : "Nobody has been in touch yet")}");
    }

    /// <summary>Nobody asked for help, or all have been talked with.</summary>
    public string NoHelpAsked => Say("目前没有人在等您联系。", "目前沒有人在等您聯絡。", "Nobody is waiting to hear from you.");

    /// <summary>Looks after somebody.</summary>
    public string HelpTakeButton(string writer) => Say($"🤝 我来联系 {writer}", $"🤝 由我聯絡 {writer}", $"🤝 I'll contact {writer}");

    /// <summary>They have talked.</summary>
    public string HelpCloseButton(string writer) => Say($"✅ 已和 {writer} 谈过", $"✅ 已和 {writer} 談過", $"✅ I have talked to {writer}");

    /// <summary>Somebody else was quicker.</summary>
    public string HelpIsTaken => Say("同事已经在联系了", "同事已經在聯絡了", "A colleague is already in touch");

    private string Bulleted(IReadOnlyList<string> lines)
    {
        var mark = Say("· ", "• ", "- ");
        return string.Join('\n', lines.Select(line => mark + line));
    }

    private string Numbers(IReadOnlyList<string> numbers) => string.Join(Say(" 或 ", " 或 ", " or "), numbers);
}
