namespace CheckinBot.Core.Texts;

/// <summary>What one person is told because of another. Always in private.</summary>
public readonly partial record struct Phrases
{
    /// <summary>To the class teacher: unwell.</summary>
    public string NoticeUnwell(string name, string unit, string facts) => Say(
        $"请留意：{unit} {name}，{facts}。请私下跟进。",
        $"請留意：{unit} {name}，{facts}。請私下關心。",
        $"Please note: {name} ({unit}), {facts}. Please follow up privately.");

    /// <summary>To the class teacher: the alarm no longer holds.</summary>
    public string NoticeAlertCorrected(string name, string unit, string facts) => Say(
        $"更正：{unit} {name}的记录已改为：{facts}。之前的异常提醒请以这条为准。",
        $"更正：{unit} {name}的紀錄已改為：{facts}。先前的異常通知請以此則為準。",
        $"Correction: {name} ({unit}) is now recorded as: {facts}. Please take this instead of the earlier alert.");

    /// <summary>To the class teacher: key area, contact or quarantine.</summary>
    public string NoticeKeyArea(string name, string unit, string facts) => Say(
        $"请留意：{unit} {name}，{facts}。请私下联系家长了解情况，不要在群里提。",
        $"請留意：{unit} {name}，{facts}。請私下聯絡家長了解情況，不要在群組裡提。",
        $"Please note: {name} ({unit}), {facts}. Please contact the family privately, not in the group.");

    /// <summary>To the family: the teacher has reported.</summary>
    public string NoticeReportedForYou(string name, string facts) => Say(
        $"老师已替{name}报了今天的：{facts}。有不对的，直接发给我就能改。",
        $"老師已替{name}回報今天的：{facts}。若有不對，直接傳給我就能更改。",
        $"The teacher has checked in for {name} today: {facts}. If that isn't right, just send me the right one.");

    /// <summary>To the class teacher: a new guardian.</summary>
    public string NoticeGuardianJoined(string guardian, string name, string unit) => Say(
        $"“{guardian}”绑定成了{unit} {name}的家长。不认识的话可以移除。",
        $"「{guardian}」已綁定為{unit} {name}的家長。若不認識可以移除。",
        $"“{guardian}” is now linked as a guardian of {name} ({unit}). If you don't know them, you can remove them.");

    /// <summary>To a guardian: removed.</summary>
    public string NoticeGuardianRemoved(string name, string unit) => Say(
        $"老师已解除您和{name}（{unit}）的绑定。如有疑问请联系班主任。",
        $"老師已解除您與{name}（{unit}）的綁定。如有疑問請聯絡班導師。",
        $"The teacher has ended your link to {name} ({unit}). If that's a mistake, please contact them.");

    /// <summary>To the class teacher: a guardian who blocked the bot or closed the account.</summary>
    public string NoticeGuardianUnreachable(IReadOnlyList<string> names, string unit) => Say(
        $"{unit} {string.Join('、', names)}的一位家长收不到我的消息了（可能停用了机器人）。请私下联系家长，打开机器人发一次 /start 就能恢复。",
        $"{unit} {string.Join('、', names)}的一位家長收不到我的訊息了（可能封鎖了機器人）。請私下聯絡家長，打開機器人傳一次 /start 就能恢復。",
        $"A guardian of {string.Join(", ", names)} ({unit}) no longer gets my messages; they may have blocked the bot. Please contact them privately: "
            + "opening the bot and sending /start brings it back.");

    /// <summary>Pupils have left the class.</summary>
    public string NoticePupilsLeft(IReadOnlyList<string> names, string unit, string to) => Say(
        zhHans: $"{unit} 转出：{Names([.. names.Take(MostNamed)], names.Count)}，到 {to}。以前的记录留在原班，以后不在您的名单里了。",
        zhHant: $"{unit} 轉出：{Names([.. names.Take(MostNamed)], names.Count)}，到 {to}。以前的紀錄留在原班，以後不在您的名單裡了。",
        en: $"Left {unit} for {to}: {Names([.. names.Take(MostNamed)], names.Count)}. Earlier days stay with your class; from now on they are not on "
            + "your list.");

    /// <summary>Pupils have come into the class.</summary>
    public string NoticePupilsJoined(IReadOnlyList<string> names, string unit, string from) => Say(
        zhHans: $"{unit} 转入：{Names([.. names.Take(MostNamed)], names.Count)}，来自 {from}。家长的绑定都还在，已在您的名单里。",
        zhHant: $"{unit} 轉入：{Names([.. names.Take(MostNamed)], names.Count)}，來自 {from}。家長的綁定都還在，已在您的名單裡。",
        en: $"Joined {unit} from {from}: {Names([.. names.Take(MostNamed)], names.Count)}. Families stay linked, and they are on your list now.");

    /// <summary>To the family: the child is in another class now.</summary>
    public string NoticeChildrenMoved(IReadOnlyList<string> names, string unit) => Say(
        zhHans: $"{List(names)} 已转到 {unit}。照常打卡就行，不用重新绑定。",
        zhHant: $"{List(names)} 已轉到 {unit}。照常回報就好，不用重新綁定。",
        en: $"{List(names)} {(names.Count == 1 ? "is" : "are")} in {unit} now. Just go on checking in; there is no need to link again.");

    private const int MostNamed = 60;
}
