using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Texts;

/// <summary>The questions of a check-in and their buttons.</summary>
public readonly partial record struct Phrases
{
    /// <summary>The first question of the day.</summary>
    public string AskTemperature(string names) => Say(
        $"{names}今天体温多少？回“36.5 没外出”就行。",
        $"{names}今天體溫幾度？回「36.5 沒去外地」就可以。",
        $"What's today's temperature for {names}? “36.5 no travel” is all I need.");

    /// <summary>A later reminder.</summary>
    public string AskTemperatureAgain(string names) => Say(
        $"还差{names}今天的体温，量好发个数就行。",
        $"還差{names}今天的體溫，量好傳個數字就好。",
        $"Today's temperature is still missing for {names}. Just the number will do.");

    /// <summary>The class teacher asks.</summary>
    public string AskTemperatureForTeacher(string names) => Say(
        $"老师在等{names}今天的体温，方便时发个数就行。",
        $"老師在等{names}今天的體溫，方便時傳個數字就好。",
        $"The teacher is waiting for today's temperature for {names}. Just the number when you can.");

    /// <summary>Only the number is missing.</summary>
    public string AskNumber(string names) => Say(
        $"{names}的体温是多少？还没量的话，量好再发。",
        $"{names}的體溫是幾度？還沒量的話，量好再傳。",
        $"And the temperature for {names}? Send it once it's taken.");

    /// <summary>A reading whose child is unknown.</summary>
    public string AskWhose(string facts, bool isReading) => isReading
        ? Say($"{facts}，是谁的？", $"{facts}，是誰的？", $"{facts}: whose is it?")
        : Say($"{facts}，是谁？", $"{facts}，是哪一位？", $"{facts}: who is it about?");

    /// <summary>A name that is like one's own child.</summary>
    public string AskIsIt(string typed, string facts) => Say(
        $"“{typed}”（{facts}）是指谁？", $"「{typed}」（{facts}）是指誰？", $"Who is “{typed}” ({facts})?");

    /// <summary>An impossible value with a likely one.</summary>
    public string AskLikely(string name, int likelyTenths) => Say(
        $"这个数不像体温。{name}是{Degrees(likelyTenths)}吗？",
        $"這個數字不像體溫。{name}是{Degrees(likelyTenths)}嗎？",
        $"That doesn't look like a temperature. Did you mean {Degrees(likelyTenths)} for {name}?");

    /// <summary>A value that is probably meant.</summary>
    public string AskMeant(string name, int tenths) => Say(
        $"这句我没太看懂。{name}的体温是{Degrees(tenths)}吗？",
        $"這句我不太確定。{name}的體溫是{Degrees(tenths)}嗎？",
        $"I'm not sure I read that right. Is it {Degrees(tenths)} for {name}?");

    /// <summary>Two values, of which one is meant.</summary>
    public string AskWhichValue(string name) => Say(
        $"{name}的体温是哪个？点一下就行，也可以再量一次。",
        $"{name}的體溫是哪一個？點一下就好，也可以再量一次。",
        $"Which one is it for {name}? Tap it, or measure again.");

    /// <summary>Symptoms, several may be chosen.</summary>
    public string AskSymptoms(string name) => Say(
        $"{name}还有哪里不舒服？可以多选，也可以直接打字。",
        $"{name}還有哪裡不舒服？可以複選，也可以直接打字。",
        $"Anything else wrong with {name}? Tick all that apply, or just type.");

    /// <summary>How somebody is who was ill on an earlier day.</summary>
    public string AskRecovery(string name) => Say($"{name}今天好些了吗？", $"{name}今天好些了嗎？", $"How is {name} today?");

    /// <summary>Seen a doctor?</summary>
    public string AskDoctor(string name) => Say($"{name}看医生了吗？", $"{name}看醫生了嗎？", $"Has a doctor seen {name}?");

    /// <summary>A fever has fallen within the day.</summary>
    public string AskFeverReducer(string name) => Say(
        $"{name}的体温降下来了。之前吃过退烧药吗？", $"{name}的體溫降下來了。之前有吃退燒藥嗎？", $"That's lower for {name}. Was a fever reducer taken before?");

    /// <summary>Button: a fever reducer was taken.</summary>
    public string FeverReducerYesButton => Say("吃过", "有吃", "Yes");

    /// <summary>Button: none was taken.</summary>
    public string FeverReducerNoButton => Say("没吃", "沒吃", "No");

    /// <summary>The recorded symptoms, to be changed.</summary>
    public string AskSymptomsAgain(string name) => Say(
        $"{name}现在有哪些症状？点一下可以加上或去掉。",
        $"{name}現在有哪些症狀？點一下可以加上或取消。",
        $"Which symptoms does {name} have? Tap to add or remove.");

    /// <summary>Button: no symptoms at all.</summary>
    public string NoSymptomsAtAllButton => Say("没有症状", "沒有症狀", "No symptoms");

    /// <summary>Button: change the symptoms.</summary>
    public string ChangeSymptomsButton => Say("改症状", "更改症狀", "Change symptoms");

    /// <summary>Button: does not have the disease that is recorded.</summary>
    public string NotDiseaseButton(Diseases disease) => Say($"不是{Disease(disease)}", $"不是{Disease(disease)}", $"Not {Disease(disease)}");

    /// <summary>Button: not in quarantine.</summary>
    public string NotIsolatedButton => Say("没有隔离", "沒有隔離", "Not quarantined");

    /// <summary>Button: no contact.</summary>
    public string NoContactButton => Say("没有接触", "沒有接觸", "No contact");

    /// <summary>Button: no fever reducer was taken.</summary>
    public string NoFeverReducerButton => Say("没吃退烧药", "沒吃退燒藥", "No fever medicine");

    /// <summary>Button: at school after all.</summary>
    public string NotAbsentButton => Say("今天到校", "今天有上學", "At school after all");

    /// <summary>Why absent.</summary>
    public string AskAbsence(string name) => Say($"{name}今天是什么原因？", $"{name}今天是什麼原因？", $"What's the reason today for {name}?");

    /// <summary>Been away within the monitored days?</summary>
    public string AskTravel(string names, int days) => Say(
        $"{names}最近{days}天离开过本地吗？",
        $"{names}最近{days}天有去過外地嗎？",
        $"Any travel in the last {days} days for {names}?");

    /// <summary>Where to.</summary>
    public string AskPlace(string name) => Say($"{name}去了哪里？写到市或县就行。", $"{name}去了哪裡？寫到縣市即可。", $"Where did {name} go? The city or county is enough.");

    /// <summary>老家 and 外婆家 are places that only the family knows.</summary>
    public string AskPlaceOfRelatives => Say("那是在哪儿，我还不知道。", "那是在哪裡，我還不知道。", "I don't know where that is.");

    /// <summary>Leave for a later day was told; today's questions go on.</summary>
    public string LeaveAhead => Say(
        "后面几天的假，当天再跟我说一声就行。", "之後幾天的假，當天再跟我說一聲就好。", "For leave on later days, just tell me on the day.");

    /// <summary>Back since when.</summary>
    public string AskReturn(string name) => Say($"{name}哪天回来的？", $"{name}哪天回來的？", $"When did {name} get back?");

    /// <summary>What is to be changed.</summary>
    public string AskChange(string lines) => Say(
        $"{lines}\n要改什么？直接发新的就行，例如“36.8 没外出”。",
        $"{lines}\n要改什麼？直接傳新的就好，例如「36.8 沒去外地」。",
        $"{lines}\nWhat should change? Just send the new one, such as “36.8 no travel”.");

    /// <summary>A number came while an answer of an earlier slot was being changed.</summary>
    public string AskWhichSlot(string lines) => Say(
        $"{lines}\n这是改前面报的，还是新报一次？点一下就行。",
        $"{lines}\n這是要改前面回報的，還是新的一次？點一下就好。",
        $"{lines}\nDoes this change the earlier one, or is it the new one? Just tap.");

    /// <summary>Button: it changes what was told in that slot.</summary>
    public string ChangeSlotButton(string slot) => Say($"改{SlotName(slot)}的", $"改{SlotName(slot)}的", $"Change the {SlotName(slot)} one");

    /// <summary>Button: it is told for that slot.</summary>
    public string TellSlotButton(string slot) => Say($"报{SlotName(slot)}的", $"回報{SlotName(slot)}的", $"It's for {SlotName(slot)}");

    /// <summary>Button: will tell later.</summary>
    public string LaterButton => Say("晚点发", "晚點傳", "Later");

    /// <summary>Button: no thermometer.</summary>
    public string NoThermometerButton => Say("没有体温计", "沒有體溫計", "No thermometer");

    /// <summary>Button: not at school today.</summary>
    public string AbsentButton => Say("今天不到校", "今天請假", "Not at school today");

    /// <summary>Button: a reason of absence.</summary>
    public string AbsenceButton(Absence absence) => absence switch
    {
        Absence.Leave => Say("有事请假", "事假", "On leave"),
        Absence.IllAtHome => Say("生病在家", "病假", "Ill at home"),
        Absence.Hospital => Say("在医院", "在醫院", "At hospital"),
        _ => AbsentButton,
    };

    /// <summary>Button: each of them.</summary>
    public string EachButton => Say("都是", "都是", "All of them");

    /// <summary>Button: none of them.</summary>
    public string NobodysButton => Say("都不是", "都不是", "None of these");

    /// <summary>Button: the likely value was meant.</summary>
    public static string LikelyButton(int tenths) => $"{Degrees(tenths)} ✓";

    /// <summary>Button: it was not meant.</summary>
    public string NotLikelyButton => Say("不是，我再量", "不是，我再量一次", "No, I'll check again");

    /// <summary>Button: nothing else is wrong.</summary>
    public string NoSymptomsButton => Say("没有别的", "沒有其他", "Nothing else");

    /// <summary>Button: these symptoms and no more.</summary>
    public string SymptomsDoneButton => Say("选好了", "選好了", "Done");

    /// <summary>Button: on the mend.</summary>
    public string RecoveryBetterButton => Say("好多了", "好多了", "Better");

    /// <summary>Button: no change.</summary>
    public string RecoverySameButton => Say("还是老样子", "還是一樣", "The same");

    /// <summary>Button: seen by a doctor since.</summary>
    public string RecoveryDoctorButton => Say("去看医生了", "去看醫生了", "Saw a doctor");

    /// <summary>Button: a doctor was seen.</summary>
    public string DoctorYesButton => Say("看过了", "看過了", "Yes");

    /// <summary>Button: no doctor was seen.</summary>
    public string DoctorNoButton => Say("还没", "還沒", "Not yet");

    /// <summary>Button: has not been away.</summary>
    public string TravelNoButton => Say("没外出", "沒有", "No travel");

    /// <summary>Button: has been away.</summary>
    public string TravelYesButton => Say("去过外地", "有去外地", "Yes, been away");

    /// <summary>Button: only this child has been away.</summary>
    public string TravelOnlyButton(string name) => Say($"只有{name}去过", $"只有{name}有去", $"Only {name}");

    /// <summary>Button: all of them have been away.</summary>
    public string TravelAllButton => Say("都去过外地", "都有去外地", "All been away");

    /// <summary>Button: days ago.</summary>
    public string DaysAgoButton(int days) => days switch
    {
        0 => Say("今天", "今天", "Today"),
        1 => Say("昨天", "昨天", "Yesterday"),
        2 => Say("前天", "前天", "2 days ago"),
        _ => Say($"{days}天前", $"{days} 天前", $"{days} days ago"),
    };

    /// <summary>Button: still away.</summary>
    public string StillAwayButton => Say("还没回来", "還沒回來", "Not back yet");

    /// <summary>Button: will not tell.</summary>
    public string SkipButton => Say("不清楚", "不清楚／略過", "Not sure");

    /// <summary>Button: change the travel.</summary>
    public string ChangeTravelButton => Say("改行程", "更改行程", "Change travel");

    /// <summary>Button: what was recorded no longer counts.</summary>
    public string StartOverButton => Say("作废重填", "作廢重填", "Start over");

    /// <summary>Above the question that follows.</summary>
    public string StartedOver => Say("原来记的作废了。", "原來登記的已作廢。", "What was recorded no longer counts.");

    /// <summary>Button: leave all as it is.</summary>
    public string KeepButton => Say("不改了", "不用改了", "Leave it");
}
