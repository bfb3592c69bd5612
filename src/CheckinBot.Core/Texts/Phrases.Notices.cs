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

    /// <summary>To the class teacher: how a fever went on within the day.</summary>
    public string NoticeFeverCourse(string name, string unit, string facts) => Say(
        $"{unit} {name}的体温变化：{facts}。今天仍按发热统计，请继续关注。",
        $"{unit} {name}的體溫變化：{facts}。今天仍計為發燒，請繼續留意。",
        $"{name}'s temperature today ({unit}): {facts}. It still counts as a fever today; please keep an eye on it.");

    /// <summary>To the class teacher: unwell on an earlier day.</summary>
    public string NoticeUnwellEarlier(string name, string unit, DateOnly day, string facts) => Say(
        $"请留意：{unit} {name}，{Date(day)}的情况刚刚补报：{facts}。请私下跟进。",
        $"請留意：{unit} {name}，剛補報{Date(day)}的情況：{facts}。請私下關心。",
        $"Please note: {name} ({unit}), just reported for {Date(day)}: {facts}. Please follow up privately.");

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

    /// <summary>To the class teacher: several new guardians, above their lines.</summary>
    public string GuardiansJoined(int count) => Say(
        $"👪 新绑定的家长 {count} 位，不认识的可以移除：",
        $"👪 新綁定的家長 {count} 位，不認識的可以移除：",
        $"👪 {count} guardians are newly linked. If you don't know one of them, you can remove them:");

    /// <summary>One of them.</summary>
    public string GuardianJoinedLine(string guardian, string name) => Say($"· {name}：{guardian}", $"· {name}：{guardian}", $"· {name}: {guardian}");

    /// <summary>Opens the families of the class.</summary>
    public string SeeGuardiansButton => Say("👪 全班家长", "👪 全班家長", "👪 All families");

    /// <summary>To a guardian: removed.</summary>
    public string NoticeGuardianRemoved(string name, string unit) => Say(
        $"老师已解除您和{name}（{unit}）的绑定。如有疑问请联系班主任。",
        $"老師已解除您與{name}（{unit}）的綁定。如有疑問請聯絡班導師。",
        $"The teacher has ended your link to {name} ({unit}). If that's a mistake, please contact them.");

    /// <summary>To a guardian: let back in.</summary>
    public string NoticeGuardianReadmitted(string name, string unit) => Say(
        $"老师恢复了您和{name}（{unit}）的绑定，照常打卡就行。",
        $"老師恢復了您與{name}（{unit}）的綁定，照常回報就好。",
        $"The teacher has linked you to {name} ({unit}) again. Just go on checking in.");

    /// <summary>To those of a unit: somebody tried to take the group over.</summary>
    public string NoticeGroupClaimed(string unit, string by) => Say(
        $"“{by}”想把「{unit}」的群绑定到别的班，我没有照做。不认识的话，请看看谁在群里。",
        $"「{by}」想把「{unit}」的群組綁定到別的班級，我沒有照做。若不認識，請確認群組成員。",
        $"“{by}” tried to bind the group of {unit} to another unit. I refused. If you don't know them, please check who is in the group.");

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
