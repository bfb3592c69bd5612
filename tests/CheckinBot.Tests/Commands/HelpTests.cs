using System.Text.RegularExpressions;
using CheckinBot.Commands;

namespace CheckinBot.Tests.Commands;

/// <summary>The help: what holds for every verb is said once, and each verb says what its own is.</summary>
public sealed partial class HelpTests : IDisposable
{
    private static readonly string[] Sections = ["Telegram", "Storage", "Http", "SchoolDay", "Rules", "Privacy", "Invitations", "Texts", "Groups", "Forms"];

    private readonly TheProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task The_lines_of_the_configuration_are_in_the_help_of_the_program_once_and_in_that_of_no_verb()
    {
        var root = await Help();
        foreach (var section in Sections) Assert.Single(Flags().Matches(root), flag => flag.Groups[1].Value == section);
        var verbs = Verbs().Matches(root).Select(verb => verb.Groups[1].Value).ToList();
        Assert.True(verbs.Count >= 15, root);
        foreach (var verb in verbs)
        {
            var help = await Help(verb);
            // The demo alone has an example, since it takes some of them only.
            Assert.DoesNotContain(Flags().Matches(help), flag => flag.Value != "--SchoolDay:RemindAt=" || verb != "demo");
            Assert.True(help.Split('\n').All(line => line.Length <= 170), help);
            Assert.True(help.Split('\n').Length <= 30, help);
        }
    }

    [Fact]
    public async Task Read_says_its_contexts_and_takes_each_of_them()
    {
        var help = await Help("read");
        Assert.Contains("Contexts: private-awaiting-temperature, private-idle, group, group-jielong\n", help, StringComparison.Ordinal);
        Assert.Contains("Kinds: checkin, checkin-many, partial, ask-again, not-checkin\n", help, StringComparison.Ordinal);
        foreach (var context in ReadCommand.Contexts.Keys)
        {
            var answer = ReadCommand.Read($$"""{"context":"{{context}}","text":"王小明 36.5 没外出"}""");
            Assert.StartsWith("{\"kind\":\"checkin", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_flag_that_is_not_shown_is_taken_all_the_same()
    {
        var refused = await _program.Run("purge", "--Privacy:RetentionDays=0");
        Assert.Equal(2, refused.Code);
        Assert.StartsWith("Privacy:RetentionDays = '0' is not allowed:", refused.Error, StringComparison.Ordinal);
    }

    private async Task<string> Help(params string[] verb)
    {
        var help = await _program.Run([.. verb, "--help"]);
        Assert.Equal((0, ""), (help.Code, help.Error));
        return help.Out.ReplaceLineEndings("\n") + "\n";
    }

    [GeneratedRegex(@"--([A-Z][A-Za-z]+)(:[A-Za-z]+=| <KEY)")]
    private static partial Regex Flags();

    [GeneratedRegex(@"^  ([a-z]+)(?: <[A-Z]+>)*  ", RegexOptions.Multiline)]
    private static partial Regex Verbs();
}
