using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Rules;

namespace CheckinBot.Core.Texts;

/// <summary>Rules that fired. Always in private.</summary>
public readonly partial record struct Phrases
{
    /// <summary>The first line: what it is, and where.</summary>
    public string AlertHeading(RuleKind kind, string place) => $"{AlertSign(kind)} {AlertName(kind)} · {place}";

    /// <summary>What a rule is about, in two or three words.</summary>
    public string AlertName(RuleKind kind) => kind switch
    {
        RuleKind.LikeSymptoms => Say("症状聚集", "症狀群聚", "Similar symptoms"),
        RuleKind.KeyArea => Say("重点地区返回", "重點地區返回", "Back from a key area"),
        RuleKind.ReadingTwice => Say("两次测温偏高", "兩次量測偏高", "Fever at two checks"),
        RuleKind.NoAnswer => Say("连续多日未报", "連續多日未回報", "No answer for days"),
        RuleKind.Disease => Say("传染病或疑似", "傳染病或疑似", "Infectious disease, or suspected"),
        RuleKind.Severe => Say("症状较重", "症狀較重", "Severe symptoms"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>How many pupils share which symptoms; with their names where the reader may know them.</summary>
    public string AlertAlike(int count, string signs, IReadOnlyList<string>? names) => names is null
        ? Say($"{count} 名学生症状相似（{signs}）", $"{count} 位學生症狀相似（{signs}）", $"{count} pupils with similar symptoms ({signs})")
        : Say(
            $"{count} 名学生症状相似（{signs}）：{AlertNames(names, count)}",
            $"{count} 位學生症狀相似（{signs}）：{AlertNames(names, count)}",
            $"{count} pupils with similar symptoms ({signs}): {AlertNames(names, count)}");

    /// <summary>How many pupils were reported with which diseases; with their names where the reader may know them.</summary>
    public string AlertDiseased(int count, string diseases, IReadOnlyList<string>? names)
    {
        var who = names is null ? "" : $"{Say("：", "：", ": ")}{AlertNames(names, count)}";
        return Say(
            $"{count} 名学生报告{diseases}（确诊或疑似）{who}",
            $"{count} 位學生回報{diseases}（確診或疑似）{who}",
            $"{(count == 1 ? "1 pupil" : $"{count} pupils")} reported with {diseases} (confirmed or suspected){who}");
    }

    /// <summary>How many pupils; with their names where the reader may know them.</summary>
    public string AlertPupils(int count, IReadOnlyList<string>? names) => names is null
        ? Say($"{count} 名学生", $"{count} 位學生", count == 1 ? "1 pupil" : $"{count} pupils")
        : Say(
            $"{count} 名学生：{AlertNames(names, count)}",
            $"{count} 位學生：{AlertNames(names, count)}",
            $"{(count == 1 ? "1 pupil" : $"{count} pupils")}: {AlertNames(names, count)}");

    /// <summary>A group of symptoms that count as alike, or a single one.</summary>
    public string SymptomGroupName(Symptoms group) => group switch
    {
        SymptomGroup.Fever => Say("发热", "發燒", "fever"),
        SymptomGroup.Respiratory => Say("呼吸道", "呼吸道", "airways"),
        SymptomGroup.Digestive => Say("呕吐腹泻", "嘔吐腹瀉", "vomiting or diarrhoea"),
        _ => Symptom(group),
    };

    /// <summary>Since when it has been going on.</summary>
    public string AlertSince(DateOnly day) => Say($"{Date(day)}起", $"{Date(day)}起", $"since {Date(day)}");

    /// <summary>The rule in words.</summary>
    public string AlertRule(AlertRule rule)
    {
        var (pupils, days, degrees) = (rule.Pupils, rule.Days, Degrees(rule.FromTenths ?? 0));
        var where = rule.Scope switch
        {
            RuleScope.Class => Say("同一班级", "同一班級", "one class"),
            RuleScope.Dormitory => Say("同一宿舍", "同一宿舍", "one dormitory"),
            RuleScope.ClassOrDormitory => Say("同一班级或宿舍", "同一班級或宿舍", "one class or dormitory"),
            RuleScope.School => Say("同一学校", "同一學校", "one school"),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
        };
        return rule.Kind switch
        {
            RuleKind.Disease when pupils == 1 => Say(
                "规则：发现传染病或疑似传染病病人", "規則：發現傳染病或疑似傳染病病人", "Rule: somebody has an infectious disease, or is suspected of one"),
            RuleKind.Disease => Say(
                $"规则：{where} {days} 天内 {pupils} 名及以上学生确诊或疑似同一传染病",
                $"規則：{where} {days} 天內 {pupils} 位以上學生確診或疑似同一傳染病",
                $"Rule: {pupils} or more pupils of {where} with the same infectious disease, confirmed or suspected, within {days} days"),
            RuleKind.LikeSymptoms when days == 1 => Say(
                $"规则：{where} 1 天内 {pupils} 名及以上学生症状相似",
                $"規則：{where} 1 天內 {pupils} 位以上學生症狀相似",
                $"Rule: {pupils} or more pupils of {where} with similar symptoms in one day"),
            RuleKind.LikeSymptoms => Say(
                $"规则：{where}连续 {days} 天内 {pupils} 名及以上学生症状相似",
                $"規則：{where}連續 {days} 天內 {pupils} 位以上學生症狀相似",
                $"Rule: {pupils} or more pupils of {where} with similar symptoms within {days} days"),
            RuleKind.KeyArea => Say("规则：从重点地区返回或仍在重点地区", "規則：自重點地區返回或仍在重點地區", "Rule: back from a key area, or still there"),
            RuleKind.ReadingTwice => Say("规则：同一学生先后两次测温都达到发热线", "規則：同一學生先後兩次量測都達到發燒標準", "Rule: the same pupil at or above the fever line at two checks"),
            RuleKind.NoAnswer => Say($"规则：连续 {days} 个上学日没有回报", $"規則：連續 {days} 個上課日沒有回報", $"Rule: no answer on {days} school days in a row"),
            RuleKind.Severe => Say($"规则：呼吸困难，或体温 {degrees}℃ 及以上", $"規則：呼吸困難，或體溫 {degrees}°C 以上", $"Rule: short of breath, or {degrees}°C and above"),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
        };
    }

    /// <summary>The document that the rule comes from.</summary>
    public string AlertSource(string source) => Say($"依据：{source}", $"依據：{source}", $"By: {source}");

    /// <summary>Until when to report; 0 hours means at once.</summary>
    public string AlertDeadline(int hours, DateOnly day, TimeOnly time) => hours == 0
        ? Say("时限：立即", "時限：立即", "Deadline: at once")
        : Say(
            $"时限：{hours} 小时内，{Date(day)} {Clock(time)} 前",
            $"時限：{hours} 小時內，{Date(day)} {Clock(time)} 前",
            $"Deadline: within {hours} h, by {Date(day)} {Clock(time)}");

    /// <summary>To whom a person reports; where nobody outside has to be told, what to do instead.</summary>
    public string AlertReport(Authorities authorities) => authorities switch
    {
        Authorities.DiseaseControl | Authorities.Education => Say(
            "请学校疫情报告人核实后报告疾控中心和教育行政部门。",
            "請學校疫情通報人員查證後通報疾病管制單位和教育主管機關。",
            "Once verified, the school's reporting officer tells the centre for disease control and the education authority."),
        Authorities.DiseaseControl => Say(
            "请学校疫情报告人核实后报告疾控中心。",
            "請學校疫情通報人員查證後通報疾病管制單位。",
            "Once verified, the school's reporting officer tells the centre for disease control."),
        Authorities.Education => Say(
            "请学校疫情报告人核实后报告教育行政部门。",
            "請學校疫情通報人員查證後通報教育主管機關。",
            "Once verified, the school's reporting officer tells the education authority."),
        _ => Say("请私下联系家长了解情况。", "請私下聯絡家長了解情況。", "Please get in touch with the families in private."),
    };

    /// <summary>Who took it on.</summary>
    public string AlertTaken(string name, TimeOnly time) =>
        Say($"✋ {name} {Clock(time)} 接手处理", $"✋ {name} {Clock(time)} 已接手處理", $"✋ {name} took it on at {Clock(time)}");

    /// <summary>Nobody took it on in time, so the level above knows.</summary>
    public string AlertWentUp(int minutes, string unit) => Say(
        $"⏫ {minutes} 分钟内无人接手，已通知{unit}",
        $"⏫ {minutes} 分鐘內無人接手，已通知{unit}",
        $"⏫ Nobody took it on within {minutes} minutes: {unit} has been told");

    /// <summary>It no longer holds.</summary>
    public string AlertWithdrawn(TimeOnly time) => Say(
        $"↩️ {Clock(time)} 起不再成立：记录已更正，或已经补报",
        $"↩️ {Clock(time)} 起不再成立：紀錄已更正，或已補回報",
        $"↩️ No longer so since {Clock(time)}: corrected, or answered since");

    /// <summary>Takes it on.</summary>
    public string AlertTakeButton => Say("✋ 我来处理", "✋ 我來處理", "✋ I'll take it on");

    /// <summary>Over the chat: it is yours.</summary>
    public string AlertIsYours => Say("好的，由您处理，其他人也会看到。", "好的，由您處理，其他人也會看到。", "It's yours. The others can see that.");

    /// <summary>Over the chat: somebody has it.</summary>
    public string AlertIsTaken(string name, TimeOnly time) =>
        Say($"{name} 已在 {Clock(time)} 接手。", $"{name} 已在 {Clock(time)} 接手。", $"{name} took it on at {Clock(time)}.");

    /// <summary>Over the chat: nothing to take on.</summary>
    public string AlertIsOver => Say("这条提醒已不再成立。", "這則通知已不再成立。", "This alert no longer holds.");

    /// <summary>Over the chat: not for the presser.</summary>
    public string AlertNotForYou => Say("这条提醒由学校和上级的负责人处理。", "這則通知由學校和上級的負責人處理。", "This alert is for the school and the offices above.");

    /// <summary>In a digest: a rule that fired, since when, and whether somebody has it.</summary>
    public string DigestFired(RuleKind kind, string unit, int count, DateOnly? day, TimeOnly time, string? takenBy)
    {
        var since = day is { } before ? $"{Date(before)} {Clock(time)}" : Clock(time);
        return takenBy is null
            ? Say(
                $"{AlertSign(kind)} {unit}　{AlertName(kind)} {count} 人，{since} 起，无人接手",
                $"{AlertSign(kind)} {unit}　{AlertName(kind)} {count} 人，{since} 起，無人接手",
                $"{AlertSign(kind)} {unit}: {AlertName(kind)}, {count} since {since}, nobody has taken it on")
            : Say(
                $"{AlertSign(kind)} {unit}　{AlertName(kind)} {count} 人，{since} 起，{takenBy} 处理中",
                $"{AlertSign(kind)} {unit}　{AlertName(kind)} {count} 人，{since} 起，{takenBy} 處理中",
                $"{AlertSign(kind)} {unit}: {AlertName(kind)}, {count} since {since}, {takenBy} is on it");
    }

    /// <summary>A dormitory, as a place.</summary>
    public string Dormitory(string school, string name) => Say($"{school} 宿舍 {name}", $"{school} 宿舍 {name}", $"{school}, dormitory {name}");

    private static string AlertSign(RuleKind kind) => kind switch
    {
        RuleKind.KeyArea => "📍",
        RuleKind.ReadingTwice => "🌡",
        RuleKind.NoAnswer => "❔",
        _ => "🚨",
    };

    private string AlertNames(IReadOnlyList<string> names, int all) => names.Count < all
        ? List(names) + Say($" 等 {all} 名", $" 等 {all} 位", $" and {all - names.Count} more")
        : List(names);
}
