using CheckinBot.Core.Cases;
using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Texts;

/// <summary>A case that is followed until it is settled: its page, its buttons, and what is told about it.</summary>
public readonly partial record struct Phrases
{
    /// <summary>The first line of a case.</summary>
    public string CaseHead(string name, string unit, CaseMatter matter) => Say(
        $"🗂 {name}（{unit}）· {CaseMatterName(matter)}", $"🗂 {name}（{unit}）· {CaseMatterName(matter)}", $"🗂 {name} ({unit}) · {CaseMatterName(matter)}");

    /// <summary>What a case is about.</summary>
    public string CaseMatterName(CaseMatter matter) => matter switch
    {
        CaseMatter.Illness => Say("身体不适", "身體不適", "unwell"),
        CaseMatter.Contact => Say("接触或隔离", "接觸或隔離", "contact or isolation"),
        CaseMatter.KeyArea => Say("去过重点地区", "去過重點地區", "been to a key area"),
        _ => Say("其他事项", "其他事項", "other"),
    };

    /// <summary>Where it stands, and who looks after it.</summary>
    public string CaseStands(CaseState state, IReadOnlyList<string> owners) => owners.Count == 0
        ? CaseStateName(state)
        : Say($"{CaseStateName(state)} · 负责：{List(owners)}", $"{CaseStateName(state)} · 負責：{List(owners)}", $"{CaseStateName(state)} · with {List(owners)}");

    /// <summary>A state of a case.</summary>
    public string CaseStateName(CaseState state) => state switch
    {
        CaseState.Open => Say("🔴 等人接手", "🔴 等人接手", "🔴 Nobody has it yet"),
        CaseState.TakenOn => Say("🟡 跟进中", "🟡 追蹤中", "🟡 Being followed up"),
        CaseState.AtHospital => Say("🏥 就医中", "🏥 就醫中", "🏥 Seeing a doctor"),
        CaseState.Diagnosed => Say("📋 已有诊断", "📋 已有診斷", "📋 Diagnosed"),
        CaseState.Recovering => Say("🌤 好转中", "🌤 好轉中", "🌤 Getting better"),
        CaseState.ReadyToReturn => Say("🟢 可以返校", "🟢 可以返校", "🟢 May come back"),
        CaseState.Returned => Say("🏫 已返校", "🏫 已返校", "🏫 Back at school"),
        _ => Say("✅ 已结案", "✅ 已結案", "✅ Closed"),
    };

    /// <summary>A case in the list of a unit: where it stands.</summary>
    public string CaseStanding(CaseMatter matter, CaseState state, bool isOverdue)
    {
        var late = isOverdue ? " ⏰" : "";
        return Say(
            $"　{CaseStateName(state)} · {CaseMatterName(matter)}{late}",
            $"　{CaseStateName(state)} · {CaseMatterName(matter)}{late}",
            $"   {CaseStateName(state)} · {CaseMatterName(matter)}{late}");
    }

    /// <summary>In the digest of a class or a school: cases wait too long.</summary>
    public string DigestOverdueCases(int count) => Say(
        $"⏰ {count} 件跟进已超时：/cases", $"⏰ {count} 件追蹤已逾時：/cases", count == 1 ? "⏰ 1 case is overdue: /cases" : $"⏰ {count} cases are overdue: /cases");

    /// <summary>It waits too long.</summary>
    public string CaseOverdue(DateTimeOffset due) => Say(
        $"⏰ 已超时：应在 {Moment(due)} 前处理", $"⏰ 已逾時：應在 {Moment(due)} 前處理", $"⏰ Overdue since {Moment(due)}");

    /// <summary>Why it was opened by hand.</summary>
    public string CaseNote(string note) => Say($"原因：{note}", $"原因：{note}", $"Reason: {note}");

    /// <summary>What was told on a day and in a slot.</summary>
    public string CaseTold(DateOnly day, string slot, string facts) => Say(
        $"· {Date(day)} {SlotName(slot)}：{facts}", $"· {Date(day)} {SlotName(slot)}：{facts}", $"· {Date(day)}, {SlotName(slot)}: {facts}");

    /// <summary>What was done, when and by whom.</summary>
    public string CaseDone(DateTimeOffset at, CaseEntry entry)
    {
        var done = entry.Closing is { } closing ? CaseClosedAs(closing) : CaseMoveName(entry.Move);
        return entry.ByName is { } name
            ? Say($"· {Moment(at)} {name}：{done}", $"· {Moment(at)} {name}：{done}", $"· {Moment(at)}, {name}: {done}")
            : Say($"· {Moment(at)} {done}", $"· {Moment(at)} {done}", $"· {Moment(at)}: {done}");
    }

    /// <summary>What stands in the way of a return, and until when.</summary>
    public string CaseBlock(ClearanceBlock block, DateTimeOffset at) => block.Rule switch
    {
        ClearanceRule.FeverFree => Say(
            $"⏳ 退热满 24 小时后才可返校：{Moment(at)} 起",
            $"⏳ 退燒滿 24 小時後才可返校：{Moment(at)} 起",
            $"⏳ Back only after 24 hours without fever: from {Moment(at)}"),
        ClearanceRule.Disease => Say(
            $"⏳ {Disease(block.Disease)}隔离期未满：{Date(DateOnly.FromDateTime(at.DateTime))}起可返校",
            $"⏳ {Disease(block.Disease)}隔離期未滿：{Date(DateOnly.FromDateTime(at.DateTime))}起可返校",
            $"⏳ Days of {Disease(block.Disease)} not over: back from {Date(DateOnly.FromDateTime(at.DateTime))}"),
        _ => Say(
            $"⏳ 监测期未满：{Date(DateOnly.FromDateTime(at.DateTime))}起可返校",
            $"⏳ 監測期未滿：{Date(DateOnly.FromDateTime(at.DateTime))}起可返校",
            $"⏳ Still monitored: back from {Date(DateOnly.FromDateTime(at.DateTime))}"),
    };

    /// <summary>No document counts days for a disease.</summary>
    public string CaseDoctorSays(Diseases disease) => Say(
        $"ℹ️ {Disease(disease)}以医院的复课证明为准", $"ℹ️ {Disease(disease)}以醫院的復課證明為準", $"ℹ️ {Disease(disease)}: a doctor's note says when");

    /// <summary>Over the chat: the case has gone on meanwhile.</summary>
    public string CaseHasMoved => Say("情况已有更新，请看最新内容。", "情況已有更新，請看最新內容。", "This has changed meanwhile; here is the latest.");

    /// <summary>Over the chat: not yet.</summary>
    public string CannotReturnYet => Say("还不能返校，原因见消息。", "還不能返校，原因見訊息。", "Not yet; the message says why.");

    /// <summary>Over the chat: the class teacher cannot clear a return.</summary>
    public string ClearingIsForTheSchool => Say("返校由学校负责人同意。", "返校由學校負責人同意。", "The school officer clears a return.");

    /// <summary>Opens a case from a list.</summary>
    public static string CaseOpenButton(string name, CaseState state) => $"{Mark(state)} {name}";

    /// <summary>Takes it on.</summary>
    public string CaseTakeButton => Say("🙋 我来跟进", "🙋 我來追蹤", "🙋 I'll take it");

    /// <summary>What staff say of it.</summary>
    public string CaseMoveButton(CaseMove move) => move switch
    {
        CaseMove.SeeDoctor => Say("🏥 已就医", "🏥 已就醫", "🏥 Saw a doctor"),
        CaseMove.Diagnose => Say("📋 有诊断了", "📋 有診斷了", "📋 Diagnosed"),
        CaseMove.Improve => Say("🌤 好转", "🌤 好轉", "🌤 Better"),
        CaseMove.Relapse => Say("🌡 又不舒服了", "🌡 又不舒服了", "🌡 Unwell again"),
        CaseMove.Clear => Say("🟢 同意返校", "🟢 同意返校", "🟢 May come back"),
        CaseMove.TakeOn => CaseTakeButton,
        CaseMove.Return => Say("🏫 已返校", "🏫 已返校", "🏫 Is back"),
        _ => CaseCloseButton,
    };

    /// <summary>Asks for the reason of closing.</summary>
    public string CaseCloseButton => Say("结案…", "結案…", "Close…");

    /// <summary>A reason of closing, as a button.</summary>
    public string CaseClosingName(CaseClosing closing) => closing switch
    {
        CaseClosing.Recovered => Say("✅ 已返校，结案", "✅ 已返校，結案", "✅ Is back, close"),
        CaseClosing.TimeOver => Say("✅ 监测结束", "✅ 監測結束", "✅ Monitoring is over"),
        CaseClosing.ToldWrongly => Say("报错了", "回報有誤", "Reported by mistake"),
        CaseClosing.LeftSchool => Say("已转出本校", "已轉出本校", "Left the school"),
        _ => Say("✅ 已处理好", "✅ 已處理好", "✅ Settled"),
    };

    /// <summary>There is an open case of that kind.</summary>
    public string CaseIsOpen(string name) => Say(
        $"{name}已有一件在跟进的事，请先看这一件：", $"{name}已有一件在追蹤的事，請先看這一件：", $"{name} already has an open case. Please see that one first:");

    /// <summary>A case was opened by hand.</summary>
    public string CaseOpened(string name, string note) => Say(
        $"🗂 已为{name}建档，由您跟进：{note}\n用 /case {name} 查看。",
        $"🗂 已為{name}建檔，由您追蹤：{note}\n用 /case {name} 查看。",
        $"🗂 Opened for {name}; you have it: {note}\nSee it with /case {name}.");

    /// <summary>Nothing is followed up.</summary>
    public string NoOpenCase(string name) => Say(
        $"{name}目前没有在跟进的事。要建档请写：/case {name} 原因",
        $"{name}目前沒有在追蹤的事。要建檔請寫：/case {name} 原因",
        $"Nothing is open for {name}. To open a case, write: /case {name} and the reason");

    /// <summary>How to use the command; nobody of that name was found, or none was given.</summary>
    public string CaseUsage(bool named) => named
        ? Say(
            "没找到这位学生。请写全名：/case 姓名，或 /case 姓名 原因",
            "找不到這位學生。請寫全名：/case 姓名，或 /case 姓名 原因",
            "No such pupil. Write the full name: /case NAME, or /case NAME and a reason")
        : Say(
            "请写：/case 姓名（查看），或 /case 姓名 原因（建档）",
            "請寫：/case 姓名（查看），或 /case 姓名 原因（建檔）",
            "Write /case NAME to see, or /case NAME and a reason to open one");

    /// <summary>To the family and the class teacher: the school has cleared the return.</summary>
    public string NoticeReturnCleared(string name, string unit) => Say(
        $"🟢 学校同意{name}（{unit}）返校上课。",
        $"🟢 學校同意{name}（{unit}）返校上課。",
        $"🟢 The school says that {name} ({unit}) may come back.");

    private string CaseMoveName(CaseMove move) => move switch
    {
        CaseMove.TakeOn => Say("接手", "接手", "took it on"),
        CaseMove.SeeDoctor => Say("已就医", "已就醫", "saw a doctor"),
        CaseMove.Diagnose => Say("有诊断", "有診斷", "diagnosed"),
        CaseMove.Improve => Say("好转", "好轉", "getting better"),
        CaseMove.Unchanged => Say("没有变化", "沒有變化", "no change"),
        CaseMove.Relapse => Say("又不舒服", "又不舒服", "unwell again"),
        CaseMove.Clear => Say("同意返校", "同意返校", "cleared to come back"),
        CaseMove.Return => Say("已返校", "已返校", "back at school"),
        _ => Say("结案", "結案", "closed"),
    };

    private string CaseClosedAs(CaseClosing closing) => closing switch
    {
        CaseClosing.Recovered => Say("已康复返校，结案", "已康復返校，結案", "closed: well and back"),
        CaseClosing.TimeOver => Say("监测结束，结案", "監測結束，結案", "closed: monitoring is over"),
        CaseClosing.ToldWrongly => Say("报错了，结案", "回報有誤，結案", "closed: reported by mistake"),
        CaseClosing.LeftSchool => Say("已转出本校，结案", "已轉出本校，結案", "closed: left the school"),
        _ => Say("已处理好，结案", "已處理好，結案", "closed: settled"),
    };

    private static string Mark(CaseState state) => state switch
    {
        CaseState.Open => "🔴",
        CaseState.TakenOn => "🟡",
        CaseState.AtHospital => "🏥",
        CaseState.Diagnosed => "📋",
        CaseState.Recovering => "🌤",
        CaseState.ReadyToReturn => "🟢",
        CaseState.Returned => "🏫",
        _ => "✅",
    };

    private string Moment(DateTimeOffset at) => Say(
        $"{Date(DateOnly.FromDateTime(at.DateTime))} {Clock(TimeOnly.FromDateTime(at.DateTime))}",
        $"{Date(DateOnly.FromDateTime(at.DateTime))} {Clock(TimeOnly.FromDateTime(at.DateTime))}",
        $"{Date(DateOnly.FromDateTime(at.DateTime))}, {Clock(TimeOnly.FromDateTime(at.DateTime))}");
}
