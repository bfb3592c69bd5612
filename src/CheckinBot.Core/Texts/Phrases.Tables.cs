using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Rules;

namespace CheckinBot.Core.Texts;

/// <content>Headings and words of tables: workbooks, forms, pictures.</content>
public readonly partial record struct Phrases
{
    /// <summary>What a digest is called in the name of its file.</summary>
    public string DigestFile => Say("日报", "日報", "digest");

    /// <summary>Sheet: the numbers of the unit.</summary>
    public string SheetTotals => Say("汇总", "總計", "Totals");

    /// <summary>Sheet: the units below.</summary>
    public string SheetUnits => Say("各单位", "各單位", "Units");

    /// <summary>Sheet: people to be followed.</summary>
    public string SheetCases => Say("待跟进人员", "待追蹤名單", "Open cases");

    /// <summary>In the sheet of units where there is none.</summary>
    public string NoUnitsBelow => Say("没有下级单位", "沒有下級單位", "No units below");

    /// <summary>In the sheet of cases where there is none.</summary>
    public string NoOpenCases => Say("没有待跟进人员", "沒有待追蹤名單", "No open cases");

    /// <summary>In the sheet of cases where there are too many to list.</summary>
    public string TooManyCases(int cases) => Say(
        $"待跟进 {cases} 人。名单太长，这里不列姓名；请改取下一级单位的 Excel。",
        $"待追蹤 {cases} 人。名單太長，這裡不列姓名；請改取下一級單位的 Excel。",
        $"{cases} to follow up. The list would be too long here; please take the workbook of a unit below.");

    /// <summary>Above each printed page that names people.</summary>
    public string NotToBePassedOn => Say("内部资料，请勿外传", "內部資料，請勿外流", "confidential, do not pass on");

    /// <summary>Column: what is counted.</summary>
    public string ColumnItem => Say("项目", "項目", "Item");

    /// <summary>Column: as it is now.</summary>
    public string ColumnNow => Say("本日", "本日", "This day");

    /// <summary>Column: the school day before.</summary>
    public string ColumnBefore => Say("上一上学日", "前一上課日", "Day before");

    /// <summary>Column: the difference to the school day before.</summary>
    public string ColumnChange => Say("增减", "增減", "Change");

    /// <summary>Column: the unit.</summary>
    public string ColumnUnit => Say("单位", "單位", "Unit");

    /// <summary>Column: the day.</summary>
    public string ColumnDay => Say("日期", "日期", "Date");

    /// <summary>Column: the slot.</summary>
    public string ColumnSlot => Say("时段", "時段", "Check");

    /// <summary>Column: when the numbers were taken.</summary>
    public string ColumnAsOf => Say("截至", "截至", "As of");

    /// <summary>Column: how far the zero report is.</summary>
    public string ColumnReport => Say("报告状态", "回報狀態", "Report");

    /// <summary>Row: how the numbers differ from those of the message.</summary>
    public string ColumnDigest => Say("与日报对照", "與日報對照", "Against the digest");

    /// <summary>Row: how many of the units below have signed.</summary>
    public string ColumnReportsBelow => Say("各单位报告", "各單位回報", "Reports below");

    /// <summary>Row and column: rules that have fired.</summary>
    public string ColumnFired => Say("预警", "預警", "Alerts");

    /// <summary>Row and column: units that are let off today.</summary>
    public string ColumnWaived => Say("今天免催", "今天免催", "Waived today");

    /// <summary>How far the zero report is, with who signed it and when.</summary>
    public string ReportSigned(ZeroReport report, DigestNumbers n, string by, TimeOnly at) => report == ZeroReport.Signed
        ? Say($"已签字（{by} {Clock(at)}）", $"已簽名（{by} {Clock(at)}）", $"Signed ({by}, {Clock(at)})")
        : ReportState(report, n) + Say($"（{by} {Clock(at)} 签字后有变动）", $"（{by} {Clock(at)} 簽名後有變動）", $" (changed since {by} signed at {Clock(at)})");

    /// <summary>How far the units below have come with their reports.</summary>
    public string ReportsBelow(ZeroReportCounts below) => Say(
        $"已签 {below.Signed}、待签 {below.Unsigned}、未齐 {below.Incomplete}",
        $"已簽 {below.Signed}、待簽 {below.Unsigned}、未齊 {below.Incomplete}",
        $"{below.Signed} signed, {below.Unsigned} to sign, {below.Incomplete} not complete");

    /// <summary>A rule that fired, in a table.</summary>
    public string FiredCell(RuleKind kind, int count, string? takenBy) => takenBy is null
        ? Say($"{AlertName(kind)} {count} 人（无人接手）", $"{AlertName(kind)} {count} 人（無人接手）", $"{AlertName(kind)}: {count} (nobody on it)")
        : Say($"{AlertName(kind)} {count} 人（{takenBy} 处理中）", $"{AlertName(kind)} {count} 人（{takenBy} 處理中）", $"{AlertName(kind)}: {count} ({takenBy} is on it)");

    /// <summary>How many rules have fired, and how many of them nobody has taken on.</summary>
    public string FiredTotal(int fired, int open) => Say($"{fired} 项，无人接手 {open} 项", $"{fired} 項，無人接手 {open} 項", $"{fired}, of which {open} with nobody on it");

    /// <summary>How many units are let off.</summary>
    public string WaivedTotal(int units) => Say($"{units} 个单位", $"{units} 個單位", units == 1 ? "1 unit" : $"{units} units");

    /// <summary>In place of a list that is empty.</summary>
    public string Nothing => Say("无", "無", "None");

    /// <summary>Between several in one cell.</summary>
    public string Semicolon => Say("；", "；", "; ");

    /// <summary>Column: coverage in percent.</summary>
    public string ColumnCoverage => Say("覆盖率", "回報率", "Coverage");

    /// <summary>Column: number in the school.</summary>
    public string ColumnNumber => Say("编号", "編號", "Number");

    /// <summary>Column: name.</summary>
    public string ColumnName => Say("姓名", "姓名", "Name");

    /// <summary>Column: pupil or staff.</summary>
    public string ColumnRole => Say("身份", "身分", "Role");

    /// <summary>Column: temperature.</summary>
    public string ColumnTemperature => Say("体温(℃)", "體溫(°C)", "Temp. (°C)");

    /// <summary>Column: measuring site.</summary>
    public string ColumnSite => Say("测量部位", "量測部位", "Taken at");

    /// <summary>Column: why it is a case.</summary>
    public string ColumnFinding => Say("情况", "情況", "Finding");

    /// <summary>Column: symptoms.</summary>
    public string ColumnSymptoms => Say("症状", "症狀", "Symptoms");

    /// <summary>Column: where they were.</summary>
    public string ColumnPlace => Say("去过", "去過", "Was in");

    /// <summary>Column: back since.</summary>
    public string ColumnReturned => Say("返回日期", "返回日期", "Back on");

    /// <summary>Column: quarantine.</summary>
    public string ColumnIsolation => Say("隔离", "隔離", "Quarantine");

    /// <summary>Column: absence.</summary>
    public string ColumnAbsence => Say("缺勤", "缺席", "Absence");

    /// <summary>Column: when it was told.</summary>
    public string ColumnReportedAt => Say("上报时间", "回報時間", "Reported at");

    /// <summary>Count: expected.</summary>
    public string CountExpected => Say("应报", "應報", "Expected");

    /// <summary>Count: reported.</summary>
    public string CountReported => Say("已报", "已報", "Reported");

    /// <summary>Count: exempt.</summary>
    public string CountExempt => Say("请假", "請假", "Excused");

    /// <summary>Count: those of the excused whose reason nobody has told.</summary>
    public string CountNoReason => Say("其中没说原因", "其中沒說原因", "No reason");

    /// <summary>Count: those of the reported who owe the answer about travel.</summary>
    public string CountTravelUnanswered => Say("外出未答", "外出未答", "Travel open");

    /// <summary>Count: infectious diseases.</summary>
    public string CountDiagnosed => Say("确诊或疑似", "確診或疑似", "Diagnosed");

    /// <summary>Count: missing.</summary>
    public string CountMissing => Say("未报", "未報", "Missing");

    /// <summary>Count: normal.</summary>
    public string CountNormal => Say("正常", "正常", "Well");

    /// <summary>Count: fever.</summary>
    public string CountFever => Say("发热", "發燒", "Fever");

    /// <summary>Count: symptoms other than fever.</summary>
    public string CountSymptomatic => Say("有症状", "有症狀", "Symptoms");

    /// <summary>Count: travelled.</summary>
    public string CountTravelled => Say("外出", "外出", "Travelled");

    /// <summary>Count: key area.</summary>
    public string CountKeyArea => Say("重点地区", "重點地區", "Key areas");

    /// <summary>Count: quarantine at home.</summary>
    public string CountIsolatedHome => Say("居家隔离", "居家隔離", "Quarantine, home");

    /// <summary>Count: quarantine in a centre.</summary>
    public string CountIsolatedCentral => Say("集中隔离", "集中隔離", "Quarantine, centre");

    /// <summary>Count: to be followed up.</summary>
    public string CountUnderFollowUp => Say("需跟进", "需追蹤", "To follow up");

    /// <summary>How far the zero report is, in a few words for a table.</summary>
    public string ReportState(ZeroReport report, DigestNumbers n) => report switch
    {
        ZeroReport.Signed => Say("已签字", "已簽名", "Signed"),
        ZeroReport.Unsigned => Say("已齐，待签字", "已齊，待簽名", "Complete, not signed"),
        _ when n.Expected == 0 => Say("无人应报", "無人應報", "Nobody expected"),
        _ when n.Missing > 0 => Say("未齐", "未齊", "Not complete"),
        _ when n.ExemptWithoutReason > 0 => Say("请假没说原因", "請假沒說原因", "Absent without a reason"),
        _ => Say("外出未答", "外出未答", "Travel not answered"),
    };

    /// <summary>What somebody is.</summary>
    public string RoleName(Role role) => role switch
    {
        Role.Student => Say("学生", "學生", "Pupil"),
        Role.Teacher => Say("教师", "教師", "Teacher"),
        Role.ClassTeacher => Say("班主任", "班導師", "Class teacher"),
        Role.SchoolOfficer => Say("学校负责人", "學校負責人", "School officer"),
        Role.Official => Say("主管人员", "主管人員", "Official"),
        Role.DutyOfficer => Say("值班员", "值班人員", "Duty officer"),
        Role.Counsellor => Say("心理老师", "輔導老師", "Counsellor"),
        Role.Admin => Say("管理员", "管理員", "Administrator"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>Where a temperature was taken; empty where that was not said.</summary>
    public string SiteName(MeasuringSite site) => site switch
    {
        MeasuringSite.Axillary => Say("腋下", "腋下", "under the arm"),
        MeasuringSite.Forehead => Say("额头", "額頭", "forehead"),
        MeasuringSite.Ear => Say("耳", "耳", "ear"),
        MeasuringSite.Oral => Say("口腔", "口腔", "mouth"),
        MeasuringSite.Rectal => Say("肛门", "肛門", "rectal"),
        MeasuringSite.Wrist => Say("手腕", "手腕", "wrist"),
        _ => "",
    };

    /// <summary>Why somebody is a case, apart from symptoms.</summary>
    public string Findings(bool fever, CheckInAnswer answer, string? keyArea)
    {
        var findings = new List<string>();
        if (fever) findings.Add(CountFever);
        if (keyArea is not null) findings.Add($"{CountKeyArea}{Say("：", "：", ": ")}{keyArea}");
        if (answer.Diseases != Diseases.None) findings.Add(Diagnosed(answer.Diseases, answer.OnlySuspected));
        if (answer.Contact) findings.Add(HadContact);
        return string.Join(Say("、", "、", ", "), findings);
    }

    /// <summary>Symptoms in a row, as an official form words them; empty for none.</summary>
    public string SymptomNames(Symptoms symptoms)
    {
        var names = new List<string>();
        foreach (var one in Enum.GetValues<Symptoms>())
        {
            if (one != Symptoms.None && symptoms.HasFlag(one)) names.Add(one == Symptoms.Fever ? Say("发热", "發燒", "fever") : Symptom(one));
        }

        return string.Join(Say("、", "、", ", "), names);
    }
}
