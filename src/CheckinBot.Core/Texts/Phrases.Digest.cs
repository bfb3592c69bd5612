using CheckinBot.Core.Digests;

namespace CheckinBot.Core.Texts;

public readonly partial record struct Phrases
{
    /// <summary>The first line of a digest. A count of this moment says that it belongs to no cut-off.</summary>
    public string DigestHeading(string unit, DateOnly day, string? slot, TimeOnly? countedAt, bool isLive)
    {
        var when = slot is null ? Date(day) : $"{Date(day)}{(IsEnglish ? " " : "")}{slot}";
        if (countedAt is not { } asOf) return $"📋 {unit} · {when}";
        return isLive
            ? Say(
                zhHans: $"📋 {unit} · {when} · 实时，{Clock(asOf)}",
                zhHant: $"📋 {unit} · {when} · 即時，{Clock(asOf)}",
                en: $"📋 {unit} · {when} · live at {Clock(asOf)}")
            : Say(
                zhHans: $"📋 {unit} · {when} · 截至 {Clock(asOf)}",
                zhHant: $"📋 {unit} · {when} · 截至 {Clock(asOf)}",
                en: $"📋 {unit} · {when} · as of {Clock(asOf)}");
    }

    /// <summary>Behind the bar of squares.</summary>
    public string DigestPercent(DigestNumbers n) => Say(zhHans: $"{n.CoveragePercent}%", zhHant: $"{n.CoveragePercent}%", en: $"{n.CoveragePercent}%");

    /// <summary>Coverage, first of all numbers.</summary>
    public string DigestCoverage(DigestNumbers n) => Say(
        zhHans: $"应报 {n.Expected} · 已报 {n.Reported} · 请假 {n.Exempt} · 未报 {n.Missing}",
        zhHant: $"應報 {n.Expected} · 已報 {n.Reported} · 請假 {n.Exempt} · 未報 {n.Missing}",
        en: $"{n.Expected} expected · {n.Reported} reported · {n.Exempt} exempt · {n.Missing} missing");

    /// <summary>How many have answered in a slot of the day, beside the other slots.</summary>
    public string DigestSlot(string slot, DigestNumbers n) => $"{SlotName(slot)} {n.Expected - n.Missing}/{n.Expected}";

    /// <summary>How those who reported are.</summary>
    public string DigestHealth(DigestNumbers n) => Say(
        zhHans: $"正常 {n.Normal} · 发热 {n.Fever} · 有症状 {n.Symptomatic}{DigestDiagnosed(n)}",
        zhHant: $"正常 {n.Normal} · 發燒 {n.Fever} · 有症狀 {n.Symptomatic}{DigestDiagnosed(n)}",
        en: $"{n.Normal} well · {n.Fever} with fever · {n.Symptomatic} with symptoms{DigestDiagnosed(n)}");

    // It is rare, and a daily zero would help nobody.
    private string DigestDiagnosed(DigestNumbers n) => n.Diagnosed == 0 ? "" : Say(
        zhHans: $" · 确诊或疑似传染病 {n.Diagnosed}",
        zhHant: $" · 確診或疑似傳染病 {n.Diagnosed}",
        en: $" · {n.Diagnosed} with an infectious disease, or suspected");

    /// <summary>Travel, and who has to be followed up.</summary>
    public string DigestTravel(DigestNumbers n) => Say(
        zhHans: $"外出 {n.Travelled}{(n.KeyArea == 0 ? "" : $"（重点地区 {n.KeyArea}）")} · 跟踪随访 {n.UnderFollowUp}",
        zhHant: $"外出 {n.Travelled}{(n.KeyArea == 0 ? "" : $"（重點地區 {n.KeyArea}）")} · 追蹤關懷 {n.UnderFollowUp}",
        en: $"{n.Travelled} travelled{(n.KeyArea == 0 ? "" : $" ({n.KeyArea} key area)")} · {n.UnderFollowUp} follow-up");

    /// <summary>Quarantine.</summary>
    public string DigestIsolation(DigestNumbers n) => Say(
        zhHans: $"居家隔离 {n.IsolatedHome} · 集中隔离 {n.IsolatedCentral}",
        zhHant: $"居家隔離 {n.IsolatedHome} · 集中隔離 {n.IsolatedCentral}",
        en: $"Quarantine: {n.IsolatedHome} at home, {n.IsolatedCentral} in a centre");

    /// <summary>What changed since the school day before.</summary>
    public string DigestAgainstDayBefore(DigestNumbers before, DigestNumbers now)
    {
        var changes = Changes(before, now);
        return changes.Length == 0
            ? Say(zhHans: "与上一上学日持平", zhHant: "與前一上課日相同", en: "Same as the day before")
            : Say(zhHans: $"较上一上学日：{changes}", zhHant: $"較前一上課日：{changes}", en: $"vs day before: {changes}");
    }

    /// <summary>What changed since the same day of the last school week.</summary>
    public string DigestAgainstWeekBefore(DayOfWeek weekday, DigestNumbers before, DigestNumbers now)
    {
        var changes = Changes(before, now);
        var day = DayOfLastWeek(weekday);
        return changes.Length == 0
            ? Say(zhHans: $"与上{day}持平", zhHant: $"與上{day}相同", en: $"Same as last {day}")
            : Say(zhHans: $"较上{day}：{changes}", zhHant: $"較上{day}：{changes}", en: $"vs last {day}: {changes}");
    }

    /// <summary>What came in since the snapshot.</summary>
    public string DigestSince(TimeOnly at, DigestNumbers snapshot, DigestNumbers now, int corrected)
    {
        var said = new List<string>();
        var reported = now.Reported - snapshot.Reported;
        if (reported != 0) said.Add(Say(zhHans: $"已报 {Signed(reported)}", zhHant: $"已報 {Signed(reported)}", en: $"{Signed(reported)} reported"));
        if (corrected > 0) said.Add(Say(zhHans: $"更正 {corrected} 人", zhHant: $"更正 {corrected} 人", en: $"{corrected} corrected"));
        said.AddRange(
            from field in Fields(snapshot, now).Skip(snapshot.Missing - now.Missing == reported ? 1 : 0)
            where field.Was != field.Is
            select $"{field.Name} {field.Was}→{field.Is}");
        if (said.Count == 0) said.Add(Say(zhHans: "有更正", zhHant: "有更正", en: "corrections"));
        var changes = string.Join(IsEnglish ? ", " : "、", said);
        return Say(
            zhHans: $"🕘 此后（至 {Clock(at)}）：{changes}",
            zhHant: $"🕘 其後（至 {Clock(at)}）：{changes}",
            en: $"🕘 Since then (to {Clock(at)}): {changes}");
    }

    private string Changes(DigestNumbers before, DigestNumbers now) => string.Join(
        IsEnglish ? ", " : "、",
        Fields(before, now).Where(field => field.Was != field.Is).Select(field => $"{field.Name} {Signed(field.Is - field.Was)}"));

    private (string Name, int Was, int Is)[] Fields(DigestNumbers before, DigestNumbers now) =>
    [
        (Say(zhHans: "未报", zhHant: "未報", en: "missing"), before.Missing, now.Missing),
        (Say(zhHans: "请假", zhHant: "請假", en: "exempt"), before.Exempt, now.Exempt),
        (Say(zhHans: "发热", zhHant: "發燒", en: "fever"), before.Fever, now.Fever),
        (Say(zhHans: "有症状", zhHant: "有症狀", en: "symptoms"), before.Symptomatic, now.Symptomatic),
        (Say(zhHans: "外出", zhHant: "外出", en: "travel"), before.Travelled, now.Travelled),
        (Say(zhHans: "隔离", zhHant: "隔離", en: "isolated"), before.IsolatedHome + before.IsolatedCentral, now.IsolatedHome + now.IsolatedCentral),
    ];

    private static string Signed(int by) => $"{(by > 0 ? "+" : "−")}{Math.Abs(by)}";

    private string DayOfLastWeek(DayOfWeek day) => IsEnglish
        ? day.ToString()
        : Say(zhHans: "周", zhHant: "週", en: "") + "日一二三四五六"[(int)day];

    /// <summary>
    /// How far the report has come, and since when, where that is later than the numbers above. A report with a case in it
    /// is not the zero report but the daily one.
    /// </summary>
    public string DigestReportState(ZeroReport report, DigestNumbers n, TimeOnly? at)
    {
        var name = ReportName(n) + As(at);
        return report switch
        {
            ZeroReport.Signed => Say(zhHans: $"✅ {name}：已签字确认", zhHant: $"✅ {name}：已簽名確認", en: $"✅ {name}: signed"),
            ZeroReport.Unsigned =>
                Say(zhHans: $"🟡 {name}：人数已齐，待签字确认", zhHant: $"🟡 {name}：人數已齊，待簽名確認", en: $"🟡 {name}: everybody accounted for, not signed yet"),
            _ when n.Missing > 0 =>
                Say(zhHans: $"⏳ {name}：还有 {n.Missing} 人未报，不能报", zhHant: $"⏳ {name}：還有 {n.Missing} 人未報，不能報",
                    en: $"⏳ {name}: {n.Missing} missing, can't be submitted yet"),
            _ => Say(zhHans: $"⏳ {name}：{n.ExemptWithoutReason} 人没说原因，不能报", zhHant: $"⏳ {name}：{n.ExemptWithoutReason} 人沒說原因，不能報",
                en: $"⏳ {name}: {n.ExemptWithoutReason} exempt without a reason, can't be submitted yet"),
        };
    }

    /// <summary>Who signed, and whether that still holds.</summary>
    public string DigestSignature(SignOff signature, TimeOnly at, DigestNumbers n)
    {
        var name = ReportName(signature.Numbers);
        return signature.OutdatedAt is null
            ? Say(
                zhHans: $"✅ {name}：{signature.By} {Clock(at)} 已签字",
                zhHant: $"✅ {name}：{signature.By} {Clock(at)} 已簽名",
                en: $"✅ {name}: signed by {signature.By} at {Clock(at)}")
            : Say(
                zhHans: $"⚠️ {name}：{signature.By} {Clock(at)} 签的是第 {signature.Revision} 版，"
                    + $"之后{(signature.Numbers == n ? "有疑问，核对后" : "有变动，")}{(n.Missing > 0 ? $"现有 {n.Missing} 人未报" : "需重新签字")}",
                zhHant: $"⚠️ {name}：{signature.By} {Clock(at)} 簽的是第 {signature.Revision} 版，"
                    + $"之後{(signature.Numbers == n ? "有疑問，核對後" : "有變動，")}{(n.Missing > 0 ? $"現有 {n.Missing} 人未報" : "需重新簽名")}",
                en: $"⚠️ {name}: {signature.By} signed revision {signature.Revision} at {Clock(at)}; it has "
                    + $"{(signature.Numbers == n ? "been questioned" : "changed")} since, "
                    + $"{(n.Missing > 0 ? $"{n.Missing} missing now" : "to be signed again")}");
    }

    /// <summary>How many of the units below have signed.</summary>
    public string DigestReportsBelow(ZeroReportCounts below, bool inSchool, TimeOnly? at) => Say(
        zhHans: $"{(inSchool ? "各班" : "各校")}{As(at)}：✅ 已签 {below.Signed} · 🟡 待签 {below.Unsigned} · ⏳ 未齐 {below.Incomplete}",
        zhHant: $"{(inSchool ? "各班" : "各校")}{As(at)}：✅ 已簽 {below.Signed} · 🟡 待簽 {below.Unsigned} · ⏳ 未齊 {below.Incomplete}",
        en: $"{(at is null ? "" : $"Below{As(at)}: ")}✅ {below.Signed} signed · 🟡 {below.Unsigned} to sign · ⏳ {below.Incomplete} open");

    private string As(TimeOnly? at) => at is { } time ? Say(zhHans: $"（{Clock(time)}）", zhHant: $"（{Clock(time)}）", en: $" at {Clock(time)}") : "";

    // A report with a case in it is not the zero report but the daily one.
    private string ReportName(DigestNumbers n) => n.UnderFollowUp > 0
        ? Say(zhHans: "日报告", zhHant: "日報告", en: "Daily report")
        : Say(zhHans: "零报告", zhHant: "零報告", en: "Zero report");

    /// <summary>Above the list of incomplete units; it says since when, where something later stands above it.</summary>
    public string DigestIncomplete(int incomplete, int of, TimeOnly? at) => Say(
        zhHans: $"未报齐 {incomplete}/{of}{As(at)}：",
        zhHant: $"未報齊 {incomplete}/{of}{As(at)}：",
        en: $"Not complete{As(at)}, {incomplete} of {of} (missing/expected):");

    /// <summary>One incomplete unit, and since when it is incomplete; null where that is not known.</summary>
    public string DigestIncompleteUnit(string unit, DigestNumbers n, TimeOnly? since)
    {
        var text = n.Missing > 0
            ? Say(zhHans: $"{unit}　未报 {n.Missing}/{n.Expected}", zhHant: $"{unit}　未報 {n.Missing}/{n.Expected}", en: since is null
                ? $"{unit}: {n.Missing} of {n.Expected} missing"
                : $"{unit}: {n.Missing}/{n.Expected}")
            : Say(zhHans: $"{unit}　没说原因 {n.ExemptWithoutReason}", zhHant: $"{unit}　沒說原因 {n.ExemptWithoutReason}",
                en: $"{unit}: {n.ExemptWithoutReason} exempt without a reason");
        return since is { } time ? text + Say(zhHans: $" · {Clock(time)} 起", zhHant: $" · {Clock(time)} 起", en: $" since {Clock(time)}") : text;
    }

    /// <summary>The people of a unit itself, beside the units below it.</summary>
    public string DigestOwnPeople => Say(zhHans: "学校教职工", zhHant: "學校教職員工", en: "school staff");

    /// <summary>Ends a list that was cut.</summary>
    public string DigestMore(int more) => Say(zhHans: $"· 另有 {more} 个", zhHant: $"· 另有 {more} 個", en: $"· and {more} more");

    /// <summary>One finding.</summary>
    public string DigestAlertLine(DigestAlertKind kind, string unit, int count) => kind switch
    {
        DigestAlertKind.Fever => Say(zhHans: $"🌡 {unit}　发热 {count} 人", zhHant: $"🌡 {unit}　發燒 {count} 人", en: $"🌡 {unit}: {count} with fever"),
        DigestAlertKind.Cluster =>
            Say(zhHans: $"🚨 {unit}　{count} 人症状相同，请核实", zhHant: $"🚨 {unit}　{count} 人症狀相同，請核實",
                en: $"🚨 {unit}: {count} with similar symptoms, please look into it"),
        DigestAlertKind.KeyArea => Say(zhHans: $"📍 {unit}　到过重点地区 {count} 人", zhHant: $"📍 {unit}　到過重點地區 {count} 人", en: $"📍 {unit}: {count} in a key area"),
        DigestAlertKind.NoAnswer => Say(zhHans: $"❔ {unit}　{count} 人无一上报", zhHant: $"❔ {unit}　{count} 人無一上報", en: $"❔ {unit}: none of {count} has reported"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>To the class teacher: who is missing, by name.</summary>
    public string DigestMissingNames(IReadOnlyList<string> names, int all) => names.Count < all
        ? Say(
            zhHans: $"未报：{List(names)} 等 {all} 人",
            zhHant: $"未報：{List(names)} 等 {all} 人",
            en: $"Missing: {string.Join(", ", names)} and {all - names.Count} more")
        : Say(zhHans: $"未报：{List(names)}", zhHant: $"未報：{List(names)}", en: $"Missing: {List(names)}");

    /// <summary>To the class group, at the end.</summary>
    public string DigestGroupClosing(DigestNumbers n) => n.Missing == 0
        ? Say(zhHans: "全班都报到了，谢谢大家。", zhHant: "全班都回報了，謝謝大家。", en: "Everybody is accounted for. Thank you all.")
        : Say(zhHans: "还没报的家长，私聊我发一个体温就好。", zhHant: "還沒回報的家長，私訊我一個體溫就好。", en: "If you have not reported yet, just send me a temperature in private.");

    /// <summary>A past day for which nothing is stored.</summary>
    public string DigestNoRecord(int expected) => Say(
        zhHans: $"ℹ️ 这一天没有任何打卡记录，可能当时还没开始使用。现在名册上有 {expected} 人。",
        zhHant: $"ℹ️ 這一天沒有任何回報紀錄，可能當時還沒開始使用。現在名冊上有 {expected} 人。",
        en: $"ℹ️ There is no record of this day; perhaps the bot was not in use yet. The roster has {expected} people now.");

    /// <summary>A unit in which nobody has to check in.</summary>
    public string DigestNobodyExpected => Say(zhHans: "这里没有需要打卡的人。", zhHant: "這裡沒有需要回報的人。", en: "Nobody here is to check in.");

    /// <summary>No unit whose digest this user may see.</summary>
    public string DigestNotForYou => Say(
        zhHans: "日报只发给班主任、学校和上级的负责人。您要看孩子今天的情况，请发 /status。",
        zhHant: "日報只提供給導師、學校和上級的負責人。要看孩子今天的狀況，請傳 /status。",
        en: "Digests are for class teachers, schools and the offices above. To see your children today, send /status.");

    /// <summary>The argument of <c>/digest</c> is no date.</summary>
    public string DigestDateUnclear => Say(
        zhHans: "日期请写成 2026-03-02，例如 /digest 2026-03-02。",
        zhHant: "日期請寫成 2026-03-02，例如 /digest 2026-03-02。",
        en: "Please write the date as 2026-03-02, for example /digest 2026-03-02.");
}
