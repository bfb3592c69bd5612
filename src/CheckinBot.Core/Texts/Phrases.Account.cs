using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Texts;

/// <summary>Linking, help, language, what is stored about the user.</summary>
public readonly partial record struct Phrases
{
    /// <summary>To somebody who is linked to nobody.</summary>
    public string NotLinked => Say(
        "您好！我还不知道您是谁的家长。请向班主任要孩子的邀请码（二维码），扫一下或点开链接就好了。",
        "您好！我還不知道您是哪位同學的家長。請向班導師索取孩子的邀請碼（QR Code），掃描或點開連結就可以了。",
        "Hello! I don't know yet whose parent you are. Please ask the class teacher for your child's invitation, then scan the code or open the link.");

    /// <summary>Linked to a child.</summary>
    public string LinkedGuardian(string name, string unit) => Say(
        $"您好！已和{name}（{unit}）绑定。以后每天量好体温，发个数给我就行，例如“36.5 没外出”。",
        $"您好！已綁定{name}（{unit}）。以後每天量好體溫，傳個數字給我就好，例如「36.5 沒去外地」。",
        $"Hello! You're now linked to {name} ({unit}). Each day, just send me the number, for example “36.5 no travel”.");

    /// <summary>Linked to the user's own person.</summary>
    public string LinkedSelf(string name, string unit, Role role, bool isClass) => role == Role.ClassTeacher && isClass
        ? Say(
            $"{name}您好！您是{unit}的班主任。把我拉进班级群后发 /bind 即可启用；自己打卡发“36.5 没外出”。全部命令：/help",
            $"{name}您好！您是{unit}的班導師。把我加進班級群組後傳 /bind 即可啟用；自己回報請傳「36.5 沒去外地」。全部指令：/help",
            $"Hello {name}! You are class teacher of {unit}. Add me to the class group and send /bind there. To check in yourself, send “36.5 no "
                + "travel”. All commands: /help")
        : Say(
            $"{name}您好！已绑定（{unit}）。全部命令：/help",
            $"{name}您好！已綁定（{unit}）。全部指令：/help",
            $"Hello {name}! You're linked ({unit}). All commands: /help");

    /// <summary>Was linked before.</summary>
    public string AlreadyGuardian(string name) => Say($"您之前已经和{name}绑定了。", $"您之前已經綁定{name}了。", $"You're linked to {name} already.");

    /// <summary>Was linked before, as staff.</summary>
    public string AlreadyYou(string name) => Say($"{name}，您之前已经绑定过了。", $"{name}，您之前已經綁定過了。", $"{name}, you're linked already.");

    /// <summary>The pupil has as many guardians as allowed.</summary>
    public string TooManyGuardians(string name, int most) => Say(
        $"{name}已经有{most}位家长绑定，要换人请联系班主任。",
        $"{name}已經有{most}位家長綁定，要更換請聯絡班導師。",
        $"{name} has {most} guardians already. To change that, please ask the class teacher.");

    /// <summary>A code that does not work, for whatever reason.</summary>
    public string WrongCode => Say("这个邀请码用不了，请向班主任要一个新的。", "這個邀請碼無法使用，請向班導師索取新的。", "This invitation doesn't work. Please ask the class teacher for a new one.");

    /// <summary>Too many wrong codes.</summary>
    public string TooManyCodes => Say("试的次数有点多了，请一小时后再试。", "嘗試次數有點多，請一小時後再試。", "That's a few too many tries. Please wait an hour.");

    /// <summary>Button: not my child.</summary>
    public string NotMyChildButton => Say("不是我的孩子", "這不是我的孩子", "Not my child");

    /// <summary>Button: that is not me.</summary>
    public string NotMeButton => Say("这不是我", "這不是我", "That's not me");

    /// <summary>Really end the link?</summary>
    public string AskUnlink(string name, string unit, bool isSelf) => isSelf
        ? Say(
            $"您不是{name}（{unit}）本人？解除后这个身份的功能都不能用了。",
            $"您不是{name}（{unit}）本人嗎？解除後就不能再使用這個身分的功能。",
            $"Are you not {name} ({unit})? Once the link ends, you can no longer act as {name}.")
        : Say(
            $"{name}（{unit}）不是您的孩子？解除后您不能再替{name}打卡。",
            $"{name}（{unit}）不是您的孩子嗎？解除後您不能再替{name}回報。",
            $"Is {name} ({unit}) not your child? Once the link ends, you can no longer report for {name}.");

    /// <summary>Button: end the link.</summary>
    public string UnlinkSureButton => Say("解除绑定", "解除綁定", "End the link");

    /// <summary>Button: keep the link.</summary>
    public string KeepLinkButton => Say("点错了，保留", "點錯了，保留", "My mistake, keep it");

    /// <summary>The link stays.</summary>
    public string LinkKept(string name) => Say($"好的，和{name}的绑定没有变。", $"好的，與{name}的綁定沒有變動。", $"All right, your link to {name} stays as it is.");

    /// <summary>Button: take the ending back.</summary>
    public string RelinkButton => Say("↩️ 撤销，重新绑定", "↩️ 復原，重新綁定", "↩️ Undo, link me again");

    /// <summary>A link was taken back.</summary>
    public string Unlinked(string name) => Say($"已解除和{name}的绑定。", $"已解除與{name}的綁定。", $"Done: you're no longer linked to {name}.");

    /// <summary>In the help: how to report.</summary>
    public string HowToReport => Say(
        "打卡：量好体温发个数就行，例如“36.5 没外出”。发错了直接改那条消息，或再发一次。",
        "回報：量好體溫傳個數字就好，例如「36.5 沒去外地」。傳錯了直接編輯那則訊息，或再傳一次。",
        "To check in, just send the number, for example “36.5 no travel”. To correct it, edit your message or send it again.");

    /// <summary><c>/bind</c> sent in private.</summary>
    public string BindInGroup => Say("请把我拉进班级群，在群里发 /bind。", "請把我加進班級群組，在群組裡傳 /bind。", "Add me to the class group and send /bind there.");

    /// <summary>A line of <c>/status</c>.</summary>
    public string StatusLine(string name, string unit, string facts, TimeOnly? at) => at is { } time
        ? Say($"{name}（{unit}）：{facts}，{Clock(time)}", $"{name}（{unit}）：{facts}，{Clock(time)} 回報", $"{name} ({unit}): {facts}, at {Clock(time)}")
        : Say($"{name}（{unit}）：{facts}", $"{name}（{unit}）：{facts}", $"{name} ({unit}): {facts}");

    /// <summary>The number is there, the answer on travel is not.</summary>
    public string AndTravelIsOpen(string facts) => Say($"{facts}，还没说有没有外出", $"{facts}，還沒說有沒有去外地", $"{facts}, travel not told yet");

    /// <summary>The answer to <c>/status</c>.</summary>
    public string StatusOf(DateOnly day, string lines) => Say($"{Date(day)}的情况\n{lines}", $"{Date(day)}的情況\n{lines}", $"{Date(day)}\n{lines}");

    /// <summary>Which language?</summary>
    public string AskLanguage => Say("用哪种语言？", "要使用哪種語言？", "Which language?");

    /// <summary>A language's own name.</summary>
    public string LanguageName => Say("简体中文", "繁體中文", "English");

    /// <summary>Language kept.</summary>
    public string LanguageChosen => Say("好的，以后用简体中文。", "好的，以後使用繁體中文。", "All right, English from now on.");

    /// <summary>A line of <c>/me</c>.</summary>
    public string LinkLine(string name, string unit, IReadOnlyList<string> nicknames) => nicknames.Count == 0
        ? Say($"· {name}（{unit}）", $"• {name}（{unit}）", $"- {name} ({unit})")
        : Say(
            $"· {name}（{unit}），您也叫{string.Join("、", nicknames)}",
            $"• {name}（{unit}），您也叫{string.Join("、", nicknames)}",
            $"- {name} ({unit}), whom you also call {string.Join(", ", nicknames)}");

    /// <summary>The answer to <c>/me</c>.</summary>
    public string StoredAboutYou(string links, string language, int days)
    {
        var tied = links.Length == 0 ? Say("没有绑定任何人", "沒有綁定任何人", "no links") : "\n" + links;
        return Say(
            $"我存了您的 Telegram 账号编号和显示名称、语言（{language}）、绑定关系：{tied}\n打卡记录和查看记录属于学校，{days} 天后自动删除。",
            $"我存了您的 Telegram 帳號編號與顯示名稱、語言（{language}）、綁定關係：{tied}\n回報紀錄與查看紀錄屬於學校，{days} 天後自動刪除。",
            $"I keep your Telegram id and display name, your language ({language}), and your links: {tied}\n"
                + $"Check-ins and the record of who looked at them belong to the school and are deleted after {days} days.");
    }

    /// <summary>Button: delete.</summary>
    public string DeleteButton => Say("删除我的信息", "刪除我的資料", "Delete my data");

    /// <summary>Really delete?</summary>
    public string AskDeletion => Say(
        "删除后会解除所有绑定，我不再提醒您，打卡记录里也不再有您的名字。确定吗？",
        "刪除後會解除所有綁定，我不再提醒您，回報紀錄裡也不再有您的名字。確定嗎？",
        "This ends all your links and reminders, and takes your name out of the check-ins. Are you sure?");

    /// <summary>Button: yes, delete.</summary>
    public string DeleteYesButton => Say("确定删除", "確定刪除", "Yes, delete");

    /// <summary>Button: no, keep.</summary>
    public string DeleteNoButton => Say("不删了", "不刪了", "No, keep it");

    /// <summary>Deleted.</summary>
    public string Deleted => Say("已删除。需要时用邀请码可以再绑定。", "已刪除。需要時可用邀請碼再綁定。", "Deleted. An invitation will bring you back any time.");

    /// <summary>Not deleted.</summary>
    public string NotDeleted => Say("好的，什么都没删。", "好的，什麼都沒刪。", "All right, nothing was deleted.");

    /// <summary>A forwarded message.</summary>
    public string NoForwards => Say("转发来的消息我不记，体温请自己发一条。", "轉傳的訊息我不登記，體溫請自己傳一則。", "I don't record forwarded messages. Please type the temperature yourself.");
}
