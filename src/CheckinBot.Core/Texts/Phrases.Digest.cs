using CheckinBot.Core.Digests;

namespace CheckinBot.Core.Texts;

public readonly partial record struct Phrases
{
    /// <summary>The first line of a digest.</summary>
    public string DigestHeading(string unit, DateOnly day, TimeOnly asOf) => Say(
        zhHans: $"📋 {unit} · {Date(day)} · 截至 {Clock(asOf)}",
        zhHant: $"📋 {unit} · {Date(day)} · 截至 {Clock(asOf)}",
        en: $"📋 {unit} · {Date(day)} · as of {Clock(asOf)}");

    /// <summary>Coverage, first of all numbers.</summary>
    public string DigestCoverage(DigestNumbers n) => Say(
        zhHans: $"应报 {n.Expected} · 已报 {n.Reported} · 免报 {n.Exempt} · 未报 {n.Missing}（{n.CoveragePercent}%）",
        zhHant: $"應報 {n.Expected} · 已報 {n.Reported} · 免報 {n.Exempt} · 未報 {n.Missing}（{n.CoveragePercent}%）",
        en: $"{n.Expected} expected · {n.Reported} reported · {n.Exempt} exempt · {n.Missing} missing ({n.CoveragePercent}%)");

    /// <summary>How far a slot of the day has come, beside the others.</summary>
    public string DigestSlot(string slot, DigestNumbers n) => $"{SlotName(slot)} {n.Expected - n.Missing}/{n.Expected}";

    /// <summary>How those who reported are.</summary>
    public string DigestHealth(DigestNumbers n) => Say(
        zhHans: $"正常 {n.Normal} · 发热 {n.Fever} · 有症状 {n.Symptomatic}",
        zhHant: $"正常 {n.Normal} · 發燒 {n.Fever} · 有症狀 {n.Symptomatic}",
        en: $"{n.Normal} well · {n.Fever} with fever · {n.Symptomatic} with symptoms");

    /// <summary>Travel and quarantine.</summary>
    public string DigestTravel(DigestNumbers n) => Say(
        zhHans: $"外出 {n.Travelled}（重点地区 {n.KeyArea}）· 居家隔离 {n.IsolatedHome} · 集中隔离 {n.IsolatedCentral}",
        zhHant: $"外出 {n.Travelled}（重點地區 {n.KeyArea}）· 居家隔離 {n.IsolatedHome} · 集中隔離 {n.IsolatedCentral}",
        en: $"{n.Travelled} travelled ({n.KeyArea} to key areas) · quarantine: {n.IsolatedHome} at home, {n.IsolatedCentral} in a centre");

    /// <summary>What changed since the school day before, by field; null where nothing did.</summary>
    public string DigestChanges(DigestNumbers before, DigestNumbers now)
    {
        var phrases = this;
        var changes = new (string Name, int By)[]
        {
            (Say(zhHans: "已报", zhHant: "已報", en: "reported"), now.Reported - before.Reported),
            (Say(zhHans: "未报", zhHant: "未報", en: "missing"), now.Missing - before.Missing),
            (Say(zhHans: "免报", zhHant: "免報", en: "exempt"), now.Exempt - before.Exempt),
            (Say(zhHans: "发热", zhHant: "發燒", en: "fever"), now.Fever - before.Fever),
            (Say(zhHans: "有症状", zhHant: "有症狀", en: "symptoms"), now.Symptomatic - before.Symptomatic),
            (Say(zhHans: "外出", zhHant: "外出", en: "travelled"), now.Travelled - before.Travelled),
        };
        var said = changes.Where(change => change.By != 0).Select(change => $"{change.Name} {(change.By > 0 ? "+" : "−")}{Math.Abs(change.By)}").ToList();
        return said.Count == 0
            ? Say(zhHans: "与上一上学日相同", zhHant: "與上一上學日相同", en: "Same as the school day before")
            : phrases.Say(
                zhHans: $"比上一上学日：{string.Join("、", said)}",
                zhHant: $"與上一上學日相比：{string.Join("、", said)}",
                en: $"Against the school day before: {string.Join(", ", said)}");
    }

    /// <summary>How far the report has come. With a case in it, it is no zero report but the daily one.</summary>
    public string DigestReportState(ZeroReport report, DigestNumbers n)
    {
        var cases = n.Fever + n.Symptomatic + n.KeyArea > 0;
        var name = cases
            ? Say(zhHans: "日报告", zhHant: "日報告", en: "Daily report")
            : Say(zhHans: "零报告", zhHant: "零報告", en: "Zero report");
        return report switch
        {
            ZeroReport.Signed => Say(zhHans: $"✅ {name}：已签字确认", zhHant: $"✅ {name}：已簽名確認", en: $"✅ {name}: signed"),
            ZeroReport.Unsigned => Say(zhHans: $"🟡 {name}：人数已齐，待签字确认", zhHant: $"🟡 {name}：人數已齊，待簽名確認", en: $"🟡 {name}: everybody accounted for, not signed yet"),
            _ when n.Missing > 0 => Say(zhHans: $"⏳ {name}：还有 {n.Missing} 人未报，不能报", zhHant: $"⏳ {name}：還有 {n.Missing} 人未報，不能報", en: $"⏳ {name}: not possible yet, {n.Missing} missing"),
            _ => Say(zhHans: $"⏳ {name}：{n.ExemptWithoutReason} 人免报原因不明，不能报", zhHant: $"⏳ {name}：{n.ExemptWithoutReason} 人免報原因不明，不能報", en: $"⏳ {name}: not possible yet, {n.ExemptWithoutReason} exempt without a reason"),
        };
    }

    /// <summary>Heads the list of units that are not complete.</summary>
    public string DigestIncomplete(int incomplete, int of) => Say(
        zhHans: $"未报齐 {incomplete}/{of}：",
        zhHant: $"未報齊 {incomplete}/{of}：",
        en: $"Not complete, {incomplete} of {of}:");

    /// <summary>One unit that is not complete.</summary>
    public string DigestIncompleteUnit(string unit, DigestNumbers n) => n.Missing > 0
        ? Say(
            zhHans: $"· {unit}　未报 {n.Missing}/{n.Expected}",
            zhHant: $"· {unit}　未報 {n.Missing}/{n.Expected}",
            en: $"· {unit}: {n.Missing} of {n.Expected} missing")
        : Say(
            zhHans: $"· {unit}　免报原因不明 {n.ExemptWithoutReason}",
            zhHant: $"· {unit}　免報原因不明 {n.ExemptWithoutReason}",
            en: $"· {unit}: {n.ExemptWithoutReason} exempt without a reason");

    /// <summary>The people of a unit itself, beside the units below it.</summary>
    public string DigestOwnPeople => Say(zhHans: "本级教职工", zhHant: "本級教職員工", en: "own staff");

    /// <summary>Ends a list that was cut.</summary>
    public string DigestMore(int more) => Say(zhHans: $"· 另有 {more} 个", zhHant: $"· 另有 {more} 個", en: $"· and {more} more");

    /// <summary>One finding.</summary>
    public string DigestAlertLine(DigestAlertKind kind, string unit, int count) => kind switch
    {
        DigestAlertKind.Fever => Say(zhHans: $"🌡 {unit}　发热 {count} 人", zhHant: $"🌡 {unit}　發燒 {count} 人", en: $"🌡 {unit}: {count} with fever"),
        DigestAlertKind.Cluster => Say(zhHans: $"🚨 {unit}　{count} 人症状相同，请核实", zhHant: $"🚨 {unit}　{count} 人症狀相同，請核實", en: $"🚨 {unit}: {count} with like symptoms, please look into it"),
        DigestAlertKind.KeyArea => Say(zhHans: $"📍 {unit}　到过重点地区 {count} 人", zhHant: $"📍 {unit}　到過重點地區 {count} 人", en: $"📍 {unit}: {count} in a key area"),
        _ => Say(zhHans: $"❔ {unit}　{count} 人无一上报", zhHant: $"❔ {unit}　{count} 人無一上報", en: $"❔ {unit}: none of {count} has reported"),
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

    /// <summary>A unit of which nobody is to check in.</summary>
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
