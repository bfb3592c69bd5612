namespace CheckinBot.Core.Texts;

/// <summary>What the menu of Telegram says beside each command.</summary>
public readonly partial record struct Phrases
{
    /// <summary>The description of a command, at most 256 characters; empty for a command that is in no menu.</summary>
    public string CommandDescription(string command) => command switch
    {
        "status" => Say("今天报了没有", "今天回報了沒", "Today at a glance"),
        "undo" => Say("撤回刚报的", "收回剛才的回報", "Take back the last check-in"),
        "cancel" => Say("先不问了", "先不要問了", "Stop asking for now"),
        "help" => Say("怎么用", "使用說明", "How this works"),
        "language" => Say("换语言", "切換語言", "Change language"),
        "me" => Say("我的信息与删除", "我的資料與刪除", "What's stored about you, and deletion"),
        "missing" => Say("还差谁没报", "還差誰沒回報", "Who is missing"),
        "report" => Say("替家长代报：姓名 36.5", "代家長回報：姓名 36.5", "Check in for a family: NAME 36.5"),
        "class" => Say("家长绑定情况", "家長綁定情況", "Who is linked to which pupil"),
        "digest" => Say("今天的汇总", "今天的彙整", "Today's digest"),
        "cases" => Say("跟进中的学生", "追蹤中的學生", "Open cases"),
        "case" => Say("一名学生的跟进：姓名", "一名學生的追蹤：姓名", "The case of one pupil: NAME"),
        "requests" => Say("谁来求助过，我在跟进谁", "誰來求助過、我在追蹤誰", "Who asked for help, and whom you look after"),
        "transfer" => Say("给孩子转班", "幫孩子轉班", "Move a pupil to another class"),
        "looks" => Say("谁看过个人健康信息", "誰看過個人健康資料", "Who has looked at whose health"),
        "settings" => Say("本单位的设置", "本單位的設定", "Settings of your unit"),
        "bind" => Say("把本群设为班级群", "將本群組設為班級群組", "Make this the class group"),
        "unbind" => Say("取消本群的绑定", "取消本群組的綁定", "End this group's binding"),
        "tidy" => Say("登记后自动删除带体温的消息", "登記後自動刪除含體溫的訊息", "Remove messages with readings once stored"),
        _ => "",
    };
}
