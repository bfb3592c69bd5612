using CheckinBot.Core.Digests;

namespace CheckinBot.Core.Texts;

public readonly partial record struct Phrases
{
    /// <summary>The first line of a digest. A count of this moment says that it belongs to no cut-off.</summary>
    public string DigestHeading(string unit, DateOnly day, string? slot, DateTimeOffset? countedAt, bool isLive)
    {
        var when = slot is null ? Date(day) : $"{Date(day)}{(IsEnglish ? " " : "")}{slot}";
        if (countedAt is not { } at) return $"📋 {unit} · {when}";
        var asOf = AsOf(at, day);
        return isLive
            ? Say(
                zhHans: $"📋 {unit} · {when} · 实时，{asOf}",
                zhHant: $"📋 {unit} · {when} · 即時，{asOf}",
                en: $"📋 {unit} · {when} · live at {asOf}")
            : Say(
                zhHans: $"📋 {unit} · {when} · 截至 {asOf}",
                zhHant: $"📋 {unit} · {when} · 截至 {asOf}",
                en: $"📋 {unit} · {when} · as of {asOf}");
    }

    /// <summary>Behind the bar of squares.</summary>
    public string DigestPercent(DigestNumbers n) => Say(zhHans: $"{n.CoveragePercent}%", zhHant: $"{n.CoveragePercent}%", en: $"{n.CoveragePercent}%");

    /// <summary>Coverage, first of all numbers: reported, on leave and missing are together the expected.</summary>
    public string DigestCoverage(DigestNumbers n)
    {
        var (staff, reason, travel) = (n.Staff > 0, n.ExemptWithoutReason > 0, n.TravelUnanswered > 0);
        return Say(
            zhHans: Dotted(
                $"应报 {n.Expected}{(staff ? $"（含教职工 {n.Staff}）" : "")}", $"已报 {n.Reported}{(travel ? $"（外出未答 {n.TravelUnanswered}）" : "")}",
                $"请假 {n.Exempt}{(reason ? $"（没说原因 {n.ExemptWithoutReason}）" : "")}", $"未报 {n.Missing}"),
            zhHant: Dotted(
                $"應報 {n.Expected}{(staff ? $"（含教職員工 {n.Staff}）" : "")}", $"已報 {n.Reported}{(travel ? $"（外出未答 {n.TravelUnanswered}）" : "")}",
                $"請假 {n.Exempt}{(reason ? $"（沒說原因 {n.ExemptWithoutReason}）" : "")}", $"未報 {n.Missing}"),
            en: Dotted(
                $"{n.Expected} expected{(staff ? $" ({n.Staff} staff)" : "")}",
                $"{n.Reported} reported{(travel ? $" ({n.TravelUnanswered} travel open)" : "")}",
                $"{n.Exempt} excused{(reason ? $" ({n.ExemptWithoutReason} no reason)" : "")}", $"{n.Missing} missing"));
    }

    /// <summary>Who came to a class or left it on the day: they are counted where they are now.</summary>
    public string DigestMoved(MovedPeople moved)
    {
        var said = new List<string>();
        if (moved.In > 0) said.Add(Say(zhHans: $"转入 {moved.In} 人", zhHant: $"轉入 {moved.In} 人", en: $"{moved.In} came"));
        if (moved.Out > 0) said.Add(Say(zhHans: $"转出 {moved.Out} 人", zhHant: $"轉出 {moved.Out} 人", en: $"{moved.Out} left"));
        return Say(
            zhHans: $"当天{string.Join("、", said)}，按现在的班级统计",
            zhHant: $"當天{string.Join("、", said)}，依目前的班級統計",
            en: $"That day {string.Join(", ", said)}; counted where they are now");
    }

    /// <summary>How far a slot of the day has come and who has fever in it, beside the other slots.</summary>
    public string DigestSlot(string slot, DigestNumbers n)
    {
        var text = $"{SlotName(slot)} {n.Covered}/{n.Expected}";
        return n.Fever == 0 ? text : text + Say(zhHans: $"（发热 {n.Fever}）", zhHant: $"（發燒 {n.Fever}）", en: $" ({n.Fever} with fever)");
    }

    /// <summary>How those who reported are: the two parts are together the reported. Those of the others to be followed up are said apart.</summary>
    public string DigestHealth(DigestNumbers n)
    {
        var text = Say(
            zhHans: $"已报 {n.Reported} 人中：正常 {n.Normal} · 需跟进 {n.ReportedFollowUp}",
            zhHant: $"已報 {n.Reported} 人中：正常 {n.Normal} · 需追蹤 {n.ReportedFollowUp}",
            en: $"{n.Normal} well · {n.ReportedFollowUp} to follow up (of {n.Reported})");
        return n.AbsentFollowUp == 0 ? text : text + Say(
            zhHans: $"；请假和未报的另有 {n.AbsentFollowUp}",
            zhHant: $"；請假和未報的另有 {n.AbsentFollowUp}",
            en: $"; {n.AbsentFollowUp} more excused or missing");
    }

    /// <summary>Who is ill, in whatever way; those who did not report a temperature are among them, and said apart.</summary>
    public string DigestIll(DigestNumbers n)
    {
        var (fever, symptoms) = (Absent(n.FeverAbsent), Absent(n.SymptomaticAbsent));
        List<string> parts =
        [
            Say(zhHans: $"发热 {n.Fever}{fever}", zhHant: $"發燒 {n.Fever}{fever}", en: $"{n.Fever} with fever{fever}"),
            Say(zhHans: $"有症状 {n.Symptomatic}{symptoms}", zhHant: $"有症狀 {n.Symptomatic}{symptoms}", en: $"{n.Symptomatic} with symptoms{symptoms}"),
        ];
        // It is rare, and a daily zero would help nobody.
        if (n.Diagnosed > 0)
            parts.Add(Say(
                zhHans: $"确诊或疑似传染病 {n.Diagnosed}", zhHant: $"確診或疑似傳染病 {n.Diagnosed}",
                en: $"{n.Diagnosed} with an infectious disease, or suspected"));
        return Dotted(parts);
    }

    private string Absent(int count) => count == 0 ? "" : Say(
        zhHans: $"（其中请假或未报 {count}）", zhHant: $"（其中請假或未報 {count}）", en: $" ({count} of them excused or missing)");

    /// <summary>Travel, and who has to be followed up.</summary>
    public string DigestTravel(DigestNumbers n) => Say(
        zhHans: Dotted($"外出 {n.Travelled}{(n.KeyArea == 0 ? "" : $"（重点地区 {n.KeyArea}）")}", $"需跟进共 {n.UnderFollowUp}"),
        zhHant: Dotted($"外出 {n.Travelled}{(n.KeyArea == 0 ? "" : $"（重點地區 {n.KeyArea}）")}", $"需追蹤共 {n.UnderFollowUp}"),
        en: Dotted($"{n.Travelled} travelled{(n.KeyArea == 0 ? "" : $" ({n.KeyArea} key area)")}", $"follow up: {n.UnderFollowUp}"));

    /// <summary>Quarantine.</summary>
    public string DigestIsolation(DigestNumbers n) => Say(
        zhHans: $"居家隔离 {n.IsolatedHome} · 集中隔离 {n.IsolatedCentral}",
        zhHant: $"居家隔離 {n.IsolatedHome} · 集中隔離 {n.IsolatedCentral}",
        en: $"Quarantine: {n.IsolatedHome} at home, {n.IsolatedCentral} in a centre");

    /// <summary>How far the report has come. A report with a case in it is not the zero report but the daily one.</summary>
    public string DigestReportState(ZeroReport report, DigestNumbers n, bool hasCases)
    {
        var name = ReportName(hasCases);
        return report switch
        {
            ZeroReport.Signed => Say(zhHans: $"✅ {name}：已签字确认", zhHant: $"✅ {name}：已簽名確認", en: $"✅ {name}: signed"),
            ZeroReport.Unsigned =>
                Say(zhHans: $"🟡 {name}：人数已齐，待签字确认", zhHant: $"🟡 {name}：人數已齊，待簽名確認", en: $"🟡 {name}: everybody accounted for, not signed yet"),
            _ => Say(
                zhHans: $"⏳ {name}：还有 {Owed(n)}，不能报", zhHant: $"⏳ {name}：還有 {Owed(n)}，不能報", en: $"⏳ {name}: {Owed(n)}, can't be submitted yet"),
        };
    }

    /// <summary>What stands in the way of a report, each with how many people.</summary>
    public string Owed(DigestNumbers n)
    {
        var said = new List<string>();
        if (n.Missing > 0) said.Add(Say(zhHans: $"{n.Missing} 人未报", zhHant: $"{n.Missing} 人未報", en: $"{n.Missing} missing"));
        if (n.ExemptWithoutReason > 0)
            said.Add(Say(zhHans: $"{n.ExemptWithoutReason} 人说了不到校、没说原因", zhHant: $"{n.ExemptWithoutReason} 人說了不到校、沒說原因",
                en: $"{n.ExemptWithoutReason} absent without a reason"));
        if (n.TravelUnanswered > 0)
            said.Add(Say(zhHans: $"{n.TravelUnanswered} 人外出没答", zhHant: $"{n.TravelUnanswered} 人外出沒答",
                en: $"{n.TravelUnanswered} without an answer about travel"));
        return string.Join(Say("，", "，", ", "), said);
    }

    /// <summary>Who signed, and whether that still holds.</summary>
    public string DigestSignature(SignOff signature, TimeOnly at, DigestNumbers n)
    {
        var name = ReportName(signature.Numbers.UnderFollowUp > 0);
        return signature.OutdatedAt is null
            ? Say(
                zhHans: $"✅ {name}：{signature.By} {Clock(at)} 已签字",
                zhHant: $"✅ {name}：{signature.By} {Clock(at)} 已簽名",
                en: $"✅ {name}: signed by {signature.By} at {Clock(at)}")
            : Say(
                zhHans: $"⚠️ {name}：{signature.By} {Clock(at)} 签的是第 {signature.Revision} 版，"
                    + $"之后{(signature.Numbers == n ? "有疑问，核对后" : "有变动，")}{(n.MayBeSigned ? "需重新签字" : $"现有 {Owed(n)}")}",
                zhHant: $"⚠️ {name}：{signature.By} {Clock(at)} 簽的是第 {signature.Revision} 版，"
                    + $"之後{(signature.Numbers == n ? "有疑問，核對後" : "有變動，")}{(n.MayBeSigned ? "需重新簽名" : $"現有 {Owed(n)}")}",
                en: $"⚠️ {name}: {signature.By} signed revision {signature.Revision} at {Clock(at)}; it has "
                    + $"{(signature.Numbers == n ? "been questioned" : "changed")} since, "
                    + $"{(n.MayBeSigned ? "to be signed again" : $"{Owed(n)} now")}");
    }

    /// <summary>How many of the units below have signed.</summary>
    public string DigestReportsBelow(ZeroReportCounts below, bool inSchool) => Say(
        zhHans: $"{(inSchool ? "各班" : "各校")}：✅ 已签 {below.Signed} · 🟡 待签 {below.Unsigned} · ⏳ 未齐 {below.Incomplete}",
        zhHant: $"{(inSchool ? "各班" : "各校")}：✅ 已簽 {below.Signed} · 🟡 待簽 {below.Unsigned} · ⏳ 未齊 {below.Incomplete}",
        en: $"✅ {below.Signed} signed · 🟡 {below.Unsigned} to sign · ⏳ {below.Incomplete} open");

    // A report with a case in it is not the zero report but the daily one.
    private string ReportName(bool hasCases) => hasCases
        ? Say(zhHans: "日报告", zhHant: "日報告", en: "Daily report")
        : Say(zhHans: "零报告", zhHant: "零報告", en: "Zero report");

    /// <summary>Above the list of incomplete units: how many of how many.</summary>
    public string DigestIncomplete(int incomplete, int of) => of == 0
        ? Say(zhHans: "未报齐：", zhHant: "未報齊：", en: "Not complete (missing/expected):")
        : Say(
            zhHans: $"未报齐 {incomplete}/{of}：",
            zhHant: $"未報齊 {incomplete}/{of}：",
            en: $"Not complete, {incomplete} of {of} (missing/expected):");

    /// <summary>One incomplete unit, and since when it is incomplete; null where that is not known.</summary>
    public string DigestIncompleteUnit(string unit, DigestNumbers n, TimeOnly? since)
    {
        var said = new List<string>();
        if (n.Missing > 0)
        {
            said.Add(Say(
                zhHans: $"未报 {n.Missing}/{n.Expected}", zhHant: $"未報 {n.Missing}/{n.Expected}",
                en: since is null ? $"{n.Missing} of {n.Expected} missing" : $"{n.Missing}/{n.Expected}"));
        }

        if (n.ExemptWithoutReason > 0)
            said.Add(Say(zhHans: $"没说原因 {n.ExemptWithoutReason}", zhHant: $"沒說原因 {n.ExemptWithoutReason}",
                en: $"{n.ExemptWithoutReason} absent without a reason"));
        if (n.TravelUnanswered > 0)
            said.Add(Say(zhHans: $"外出未答 {n.TravelUnanswered}", zhHant: $"外出未答 {n.TravelUnanswered}", en: $"{n.TravelUnanswered} travel open"));
        var text = Say(zhHans: $"{unit}　", zhHant: $"{unit}　", en: $"{unit}: ") + string.Join(" · ", said);
        return since is { } time ? text + Say(zhHans: $" · {Clock(time)} 起", zhHant: $" · {Clock(time)} 起", en: $" since {Clock(time)}") : text;
    }

    /// <summary>The people of a unit itself, beside the units below it.</summary>
    public string DigestOwnPeople => Say(zhHans: "学校教职工", zhHant: "學校教職員工", en: "own staff");

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

    /// <summary>A unit in a slot of the day that is not the one of the page.</summary>
    public string UnitInSlot(string unit, string slot) => Say(
        zhHans: $"{unit}（{SlotName(slot)}）", zhHant: $"{unit}（{SlotName(slot)}）", en: $"{unit} ({SlotName(slot)})");

    /// <summary>A day that has not come.</summary>
    public string DigestNotYet => Say(
        zhHans: "这一天还没到，没有日报。", zhHant: "這一天還沒到，沒有日報。", en: "That day has not come yet; there is no digest of it.");

    /// <summary>When something was counted: the time, with the date where that is another day than the one that it is about.</summary>
    public string AsOf(DateTimeOffset at, DateOnly day)
    {
        var on = DateOnly.FromDateTime(at.DateTime);
        var time = Clock(TimeOnly.FromDateTime(at.DateTime));
        return on == day ? time : $"{(on.Year == day.Year ? Date(on) : DateInYear(on))} {time}";
    }

    /// <summary>To the class group, at the end. Who owes the answer about travel is asked for it: the class is not thanked before.</summary>
    public string DigestGroupClosing(DigestNumbers n) => n switch
    {
        { MayBeSigned: true } => Say(zhHans: "都报到了，谢谢大家！", zhHant: "都回報了，謝謝大家！", en: "Everybody is accounted for. Thank you all!"),
        { Complete: true } => Say(
            zhHans: "谢谢大家！体温都齐了，还没答是否离开过本地的，私聊我点一下就好。",
            zhHant: "謝謝大家！體溫都齊了，還沒回答是否去過外地的，私訊我按一下就好。",
            en: "Thank you all! All temperatures are in. If you have not answered about travel, please do so in private."),
        _ => Say(
            zhHans: "谢谢大家！还没报的，私聊我发一个体温就好。", zhHant: "謝謝大家！還沒回報的，私訊我一個體溫就好。",
            en: "Thank you all! If you have not reported yet, just send me a temperature in private."),
    };

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
