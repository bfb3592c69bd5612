namespace CheckinBot.Core.Texts;

/// <content>What is said in groups: counts and instructions, never a name or a reading.</content>
public readonly partial record struct Phrases
{
    /// <summary>Over the chat: done already.</summary>
    public string CardAllDone => Say(
        zhHans: "今天已经报过了，谢谢。要修改请私聊我。",
        zhHant: "今天已經回報過了，謝謝。要修改請私訊我。",
        en: "Already done today, thank you. To change it, write to me in private.");

    /// <summary>Over the chat: the presser is linked to nobody in this class.</summary>
    public string CardNotLinked => Say(
        zhHans: "还没有绑定孩子。请扫老师发的二维码，或向班主任要邀请码。",
        zhHant: "還沒有綁定孩子。請掃老師發的 QR Code，或向班導師索取邀請碼。",
        en: "You are not linked to a child yet. Scan the QR code from the school, or ask the class teacher for it.");

    /// <summary>Only the presser sees it: choose the temperature of a child.</summary>
    public string CardAskTemperature(string name) => Say(
        zhHans: $"{name} 今天体温多少？只有您看得到。",
        zhHant: $"{name} 今天體溫幾度？只有您看得到。",
        en: $"What is {name}'s temperature today? Only you can see this.");

    /// <summary>One person sees it, and it tells nothing: the proof that the group's server can show a message to one person.</summary>
    public string CardIsPrivate => Say(
        zhHans: "以后家长可以在群里点卡片打卡，内容只有本人看得到。就像这条消息，只有您看得到。",
        zhHant: "以後家長可以在群組裡點卡片回報，內容只有本人看得到。就像這則訊息，只有您看得到。",
        en: "From now on parents can check in right here from the card, and each sees only their own. Like this message: only you can see it.");

    /// <summary>Only the presser sees it: another temperature, or anything to explain.</summary>
    public string CardOther => Say(zhHans: "其他（私聊）", zhHant: "其他（私訊）", en: "Other (in private)");

    /// <summary>Only the presser sees it: been away?</summary>
    public string CardAskTravel(string name, string degrees) => Say(
        zhHans: $"{name} {degrees}℃，记下了。最近离开过本地吗？",
        zhHant: $"{name} {degrees}°C，登記好了。最近有去過外地嗎？",
        en: $"{name} {degrees}℃, noted. Any travel out of the area lately?");

    /// <summary>Not been away.</summary>
    public string CardTravelNo => Say(zhHans: "没有", zhHant: "沒有", en: "No");

    /// <summary>Been away; goes on in private.</summary>
    public string CardTravelYes => Say(zhHans: "去过（私聊说明）", zhHant: "有（私訊說明）", en: "Yes (tell in private)");

    /// <summary>Only the presser sees it: all done.</summary>
    public string CardThanks(string names) => Say(
        zhHans: $"✅ {names} 今天已报，谢谢。",
        zhHant: $"✅ {names} 今天已回報，謝謝。",
        en: $"✅ {names}: done for today, thank you.");

    /// <summary>Over the chat: the dialog goes on in private.</summary>
    public string CardGoesOnInPrivate => Say(
        zhHans: "请看我发给您的私聊消息。",
        zhHant: "請看我私訊給您的訊息。",
        en: "Please see my private message to you.");

    /// <summary>The bot was added to a group.</summary>
    public string Hello => Say(
        zhHans: "大家好，我来收每天的健康打卡：提醒还没报的家庭，体温不会出现在群里。\n请班主任在这里发 /bind。",
        zhHant: "大家好，我負責收每天的健康回報：只提醒還沒回報的家庭，體溫不會出現在群組裡。\n請班導師在這裡輸入 /bind。",
        en: "Hello. I collect the daily health check, remind only those who have not answered, and never show a reading in the group.\n"
            + "Class teacher, please send /bind here.");

    /// <summary>What the bot cannot do without rights, and how to give them.</summary>
    public string NeedsRights => Say(
        zhHans: "我现在只看得到按钮、命令和对我的回复。要让我读接龙和群里直接发的体温，请把我设为管理员（不需要任何权限），或在 @BotFather 关闭隐私模式。",
        zhHant: "我現在只看得到按鈕、指令和對我的回覆。要讓我讀接龍和直接發在群組裡的體溫，請把我設為管理員（不需要任何權限），或在 @BotFather 關閉隱私模式。",
        en: "For now I see only buttons, commands and replies to me. To let me read lists and plain messages here, make me an administrator (no "
            + "rights needed), or switch off privacy mode with @BotFather.");

    /// <summary>The bot became an administrator.</summary>
    public string ThanksForRights => Say(
        zhHans: "谢谢，现在接龙和群里直接发的体温我都能读了。",
        zhHant: "謝謝，現在接龍和直接發在群組裡的體溫我都讀得到了。",
        en: "Thank you. I can now read lists and plain messages here.");

    /// <summary>The group now belongs to a unit.</summary>
    public string Bound(string unit) => Say(
        zhHans: $"好的，这个群现在是「{unit}」的群，上学日早上我会在这里发打卡卡片。",
        zhHant: $"好的，這個群組現在是「{unit}」的群組，上課日早上我會在這裡貼出回報卡片。",
        en: $"Done. This is now the group of {unit}. On school mornings I post the check-in card here.");

    /// <summary>The group of a school or an area.</summary>
    public string BoundAbove(string unit) => Say(
        zhHans: $"好的，这个群现在是「{unit}」的群，每天的汇总会发到这里。",
        zhHant: $"好的，這個群組現在是「{unit}」的群組，每天的彙整會傳到這裡。",
        en: $"Done. This is now the group of {unit}. The daily digest comes here.");

    /// <summary>Which of several units?</summary>
    public string BindWhich => Say(
        zhHans: "这个群是哪个单位的？",
        zhHant: "這個群組是哪個單位的？",
        en: "Whose group is this?");

    /// <summary>Binding is for staff.</summary>
    public string BindNotAllowed => Say(
        zhHans: "只有班主任、学校负责人或主管部门能绑定群。如果您是，请先用自己的邀请码私聊我绑定身份。",
        zhHant: "只有班導師、學校負責人或主管機關能綁定群組。如果您是，請先用自己的邀請碼私訊我完成身分綁定。",
        en: "Only the class teacher, a school officer or an official can bind a group. If that is you, please open your own invitation in private first.");

    /// <summary>The group belongs to another unit.</summary>
    public string BindTaken(string unit) => Say(
        zhHans: $"这个群已经是「{unit}」的群，只有「{unit}」的老师或上级能改。已告诉对方。",
        zhHant: $"這個群組已經是「{unit}」的群組，只有「{unit}」的老師或上級能更改。已通知對方。",
        en: $"This is the group of {unit} already. Only its own teacher or somebody above can change that. They have been told.");

    /// <summary>To an administrator who writes as the group.</summary>
    public string WriteAsYourself => Say(
        zhHans: "您现在是以群的名义（匿名管理员）发言，我认不出您是谁。请关掉匿名，用自己的身份再发一次。",
        zhHant: "您現在是以群組名義（匿名管理員）發言，我認不出您是誰。請關閉匿名，用自己的身分再傳一次。",
        en: "You are writing as the group (anonymous administrator), so I cannot tell who you are. Please send it again as yourself.");

    /// <summary>The group is no longer bound.</summary>
    public string Unbound => Say(
        zhHans: "已解除绑定，我不会再往这里发消息。",
        zhHant: "已解除綁定，我不會再傳訊息到這裡。",
        en: "Unbound. I will not post here any more.");

    /// <summary>The group belongs to no unit yet.</summary>
    public string NotBound => Say(
        zhHans: "这个群还没有绑定。请班主任先发 /bind。",
        zhHant: "這個群組還沒有綁定。請班導師先輸入 /bind。",
        en: "This group is not bound yet. Class teacher, please send /bind first.");

    /// <summary>Tidy is on.</summary>
    public string TidyOn => Say(
        zhHans: "好的，以后含体温的消息记下后我会删掉。发 /tidy off 可以关闭。",
        zhHant: "好的，以後含體溫的訊息記下後我會刪掉。輸入 /tidy off 可以關閉。",
        en: "From now on I remove messages with a reading once they are stored. /tidy off switches this off.");

    /// <summary>Tidy is off.</summary>
    public string TidyOff => Say(
        zhHans: "好的，群里的消息我不再删除。发 /tidy on 可以打开。",
        zhHant: "好的，群組裡的訊息我不再刪除。輸入 /tidy on 可以開啟。",
        en: "I leave messages as they are. /tidy on switches removing on.");

    /// <summary>Tidy needs the right to delete.</summary>
    public string TidyNeedsRight => Say(
        zhHans: "要删除消息，请先把我设为管理员并允许「删除消息」。",
        zhHant: "要刪除訊息，請先把我設為管理員並允許「刪除訊息」。",
        en: "To remove messages I must be an administrator with the right to delete messages.");

    /// <summary>To somebody in the group whose message cannot be counted because nobody knows who they are.</summary>
    public string LinkFirst => Say(
        zhHans: "收到。您还没有绑定孩子，这条还不能算数，请先扫老师发的二维码绑定。",
        zhHant: "收到。您還沒有綁定孩子，這則還不能算數，請先掃老師發的 QR Code 完成綁定。",
        en: "Thank you. You are not linked to a child yet, so I cannot count this. Please scan the QR code from the school first.");

    /// <summary>How to check in here.</summary>
    public string GroupHelp => Say(
        zhHans: "回复我的卡片，或在群里发「孩子姓名 36.5」就行，接龙我也能读。不想让大家看到，就私聊我。",
        zhHant: "回覆我的卡片，或在群組裡傳「孩子姓名 36.5」就可以，接龍我也讀得懂。不想讓大家看到，請私訊我。",
        en: "Reply to my card, or send NAME 36.5 here; I also read lists. If you would rather not show it, write to me in private.");

    /// <summary>Opens the private chat.</summary>
    public string OpenPrivateChat => Say(zhHans: "打开私聊", zhHant: "開啟私訊", en: "Open private chat");
}
