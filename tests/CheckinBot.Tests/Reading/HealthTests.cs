using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Claims;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Tests.Reading;

public class HealthTests
{
    private static HealthFacts Facts(string text)
    {
        var message = Message.Of(text, new ReadingContext { Setting = ReadingSetting.PrivateIdle }, KnownNames.None);
        return Health.Read(message, 0, message.Tokens.Count);
    }

    [Theory]
    [InlineData("咳嗽", Symptoms.Cough)]
    [InlineData("有点咳嗽，流鼻涕", Symptoms.Cough | Symptoms.RunnyNose)]
    [InlineData("无发热咳嗽", Symptoms.None)]
    [InlineData("无发热、咳嗽、乏力等症状", Symptoms.None)]
    [InlineData("无发热，咳嗽，腹泻", Symptoms.None)]
    [InlineData("没发烧，咳嗽", Symptoms.Cough)]
    [InlineData("不咳嗽不发烧", Symptoms.None)]
    [InlineData("没有发热咳嗽", Symptoms.None)]
    [InlineData("不烧了", Symptoms.None)]
    [InlineData("烧退了还有点咳", Symptoms.Cough)]
    [InlineData("冇發燒，喉嚨痛", Symptoms.SoreThroat)]
    [InlineData("拉肚子呕吐", Symptoms.Diarrhoea | Symptoms.Vomiting)]
    [InlineData("no fever, no cough", Symptoms.None)]
    [InlineData("no fever but a cough", Symptoms.Cough)]
    [InlineData("no cough or fever", Symptoms.None)]
    [InlineData("fever and vomiting", Symptoms.Fever | Symptoms.Vomiting)]
    [InlineData("咳嗽：无", Symptoms.None)]
    [InlineData("有无发热：无", Symptoms.None)]
    [InlineData("Symptoms: cough", Symptoms.Cough)]
    public void Symptoms_are_read_with_their_negation(string text, Symptoms symptoms) => Assert.Equal(symptoms, Facts(text).Symptoms);

    [Theory]
    [InlineData("今天请假，感冒了", Absence.IllAtHome)]
    [InlineData("请病假", Absence.IllAtHome)]
    [InlineData("请事假", Absence.Leave)]
    [InlineData("今天请假", Absence.Unspecified)]
    [InlineData("今天请假，有事", Absence.Leave)]
    [InlineData("付皓轩今天请假，有事", Absence.Leave)]
    [InlineData("明天还要请假", Absence.None)]
    [InlineData("今天明天都请假", Absence.Unspecified)]
    [InlineData("请假到明天", Absence.Unspecified)]
    [InlineData("absent tomorrow", Absence.None)]
    [InlineData("住院了", Absence.Hospital)]
    [InlineData("on sick leave", Absence.IllAtHome)]
    public void Absence_is_read_with_its_reason(string text, Absence absence) => Assert.Equal(absence, Facts(text).Absence);

    [Theory]
    [InlineData("居家隔离", Isolation.Home)]
    [InlineData("在酒店集中隔离", Isolation.Central)]
    [InlineData("已解除隔离", Isolation.None)]
    [InlineData("home quarantine", Isolation.Home)]
    public void Quarantine_is_read(string text, Isolation isolation) => Assert.Equal(isolation, Facts(text).Isolation);

    [Theory]
    [InlineData("看过医生了", true)]
    [InlineData("没看医生", false)]
    [InlineData("36.5", null)]
    public void A_doctor_is_read(string text, bool? seen) => Assert.Equal(seen, Facts(text).SeenDoctor);
}
