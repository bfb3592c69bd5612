using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;
using TextReader = CheckinBot.Core.Reading.Chains.TextReader;

namespace CheckinBot.Tests.Reading;

/// <summary>What a text says does not hold; whether that counts depends on what is on record.</summary>
public sealed class DenialTests
{
    private static readonly ReadingContext Private = new()
    {
        Setting = ReadingSetting.PrivateIdle,
        Today = new DateOnly(2026, 3, 5),
        Own = [new KnownName(1, "王小明", "1", [], 1)],
    };

    [Theory]
    [InlineData("没有咳嗽，刚才说错了", Symptoms.Cough, true)]
    [InlineData("不咳了", Symptoms.Cough, false)]
    [InlineData("沒有咳嗽，剛才說錯了", Symptoms.Cough, true)]
    [InlineData("no cough, that was a mistake", Symptoms.Cough, true)]
    [InlineData("咳嗽好了", Symptoms.Cough, false)]
    [InlineData("好了", (Symptoms)~0, false)]
    [InlineData("36.5 没有症状", (Symptoms)~0, false)]
    [InlineData("36.5 没发烧", Symptoms.Fever, false)]
    [InlineData("36.5 no cough", Symptoms.Cough, false)]
    public void Symptoms_are_denied(string text, Symptoms denied, bool isCorrection)
    {
        var reading = TextReader.Read(text, Private);
        var entry = Assert.Single(reading.Entries.Count > 0 ? reading.Entries : reading.Denials);
        Assert.Equal((denied, isCorrection), (entry.Denied.Symptoms, reading.IsCorrection));
    }

    [Theory]
    [InlineData("没有隔离，说错了", true, false, false)]
    [InlineData("已解除隔离", true, false, false)]
    [InlineData("没有接触过，说错了", false, true, false)]
    [InlineData("不请假了，到校了", false, false, true)]
    [InlineData("she is at school after all", false, false, true)]
    public void Quarantine_contact_and_absence_are_denied(string text, bool isolation, bool contact, bool absence)
    {
        var reading = TextReader.Read(text, Private);
        var entry = Assert.Single(reading.Entries.Count > 0 ? reading.Entries : reading.Denials);
        Assert.Equal((isolation, contact, absence), (entry.Denied.Isolation, entry.Denied.Contact, entry.Denied.Absence));
    }

    [Theory]
    [InlineData("36.5 没外出 咳嗽", Symptoms.Cough)]
    [InlineData("36.5 no travel, cough", Symptoms.Cough)]
    [InlineData("36.5 no travel, fever or cough", Symptoms.None)]
    [InlineData("36.5 无外出、发热、咳嗽", Symptoms.None)]
    [InlineData("36.5 没发烧没咳嗽", Symptoms.None)]
    public void A_word_for_staying_at_home_denies_no_symptom_behind_it(string text, Symptoms told) =>
        Assert.Equal(told, Assert.Single(TextReader.Read(text, Private).Entries).Symptoms);

    [Theory]
    [InlineData("吃了退烧药，36.9", true)]
    [InlineData("36.9 after paracetamol", true)]
    [InlineData("36.9 吃了布洛芬", true)]
    [InlineData("36.9 没吃退烧药", false)]
    public void A_fever_reducer_is_told(string text, bool taken)
    {
        var entry = Assert.Single(TextReader.Read(text, Private).Entries);
        Assert.Equal((369, taken), (entry.TemperatureTenths!.Value, entry.FeverReducer));
    }

    [Theory]
    [InlineData("额温37.5 腋温36.6", new[] { 366 })]
    [InlineData("刚才37.8，复测36.6", new[] { 366 })]
    [InlineData("早上38.2，下午36.9", new[] { 382, 369 })]
    [InlineData("38.2，吃了退烧药，复测36.9", new[] { 382, 369 })]
    [InlineData("38.5，复测38.3", new[] { 385, 383 })]
    public void Of_a_messages_readings_those_stand_that_another_of_the_same_minutes_does_not_put_right(string text, int[] standing) =>
        Assert.Equal(standing, Assert.Single(TextReader.Read(text, Private).Entries).ToAnswer().Readings.Select(one => one.Tenths));
}
