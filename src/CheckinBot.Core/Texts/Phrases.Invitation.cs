namespace CheckinBot.Core.Texts;

/// <summary>What is printed on the sheet of invitations.</summary>
public readonly partial record struct Phrases
{
    /// <summary>At the head of a unit's sheet.</summary>
    public string InvitationSheetHow => Say(
        zhHans: "请沿虚线剪开，每人一张。用手机扫二维码，在 Telegram 里点“开始”，就完成绑定了。",
        zhHant: "請沿虛線剪開，每人一張。用手機掃 QR 碼，在 Telegram 裡點「開始」，就完成綁定了。",
        en: "Cut along the dashed lines and give each person their own. Scan the code with a phone, press Start in Telegram, and that is all.");

    /// <summary>On a pupil's card.</summary>
    public string InvitationForFamily => Say(
        zhHans: "供家长使用，几位家长可以共用这一张。请不要转发给别人。",
        zhHant: "供家長使用，幾位家長可以共用這一張。請不要轉傳給別人。",
        en: "For the family; several guardians may use it. Please do not pass it on.");

    /// <summary>On the card of a member of staff.</summary>
    public string InvitationForStaff => Say(
        zhHans: "仅供本人使用，只能用一次。请不要转发给别人。",
        zhHant: "僅供本人使用，只能用一次。請不要轉傳給別人。",
        en: "For you alone; it works once. Please do not pass it on.");
}
