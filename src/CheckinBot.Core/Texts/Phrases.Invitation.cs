namespace CheckinBot.Core.Texts;

/// <summary>What is printed on the sheet of invitations.</summary>
public readonly partial record struct Phrases
{
    /// <summary>At the head of a unit's sheet, for whoever cuts and hands out.</summary>
    public string InvitationSheetHow => Say(
        zhHans: "请沿虚线剪开，每人发自己的那一张。",
        zhHant: "請沿虛線剪開，每人發自己的那一張。",
        en: "Cut along the dashed lines and give each person their own card.");

    /// <summary>On a card: how to begin.</summary>
    public string InvitationScan(string bot) => Say(
        zhHans: $"用手机扫码，打开 Telegram 里的 @{bot}，点“开始”就绑定好了。",
        zhHant: $"用手機掃 QR 碼，打開 Telegram 裡的 @{bot}，點「開始」就完成綁定了。",
        en: $"Scan the code with your phone. It opens @{bot} in Telegram: tap Start, and you're linked.");

    /// <summary>On a pupil's card: what to send.</summary>
    public string InvitationThenFamily => Say(
        zhHans: "以后每天早上把孩子的体温发过来，比如：36.5 没外出",
        zhHant: "之後每天早上把孩子的體溫傳過來，例如：36.5 沒外出",
        en: "Then send it your child's temperature each morning, such as: 36.5 no travel");

    /// <summary>On the card of a member of staff: what to send.</summary>
    public string InvitationThenStaff => Say(
        zhHans: "以后每天早上把自己的体温发过来，比如：36.5 没外出",
        zhHant: "之後每天早上把自己的體溫傳過來，例如：36.5 沒外出",
        en: "Then send it your own temperature each morning, such as: 36.5 no travel");

    /// <summary>On the card of an official, who does not check in.</summary>
    public string InvitationThenOfficial => Say(
        zhHans: "您不用报体温；发 /help 看能做什么。",
        zhHant: "您不用回報體溫；傳 /help 看能做什麼。",
        en: "You don't check in yourself; send /help to see what you can do.");

    /// <summary>On a pupil's card: who may use it.</summary>
    public string InvitationForFamily(string name, int most) => most == 1
        ? Say(
            zhHans: $"给{name}的家长一个人用，请不要给别人，也不要发到群里。",
            zhHant: $"給{name}的家長一個人用，請不要給別人，也不要傳到群組裡。",
            en: $"For one guardian of {name}. Please don't give it to anyone else or post it in a group.")
        : Say(
            zhHans: $"{name}一家共用这一张，最多{most}位家长都可以扫。请不要给家里以外的人，也不要发到群里。",
            zhHant: $"{name}一家共用這一張，最多 {most} 位家長都可以掃。請不要給家人以外的人，也不要傳到群組裡。",
            en: $"One card for {name}'s family: up to {most} guardians may scan it. Please don't give it to anyone outside the family or post it in a group.");

    /// <summary>On the card of a member of staff: who may use it.</summary>
    public string InvitationForStaff => Say(
        zhHans: "只给您本人用，用过一次就失效。请不要给别人。",
        zhHant: "只供您本人使用，用過一次就失效。請不要給別人。",
        en: "For you alone; it works once. Please don't give it to anyone else.");

    /// <summary>On a card, before the link.</summary>
    public string InvitationOtherwise => Say(zhHans: "扫不了码，就打开：", zhHant: "無法掃描時，請打開：", en: "Can't scan it? Open:");
}
