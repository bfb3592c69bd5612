namespace CheckinBot.Core.Texts;

/// <summary>The file with everything that is held about its reader.</summary>
public readonly partial record struct Phrases
{
    /// <summary>Button of <c>/me</c>: everything as a file.</summary>
    public string MyDataButton => Say("导出我的信息", "匯出我的資料", "Export my data");

    /// <summary>The file's name.</summary>
    public string MyDataFile => Say("我的信息", "我的資料", "my data");

    /// <summary>What is said with the file.</summary>
    public string MyDataCaption => Say(
        "这是我存的关于您和孩子的全部信息。请自己收好，别转发到群里。",
        "這是我存的關於您和孩子的全部資料。請自行妥善保管，別轉傳到群組。",
        "Everything I hold about you and your children. Please keep it to yourself, and don't forward it to the group.");

    /// <summary>Sheet: the account.</summary>
    public string SheetMyself => Say("我", "我", "Me");

    /// <summary>Sheet: the check-ins.</summary>
    public string SheetMyCheckIns => Say("打卡记录", "回報紀錄", "Check-ins");

    /// <summary>Sheet: who has looked.</summary>
    public string SheetMyLooks => Say("谁看过", "誰看過", "Who has looked");

    /// <summary>What a line holds.</summary>
    public string ColumnContent => Say("内容", "內容", "What");

    /// <summary>The number of a correction.</summary>
    public string ColumnRevision => Say("第几版", "第幾版", "Version");

    /// <summary>Told by the reader.</summary>
    public string ColumnByMe => Say("我报的", "我回報的", "By me");

    /// <summary>The language.</summary>
    public string ItemLanguage => Say("语言", "語言", "Language");

    /// <summary>The first word to the bot.</summary>
    public string ItemKnownSince => Say("第一次联系", "第一次聯絡", "First contact");

    /// <summary>The last reminder.</summary>
    public string ItemAskedAt => Say("最近一次提醒", "最近一次提醒", "Last reminder");

    /// <summary>Somebody for whom the reader answers.</summary>
    public string ItemLink => Say("绑定", "綁定", "Linked to");

    /// <summary>What is held for a short while and not listed.</summary>
    public string MyDataElsewhere => Say(
        "另外：还没答完的问题；收发失败的消息和输错的邀请码，7 天后删除。",
        "另外：還沒答完的問題；收發失敗的訊息和輸錯的邀請碼，7 天後刪除。",
        "Besides: a question that is still open; messages that could not be handled or sent, and wrong invitations, for 7 days.");
}
