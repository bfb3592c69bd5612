using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading;
using TextReader = CheckinBot.Core.Reading.Chains.TextReader;

namespace CheckinBot.Tests.Reading;

/// <summary>No word of illness or place is cut out of a name of the class, or of a part of one.</summary>
public sealed class NameWordTests
{
    private static ReadingContext Family(params string[] names) => new()
    {
        Setting = ReadingSetting.PrivateIdle,
        Today = new DateOnly(2026, 3, 5),
        Own = [.. names.Select((name, index) => new KnownName(index + 1, name, null))],
    };

    private static ReadingContext Class(params string[] names) => new()
    {
        Setting = ReadingSetting.GroupJielong,
        Today = new DateOnly(2026, 3, 5),
        Own = [.. names.Select((name, index) => new KnownName(index + 1, name, null, null, -1))],
    };

    [Theory]
    [InlineData("吐尔洪江", "吐尔洪江36.5")]
    [InlineData("吐尔洪江", "吐尔洪江 36.5 没外出")]
    [InlineData("吐尔洪江·买买提", "吐尔洪江36.5")]
    [InlineData("吐尔洪江·买买提", "吐尔洪江买买提36.5")]
    [InlineData("阿依古丽·吐尔逊", "阿依古丽·吐尔逊36.5")]
    [InlineData("阿依古丽·吐尔逊", "阿依古丽.吐尔逊 36.5")]
    [InlineData("阿依古丽·吐尔逊", "阿依古丽吐尔逊36.5")]
    [InlineData("阿依古丽·吐尔逊", "吐尔逊36.5")]
    [InlineData("阿依古丽·吐尔逊", "阿依古丽36.5")]
    public void A_name_with_a_word_of_illness_is_a_name(string name, string text)
    {
        var entry = Assert.Single(TextReader.Read(text, Family(name)).Entries);
        Assert.Equal((1L, 365, Symptoms.None), (entry.PersonId, entry.TemperatureTenths, entry.Symptoms));
    }

    [Fact]
    public void The_beginning_of_a_name_is_offered_and_tells_no_illness()
    {
        var entry = Assert.Single(TextReader.Read("吐尔洪36.5", Family("吐尔洪江")).Entries);
        Assert.Equal(Symptoms.None, entry.Symptoms);
        Assert.True(entry.PersonId == 1 || entry.Candidates.Contains(1));
    }

    [Fact]
    public void A_chain_with_such_names_is_read_line_by_line()
    {
        var reading = TextReader.Read(
            "#接龙\n1. 吐尔洪江 36.5\n2. 阿依古丽·吐尔逊 36.6\n3. 王海南 36.7", Class("吐尔洪江", "阿依古丽·吐尔逊", "王海南"));
        Assert.Equal(
            [(1L, 365, Symptoms.None, null), (2L, 366, Symptoms.None, null), (3L, 367, Symptoms.None, null)],
            reading.Entries.Select(entry => (entry.PersonId ?? 0, entry.TemperatureTenths ?? 0, entry.Symptoms, entry.Place)));
    }

    [Theory]
    [InlineData("吐尔洪江 36.5 吐了")]
    [InlineData("吐了，36.5")]
    public void The_word_itself_still_tells_of_it(string text) =>
        Assert.Equal(Symptoms.Vomiting, Assert.Single(TextReader.Read(text, Family("吐尔洪江")).Entries).Symptoms);
}
