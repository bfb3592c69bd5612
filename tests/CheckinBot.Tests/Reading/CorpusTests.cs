using CheckinBot.Core.Reading;
using Xunit.Abstractions;
using TextReader = CheckinBot.Core.Reading.Chains.TextReader;

namespace CheckinBot.Tests.Reading;

public class CorpusTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("messages.tsv", 130)]
    [InlineData("own.tsv", 1000)]
    [InlineData("travel.tsv", 100)]
    public void Every_message_is_read_as_expected(string file, int atLeast)
    {
        var rows = CorpusRow.Load(file);
        Assert.True(rows.Count >= atLeast, $"{file} has only {rows.Count} rows");

        var misses = rows.Select(row => row.Miss(TextReader.Read(row.Text, row.ReadingContext))).OfType<string>().ToList();

        foreach (var miss in misses) output.WriteLine(miss);
        Assert.True(misses.Count == 0, $"{misses.Count} of {rows.Count} are misread:\n{string.Join('\n', misses)}");
    }
}
