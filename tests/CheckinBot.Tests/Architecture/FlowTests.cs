using System.Text.RegularExpressions;
using CheckinBot.Core.Conversations;

namespace CheckinBot.Tests.Architecture;

/// <summary>A flow touches its own file, its lines in the tables and its texts: adding one changes nothing else in the core.</summary>
public sealed class FlowTests
{
    private const string Core = "src/CheckinBot.Core/";
    private const string Flows = Core + "Conversations/";

    [Theory]
    [InlineData("TransferDesk", "Staff/TransferDesk.cs", "ButtonTable.cs", "CommandTable.cs")]
    [InlineData("LooksDesk", "Staff/LooksDesk.cs", "CommandTable.cs")]
    [InlineData("Languages", "Private/Languages.cs", "ButtonTable.cs", "CommandTable.cs")]
    [InlineData("Waiving", "Staff/Waiving.cs", "AnswerTable.cs", "ButtonTable.cs")]
    public void A_flow_is_known_to_the_tables_only(string flow, params string[] files) =>
        Assert.Equal(files.Select(file => Flows + file), Naming($@"\b{flow}\b"));

    [Fact]
    public void A_command_is_named_by_its_line_and_its_own_flow_only()
    {
        foreach (var command in CommandTable.All)
        {
            var strange = Naming($"\"{command.Name}\"").Where(file =>
                file.StartsWith(Flows, StringComparison.Ordinal) && file != Flows + "CommandTable.cs"
                && !Path.GetFileName(file).StartsWith(command.Name, StringComparison.OrdinalIgnoreCase));
            Assert.True(!strange.Any(), $"/{command.Name} is named in {string.Join(", ", strange)}");
        }
    }

    [Fact]
    public void No_two_lines_take_the_same_press() =>
        Assert.Empty(ButtonTable.All.GroupBy(entry => (entry.Chat, entry.Verb, entry.Question)).Where(lines => lines.Count() > 1).Select(lines => lines.Key));

    /// <summary>The files of the core in which the pattern occurs outside of comments, in the order of their paths with shelves first.</summary>
    private static IEnumerable<string> Naming(string pattern) =>
        from file in Repository.SourcesBelow(Core.TrimEnd('/'))
        where File.ReadLines(file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(line, pattern))
        let path = Repository.Relative(file)
        orderby path.Count(character => character == '/') descending, path
        select path;
}
