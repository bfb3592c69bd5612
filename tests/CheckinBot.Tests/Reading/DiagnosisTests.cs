using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading;

namespace CheckinBot.Tests.Reading;

/// <summary>A told diagnosis of the own child is read; of anybody else, denied, asked about or over it never is.</summary>
public sealed class DiagnosisTests
{
    private static readonly KnownName Ming = new(31, "王小明", "1");

    [Theory]
    [InlineData("孩子确诊水痘，请假一周", Diseases.Varicella)]
    [InlineData("確診水痘，請假", Diseases.Varicella)]
    [InlineData("老师好，王小明昨天在县医院确诊手足口病，请假", Diseases.HandFootMouth)]
    [InlineData("王小明今天去医院检查，医生说是甲流", Diseases.Influenza)]
    [InlineData("38.5 确诊流感", Diseases.Influenza)]
    [InlineData("娃得了腮腺炎，在家休息", Diseases.Mumps)]
    [InlineData("手足口，请假", Diseases.HandFootMouth)]
    [InlineData("孩子昨晚38.5，今天去医院检查，甲流阳性", Diseases.Influenza)]
    [InlineData("抗原阳性，居家隔离", Diseases.Covid)]
    [InlineData("孩子阳了，请假", Diseases.Covid)]
    [InlineData("快篩陽性", Diseases.Covid)]
    [InlineData("查出来是诺如病毒，请病假", Diseases.Norovirus)]
    [InlineData("王小明感染诺如病毒，今天请假", Diseases.Norovirus)]
    [InlineData("儿子出水痘了，36.8", Diseases.Varicella)]
    [InlineData("确诊猩红热", Diseases.ScarletFever)]
    [InlineData("得了红眼病，请假两天", Diseases.Conjunctivitis)]
    [InlineData("孩子确诊水痘，发烧38.2", Diseases.Varicella)]
    [InlineData("腸病毒確診，請假", Diseases.HandFootMouth)]
    [InlineData("He has chickenpox, won't be in", Diseases.Varicella)]
    [InlineData("diagnosed with hand, foot and mouth disease", Diseases.HandFootMouth)]
    [InlineData("My son tested positive for covid this morning", Diseases.Covid)]
    [InlineData("My son tested positive this morning", Diseases.Covid)]
    [InlineData("38.6, doctor says it's flu", Diseases.Influenza)]
    [InlineData("confirmed influenza A, off school", Diseases.Influenza)]
    public void A_diagnosis_of_the_child_is_taken(string text, Diseases disease)
    {
        var entry = Assert.Single(Read(text).Entries);
        Assert.Equal((disease, false), (entry.Diseases, entry.OnlySuspected));
    }

    [Theory]
    [InlineData("孩子疑似水痘，请假", Diseases.Varicella)]
    [InlineData("医生怀疑是手足口，请假", Diseases.HandFootMouth)]
    [InlineData("38.3，可能是流感", Diseases.Influenza)]
    [InlineData("初步诊断为腮腺炎，请病假", Diseases.Mumps)]
    [InlineData("suspected HFMD, staying home", Diseases.HandFootMouth)]
    public void A_suspected_one_is_taken_as_suspected(string text, Diseases disease)
    {
        var entry = Assert.Single(Read(text).Entries);
        Assert.Equal((disease, true), (entry.Diseases, entry.OnlySuspected));
    }

    [Theory]
    // Somebody else.
    [InlineData("孩子同桌确诊水痘，孩子36.5")]
    [InlineData("36.5 同学确诊流感")]
    [InlineData("他同学得了手足口，36.6")]
    [InlineData("妈妈确诊新冠，小孩36.6")]
    [InlineData("爸爸阳了，孩子36.5")]
    [InlineData("我阳了，孩子36.5")]
    [InlineData("邻居家孩子得了水痘，36.5")]
    [InlineData("班里有人确诊水痘，请假")]
    [InlineData("36.5 班里有手足口")]
    [InlineData("小区有人阳了，请假")]
    [InlineData("王小明同桌确诊水痘，36.5")]
    [InlineData("王小明说同桌确诊了水痘，36.5")]
    [InlineData("昨天邻座女生发烧，确诊流感，36.5")]
    [InlineData("弟弟得了水痘，请假")]
    [InlineData("我弟弟确诊水痘，36.5")]
    [InlineData("全家都阳了，36.5")]
    [InlineData("his brother has chickenpox, 36.5")]
    [InlineData("a kid in his class has chickenpox, 36.5")]
    [InlineData("I have covid, Ming 36.5")]
    [InlineData("we all have the flu, 36.5")]
    [InlineData("接触过水痘患者，36.5")]
    [InlineData("36.5 跟确诊流感的同学一起吃饭")]
    // Denied, feared, asked, prevented.
    [InlineData("36.5 不是水痘")]
    [InlineData("38.1 排除流感")]
    [InlineData("没有确诊流感，36.5")]
    [InlineData("38.2 不是甲流，普通感冒")]
    [InlineData("流感阴性，36.8")]
    [InlineData("核酸阴性，36.5")]
    [InlineData("怕是流感，38.0")]
    [InlineData("担心是水痘，请假")]
    [InlineData("38.2 会不会是流感")]
    [InlineData("孩子38.2，是不是流感？")]
    [InlineData("是水痘吗，请假")]
    [InlineData("确诊流感要隔离几天")]
    [InlineData("水痘隔离几天")]
    [InlineData("打了流感疫苗，36.8")]
    [InlineData("36.5 接种水痘疫苗请假")]
    [InlineData("请假半天打流感针")]
    [InlineData("36.5 最近流感高发")]
    [InlineData("流感季节，36.5")]
    [InlineData("预防流感，36.5")]
    [InlineData("如果孩子确诊水痘就请假")]
    [InlineData("it's not the flu, 38.0")]
    [InlineData("38.0 is it the flu?")]
    [InlineData("had the flu jab, 36.9")]
    [InlineData("flu season, 36.5")]
    // Over, or long ago.
    [InlineData("水痘好了，36.5")]
    [InlineData("确诊水痘，现在好了，36.5")]
    [InlineData("去年得了水痘，36.5")]
    [InlineData("得过水痘，36.5")]
    [InlineData("手足口解除隔离，36.5")]
    // Heard, read, forwarded.
    [InlineData("听说学校有确诊流感的")]
    [InlineData("转：我市新增确诊手足口3例")]
    [InlineData("流感")]
    public void Nobody_elses_none_that_is_denied_asked_about_or_over(string text) => Assert.All(
        (ReadingSetting[])[ReadingSetting.PrivateIdle, ReadingSetting.PrivateAwaitingTemperature, ReadingSetting.Group],
        setting => Assert.DoesNotContain(
            Read(text, setting).Entries, entry => entry.Diseases != Diseases.None && (entry.Name is null || entry.PersonId is not null)));

    [Theory]
    [InlineData("不是水痘")]
    [InlineData("排除水痘")]
    [InlineData("水痘排除了")]
    [InlineData("误诊")]
    [InlineData("誤診，不是水痘")]
    [InlineData("医生说不是水痘")]
    [InlineData("複診排除水痘")]
    [InlineData("水痘是误诊")]
    [InlineData("孩子没有得水痘")]
    [InlineData("36.5 不是水痘")]
    [InlineData("36.5，医院检查结果不是水痘")]
    [InlineData("王小明不是水痘")]
    [InlineData("not chickenpox after all")]
    [InlineData("It was not chickenpox")]
    [InlineData("doctor says it's not chickenpox")]
    [InlineData("chickenpox ruled out")]
    [InlineData("turned out it isn't chickenpox, 36.5")]
    [InlineData("misdiagnosed")]
    public void A_denial_takes_back_what_was_told_before_and_nothing_where_nothing_was(string text)
    {
        var entry = Assert.Single(Read(text, told: Diseases.Varicella).Entries);
        Assert.Equal((Diseases.Varicella, Diseases.None, Symptoms.None), (entry.NotDiseases, entry.Diseases, entry.Symptoms));
        Assert.All(Read(text).Entries, other => Assert.Equal(Diseases.None, other.NotDiseases));
        Assert.All(Read(text, told: Diseases.Mumps).Entries, other =>
            Assert.Equal(text.Contains('水') || text.Contains("chicken", StringComparison.Ordinal) ? Diseases.None : Diseases.Mumps, other.NotDiseases));
    }

    [Theory]
    [InlineData("是不是水痘")]
    [InlineData("不是水痘吧？")]
    [InlineData("同桌不是水痘，36.5")]
    [InlineData("弟弟不是水痘")]
    [InlineData("怕不是水痘")]
    [InlineData("36.5 没外出")]
    [InlineData("没有外出，36.5")]
    [InlineData("没接触水痘，36.5")]
    [InlineData("水痘好了，36.5")]
    [InlineData("is it not chickenpox?")]
    [InlineData("his brother does not have chickenpox")]
    public void A_question_and_somebody_else_take_nothing_back(string text) =>
        Assert.DoesNotContain(
            Read(text, told: Diseases.Varicella).Entries, entry => entry.NotDiseases != Diseases.None && (entry.Name is null || entry.PersonId is not null));

    [Fact]
    public void One_disease_in_place_of_another_is_both_read()
    {
        foreach (var text in (string[])["不是水痘，是手足口", "不是水痘是手足口", "not chickenpox, it's hand, foot and mouth disease"])
        {
            var entry = Assert.Single(Read(text, told: Diseases.Varicella).Entries);
            Assert.Equal((Diseases.Varicella, Diseases.HandFootMouth), (entry.NotDiseases, entry.Diseases));
        }
    }

    [Fact]
    public void Of_two_children_it_is_that_of_the_one_named()
    {
        var reading = Read("王小明36.5，王小红确诊水痘，请假", ReadingSetting.PrivateIdle, Ming, new KnownName(32, "王小红", "2"));
        Assert.Equal(
            [(31L, Diseases.None), (32L, Diseases.Varicella)],
            reading.Entries.Select(entry => (entry.PersonId ?? 0, entry.Diseases)));
    }

    [Fact]
    public void In_a_group_it_counts_only_with_the_childs_name()
    {
        Assert.Equal(Diseases.HandFootMouth, Assert.Single(Read("王小明确诊手足口，请假", ReadingSetting.Group).Entries).Diseases);
        Assert.Equal(ReadingKind.NotCheckin, Read("确诊手足口，请假", ReadingSetting.Group).Kind);
        Assert.Equal(ReadingKind.NotCheckin, Read("孩子确诊手足口", ReadingSetting.Group).Kind);
    }

    [Fact]
    public void It_is_a_fact_and_not_a_rumour_in_private_and_an_illness_at_home_where_the_child_stays_away()
    {
        var reading = Read("确诊水痘，请假");
        Assert.Equal((ReadingKind.Partial, Absence.IllAtHome), (reading.Kind, Assert.Single(reading.Entries).Absence));
    }

    private static TextReading Read(string text, Diseases told) =>
        Core.Reading.Chains.TextReader.Read(
            text, new ReadingContext { Setting = ReadingSetting.PrivateIdle, Today = new DateOnly(2026, 3, 4), Own = [Ming], Diagnosed = told });

    private static TextReading Read(string text, ReadingSetting setting = ReadingSetting.PrivateIdle, params KnownName[] own) =>
        Core.Reading.Chains.TextReader.Read(text, new ReadingContext { Setting = setting, Today = new(2026, 3, 4), Own = own.Length > 0 ? own : [Ming] });
}
