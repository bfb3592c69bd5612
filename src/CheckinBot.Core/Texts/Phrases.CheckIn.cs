using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Texts;

/// <summary>What the bot says back about a check-in.</summary>
public readonly partial record struct Phrases
{
    /// <summary>The user, as the subject of a line.</summary>
    public string You => Say(zhHans: "您", zhHant: "您", en: "You");

    /// <summary>The user, inside a sentence.</summary>
    public string YouInside => Say(zhHans: "您", zhHant: "您", en: "you");

    /// <summary>One person and what was understood: <c>小明：36.5℃，没外出</c>.</summary>
    public string Line(string name, string facts) => Say(
        zhHans: $"{name}：{facts}",
        zhHant: $"{name}：{facts}",
        en: $"{name}: {facts}");

    /// <summary>Several lines in one sentence.</summary>
    public string Together(IEnumerable<string> lines) => string.Join(Say(zhHans: "；", zhHant: "；", en: "; "), lines);

    /// <summary>A temperature, with the site where it was told.</summary>
    public string Temperature(int tenths, MeasuringSite site)
    {
        var value = Degrees(tenths);
        if (Fahrenheit?.GetValueOrDefault(tenths) is { } typed)
            return (this with { Fahrenheit = null }).Temperature(tenths, site) + Say($"（{typed}℉）", $"（{typed}°F）", $" ({typed}°F)");
        return site switch
        {
            MeasuringSite.Unspecified => Say($"{value}℃", $"{value}°C", $"{value}°C"),
            MeasuringSite.Axillary => Say($"腋温{value}℃", $"腋溫{value}°C", $"{value}°C under the arm"),
            MeasuringSite.Forehead => Say($"额温{value}℃", $"額溫{value}°C", $"{value}°C forehead"),
            MeasuringSite.Ear => Say($"耳温{value}℃", $"耳溫{value}°C", $"{value}°C ear"),
            MeasuringSite.Oral => Say($"口温{value}℃", $"口溫{value}°C", $"{value}°C mouth"),
            MeasuringSite.Rectal => Say($"肛温{value}℃", $"肛溫{value}°C", $"{value}°C rectal"),
            MeasuringSite.Wrist => Say($"腕温{value}℃", $"腕溫{value}°C", $"{value}°C wrist"),
            _ => throw new ArgumentOutOfRangeException(nameof(site), site, null),
        };
    }

    /// <summary>A reading with its time: <c>38.2℃（07:00）</c>. The words that were typed (早上) say it best.</summary>
    public string ReadingAt(TakenTemperature reading, TimeOnly? at)
    {
        var value = Temperature(reading.Tenths, reading.Site);
        var time = reading.When ?? (at is { } clock ? Clock(clock) : null);
        return time is null ? value : Say($"{value}（{time}）", $"{value}（{time}）", $"{value} ({time})");
    }

    /// <summary>Readings one after the other; a full-width bracket brings its own space.</summary>
    public static string Course(IEnumerable<string> readings) => string.Join(" → ", readings).Replace("） →", "）→", StringComparison.Ordinal);

    /// <summary>A fever reducer was taken.</summary>
    public string TookFeverReducer => Say("吃过退烧药", "吃過退燒藥", "took a fever reducer");

    /// <summary>A symptom, as a word.</summary>
    public string Symptom(Symptoms symptom) => symptom switch
    {
        Symptoms.Fever => Say("发烧", "發燒", "fever"),
        Symptoms.Rash => Say("皮疹", "出疹子", "rash"),
        Symptoms.Diarrhoea => Say("腹泻", "腹瀉", "diarrhoea"),
        Symptoms.Vomiting => Say("呕吐", "嘔吐", "vomiting"),
        Symptoms.Jaundice => Say("黄疸", "黃疸", "jaundice"),
        Symptoms.Cough => Say("咳嗽", "咳嗽", "cough"),
        Symptoms.SoreThroat => Say("嗓子疼", "喉嚨痛", "sore throat"),
        Symptoms.RunnyNose => Say("流鼻涕", "流鼻水", "runny nose"),
        Symptoms.Headache => Say("头痛", "頭痛", "headache"),
        Symptoms.Fatigue => Say("没力气", "沒力氣", "tired or aching"),
        Symptoms.ShortBreath => Say("喘不上气", "呼吸困難", "short of breath"),
        Symptoms.StomachAche => Say("肚子疼", "肚子痛", "stomach ache"),
        Symptoms.RedEyes => Say("眼睛红", "眼睛紅", "red eyes"),
        Symptoms.SwollenCheeks => Say("腮帮肿", "腮腺腫", "swollen cheeks"),
        Symptoms.LossOfSmell => Say("闻不到味道", "聞不到味道", "no taste or smell"),
        Symptoms.Cold => Say("感冒", "感冒", "a cold"),
        Symptoms.Flu => Say("流感", "流感", "the flu"),
        _ => Say("不舒服", "身體不適", "unwell"),
    };

    /// <summary>Whether a doctor was seen.</summary>
    public string SeenDoctor(bool seen) => seen
        ? Say("看过医生", "看過醫生", "has seen a doctor")
        : Say("还没看医生", "還沒看醫生", "no doctor yet");

    /// <summary>Stayed in the home area.</summary>
    public string NoTravel => Say("没外出", "沒去外地", "no travel");

    /// <summary>Was away; the place and the return where told.</summary>
    public string Travelled(string? place, DateOnly? back, bool stillAway)
    {
        var where = string.IsNullOrWhiteSpace(place) ? Say("外地", "外地", "another place") : place;
        if (stillAway) return Say($"人在{where}", $"人在{where}，還沒回來", $"still in {where}");
        return back is { } day
            ? Say($"去过{where}，{Date(day)}回来", $"去過{where}，{Date(day)}返家", $"was in {where}, back {Date(day)}")
            : Say($"去过{where}", $"去過{where}", $"was in {where}");
    }

    /// <summary>Quarantine.</summary>
    public string IsolationAt(Isolation isolation) => isolation == Isolation.Central
        ? Say("集中隔离", "集中隔離", "quarantined in a centre")
        : Say("居家隔离", "居家隔離", "quarantined at home");

    /// <summary>Where somebody is in quarantine, in a column of quarantines.</summary>
    public string IsolationCell(Isolation isolation) => isolation == Isolation.Central
        ? Say("集中隔离", "集中隔離", "in a centre")
        : Say("居家隔离", "居家隔離", "at home");

    /// <summary>An absence and its reason.</summary>
    public string AbsenceReason(Absence absence) => absence switch
    {
        Absence.Leave => Say("请假", "事假", "on leave"),
        Absence.IllAtHome => Say("生病在家", "病假在家", "ill at home"),
        Absence.Hospital => Say("在医院", "在醫院", "at hospital"),
        _ => Say("今天不到校", "今天不到校上課", "not at school today"),
    };

    /// <summary>Contact with a case or with somebody back from a key area.</summary>
    public string HadContact => Say("有接触情况", "有接觸史", "possible contact");

    /// <summary>No thermometer at home.</summary>
    public string WithoutThermometer => Say("家里没有体温计", "家裡沒有體溫計", "no thermometer at home");

    /// <summary>Told in words to be well.</summary>
    public string SaidWell => Say("感觉正常", "感覺正常", "feels fine");

    /// <summary>Nothing known yet.</summary>
    public string NotYet => Say("还没报", "還沒回報", "not in yet");

    /// <summary>The one confirmation of one person.</summary>
    public string Recorded(string line) => Say($"✅ {line}", $"✅ 已登記 {line}", $"✅ Got it. {line}");

    /// <summary>The one confirmation of a family.</summary>
    public string RecordedAll(string lines) => Say($"✅ 都记下了\n{lines}", $"✅ 都登記好了\n{lines}", $"✅ All noted\n{lines}");

    /// <summary>The confirmation of a change.</summary>
    public string Updated(string lines) => Say($"✅ 已改好\n{lines}", $"✅ 已更新\n{lines}", $"✅ Updated\n{lines}");

    /// <summary>The confirmation where somebody is unwell: no tick, no cheer.</summary>
    public string RecordedUnwell(string lines) => Say($"记下了\n{lines}", $"已登記\n{lines}", $"Noted\n{lines}");

    /// <summary>The confirmation of an earlier day.</summary>
    public string RecordedFor(DateOnly day, string lines) => Say(
        $"✅ {Date(day)}的已补上\n{lines}", $"✅ 已補登{Date(day)}\n{lines}", $"✅ Added for {Date(day)}\n{lines}");

    /// <summary>After a fever.</summary>
    public string CareForFever(string name) => Say(
        $"发烧先在家休息，多喝水，今天不要到校；一直不退或没精神，请尽快就医。已私下告诉学校老师。愿{name}早点好起来。",
        $"發燒請先在家休息、多喝水，今天先不要到校；若一直不退或精神不好，請盡快就醫。已私下通知老師。祝{name}早日康復。",
        "With a fever it's best to stay at home today, rest and drink plenty. If it doesn't come down, please see a doctor. The school has been told "
            + $"in confidence. Wishing {name} a quick recovery.");

    /// <summary>After an illness without fever.</summary>
    public string CareForIllness(string name) => Say(
        $"好好休息，已私下告诉学校老师。愿{name}早点好起来。",
        $"請好好休息，已私下通知老師。祝{name}早日康復。",
        $"Rest well. The school has been told in confidence. Wishing {name} a quick recovery.");

    /// <summary>After a key area or a contact.</summary>
    public string SchoolWillAsk => Say(
        "这个情况学校需要了解，老师会私下联系您，不会在群里说。",
        "這個情況學校需要了解，老師會私下跟您聯絡，不會在群組裡提。",
        "The school needs to know a little more. A teacher will get in touch privately, never in the group.");

    /// <summary>No number today: the school measures.</summary>
    public string SchoolMeasures => Say("没关系，到校后老师会给量。", "沒關係，到校後老師會幫忙量。", "No problem, the school will take it on arrival.");

    /// <summary>Others who are still open.</summary>
    public string StillOpen(string names) => Say(
        $"{names}还没报，量好直接发给我。", $"{names}還沒回報，量好直接傳給我。", $"Still waiting for {names}; just send the number.");

    /// <summary>Another guardian, or the teacher, had told another value before.</summary>
    public string ReplacedOther(string name, string facts, TimeOnly at, bool byTeacher) => byTeacher
        ? Say(
            $"{name}之前由老师在{Clock(at)}代报过：{facts}，现以您的为准。",
            $"{name}先前由老師於{Clock(at)}代為回報：{facts}，現以您的為準。",
            $"{name} was checked in by the teacher at {Clock(at)} ({facts}); yours counts now.")
        : Say(
        $"{name}之前由另一位家长在{Clock(at)}报过：{facts}，现以您的为准。",
        $"{name}先前由另一位家長於{Clock(at)}回報：{facts}，現以您的為準。",
        $"{name} was checked in by another guardian at {Clock(at)} ({facts}); yours counts now.");

    /// <summary>A fever of an earlier day, told today.</summary>
    public string KeptForThatDay(string name, DateOnly day, string value) => Say(
        $"{name}{Date(day)}的{value}已记在那一天，也告诉了老师。",
        $"{name}{Date(day)}的{value}已登記在當天，也通知了老師。",
        $"{value} for {name} is noted for {Date(day)}, and the teacher has been told.");

    /// <summary>An older message was edited, and what was told after it stands.</summary>
    public string LaterStands(string name, string value, TimeOnly at) => Say(
        $"{name}在{Clock(at)}另报的{value}仍然有效；要改它请按“修改”。",
        $"{name}於{Clock(at)}另外回報的{value}仍然有效；要改請按「更改」。",
        $"The {value} sent for {name} at {Clock(at)} still stands; press “Edit” to change it.");

    /// <summary>On a day without school.</summary>
    public string NoSchoolToday => Say("今天不上学，本来不用报，已帮您存好。", "今天不用上課，本來不必回報，已幫您存好。", "There's no school today, so there was no need, but it's saved.");

    /// <summary>After the check-in closed.</summary>
    public string AfterClosing => Say("今天的统计已截止，已作为补报存好。", "今天的統計已截止，已列為補報。", "Today's count has closed; it's saved as a late entry.");

    /// <summary>Button: change what was recorded.</summary>
    public string ChangeButton => Say("修改", "更改", "Edit");

    /// <summary>Button: take back what was recorded.</summary>
    public string TakeBackButton => Say("撤回", "收回", "Take it back");
}
