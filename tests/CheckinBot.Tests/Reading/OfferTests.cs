using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;
using TextReader = CheckinBot.Core.Reading.Chains.TextReader;

namespace CheckinBot.Tests.Reading;

/// <summary>What is offered as a button, and what never is.</summary>
public class OfferTests
{
    [Theory]
    [InlineData("纹丝未变36.5", new[] { 365 })]
    [InlineData("36.4还是36.6，记不清了", new[] { 364, 366 })]
    [InlineData("电子的36.2水银的36.8信哪个", new[] { 362, 368 })]
    [InlineData("63.5", new[] { 365 })]
    [InlineData("36.5到36.8之间", new int[0])]
    [InlineData("between 36.5 and 37", new int[0])]
    [InlineData("不到37", new int[0])]
    [InlineData("体温计坏了，手摸大概36.5", new int[0])]
    [InlineData("36.5，不对不对，等我再量一次", new int[0])]
    [InlineData("昨天36.5，今天还没量", new int[0])]
    [InlineData("班费36.5元", new int[0])]
    [InlineData("考了98.5分", new int[0])]
    [InlineData("全家都36.5", new int[0])]
    public void A_value_that_is_plausible_and_not_certain_is_offered(string text, int[] tenths)
    {
        var reading = TextReader.Read(text, new ReadingContext { Setting = ReadingSetting.PrivateAwaitingTemperature });
        Assert.DoesNotContain(reading.Entries, entry => entry.TemperatureTenths is not null);
        Assert.Equal(tenths, reading.Suggestions);
    }

    [Fact]
    public void What_else_was_told_is_kept_beside_the_offer()
    {
        var reading = TextReader.Read("36.5还是36.6，记不清了，刚从南京回来，有点咳嗽", new ReadingContext { Setting = ReadingSetting.PrivateAwaitingTemperature });
        var entry = Assert.Single(reading.Entries);
        Assert.Equal([365, 366], reading.Suggestions);
        Assert.Equal((null, Travel.Yes, "南京", Symptoms.Cough), (entry.TemperatureTenths, entry.Travel, entry.Place, entry.Symptoms));
    }

    [Theory]
    [InlineData("好的，谢谢老师", true)]
    [InlineData("收到，唔該", true)]
    [InlineData("ok thanks", true)]
    [InlineData("😊", true)]
    [InlineData("老师早上好！", true)]
    [InlineData("好了", false)]
    [InlineData("好的，明天交", false)]
    [InlineData("36.5", false)]
    [InlineData("？", false)]
    [InlineData("", false)]
    public void An_acknowledgement_wants_no_answer(string text, bool isOne) => Assert.Equal(isOne, ShortAnswers.IsAcknowledgement(text));
}
