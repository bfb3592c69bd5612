using CheckinBot.Core.Reading;
using TextReader = CheckinBot.Core.Reading.Chains.TextReader;

namespace CheckinBot.Tests.Reading;

/// <summary>A roster whose names are spread to the width of three, and people who type them as they please.</summary>
public class SpreadNameTests
{
    private static readonly KnownName Bai = new(1, "白　露", "4101"), Fang = new(2, "方  刚", "4103"), Chen = new(3, "陈小满", "4102");
    private static readonly KnownName Zoe = new(4, "Zoë Brontë", "4104"), Ayi = new(5, "阿依古丽·吐尔逊", "4105"), Ma = new(6, "\u2EE2小雨", "4106");

    [Theory]
    [InlineData("白露 36.5", 1)]
    [InlineData("白　露 36.5", 1)]
    [InlineData("白 露36.5", 1)]
    [InlineData("方刚 36.5", 2)]
    [InlineData("方 刚 36.5", 2)]
    [InlineData("陈 小 满 36.5", 3)]
    [InlineData("Zoe\u0308 Bronte\u0308 36.5", 4)]
    [InlineData("阿依古丽.吐尔逊 36.5", 5)]
    [InlineData("阿依古丽 • 吐尔逊 36.5", 5)]
    [InlineData("马小雨 36.5", 6)]
    [InlineData("\u2EE2小雨 36.5", 6)]
    public void A_child_is_known_in_private_and_in_the_group(string text, long person)
    {
        KnownName[] all = [Bai, Fang, Chen, Zoe, Ayi, Ma];
        Assert.Equal(person, Entry(text, ReadingSetting.PrivateIdle, all).PersonId);
        Assert.Equal(person, Entry(text, ReadingSetting.Group, all).PersonId);
        Assert.Equal(365, Entry(text, ReadingSetting.Group, all).TemperatureTenths);
    }

    [Fact]
    public void A_chain_finds_everybody_of_the_class()
    {
        var reading = TextReader.Read(
            "#接龙\n1. 白露 36.5 没外出\n2. 方　刚 36.6 没外出\n3. 陈小满 36.7 没外出", Context(ReadingSetting.GroupJielong, [Bai, Fang, Chen]));
        Assert.Equal([(1L, 365), (2, 366), (3, 367)], reading.Entries.Select(entry => (entry.PersonId!.Value, entry.TemperatureTenths!.Value)));
    }

    [Fact]
    public void A_classmate_whose_name_is_spread_is_not_taken_for_the_own_child()
    {
        var entry = Assert.Single(TextReader.Read("白露 36.5", Context(ReadingSetting.PrivateIdle, [Chen]) with { Classmates = [Bai] }).Entries);
        Assert.Equal((true, null), (entry.NotOwn, entry.PersonId));
    }

    private static ReadingEntry Entry(string text, ReadingSetting setting, KnownName[] own) =>
        Assert.Single(TextReader.Read(text, Context(setting, own)).Entries);

    private static ReadingContext Context(ReadingSetting setting, KnownName[] own) => new() { Setting = setting, Today = new DateOnly(2026, 3, 5), Own = own };
}
