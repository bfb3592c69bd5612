using System.Text.RegularExpressions;

namespace CheckinBot.Tests.Architecture;

/// <summary>Conventions that the compiler does not hold.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public void Sentences_for_people_live_in_Texts_only()
    {
        // Places and Settings hold what people type, Writing characters that look alike, Demo what its made-up families say;
        // column names of files are no sentences.
        string[] exempt =
        [
            "src/CheckinBot.Core/Texts/", "src/CheckinBot.Core/Places/", "src/CheckinBot.Core/Writing/",
            "src/CheckinBot.Core/Settings/", "src/CheckinBot/Demo/",
            "src/CheckinBot/Rosters/", "src/CheckinBot/Invitations/", "src/CheckinBot/Files/Exports/", "src/CheckinBot.Simulator/",
        ];
        var found =
            from file in Repository.SourcesBelow("src")
            let path = Repository.Relative(file)
            where !exempt.Any(start => path.StartsWith(start, StringComparison.Ordinal))
            from line in File.ReadLines(file).Select((text, index) => (text, number: index + 1))
            where ChineseLiteral().IsMatch(WithoutComment(line.text))
            select $"{path}:{line.number}: {line.text.Trim()}";
        Assert.Empty(found);
    }

    [Fact]
    public void A_file_is_short_enough_to_read_at_one_sitting()
    {
        var long_ = Repository.SourcesBelow("src").Concat(Repository.SourcesBelow("tests"))
            .Select(file => (path: Repository.Relative(file), lines: File.ReadLines(file).Count()))
            .Where(file => file.lines > 300)
            .Select(file => $"{file.path}: {file.lines} lines");
        Assert.Empty(long_);
    }

    [Fact]
    public void Folders_are_named_by_what_they_are_about()
    {
        string[] banned = ["Services", "Helpers", "Utils", "Utilities", "Managers", "Common", "Extensions", "Misc", "Shared"];
        var found = Repository.SourcesBelow("src").Concat(Repository.SourcesBelow("tests"))
            .SelectMany(file => Repository.Relative(file).Split('/').SkipLast(1))
            .Distinct()
            .Where(folder => banned.Contains(folder, StringComparer.OrdinalIgnoreCase));
        Assert.Empty(found);
    }

    [Fact]
    public void Time_comes_from_a_TimeProvider()
    {
        var found =
            from file in Repository.SourcesBelow("src")
            from line in File.ReadLines(file).Select((text, index) => (text, number: index + 1))
            where SystemClock().IsMatch(WithoutComment(line.text))
            select $"{Repository.Relative(file)}:{line.number}: {line.text.Trim()}";
        Assert.Empty(found);
    }

    private static string WithoutComment(string line)
    {
        var at = line.IndexOf("//", StringComparison.Ordinal);
        return at >= 0 && (at == 0 || line[at - 1] != ':') ? line[..at] : line;
    }

    [GeneratedRegex("\"[^\"]*[\\u4e00-\\u9fff][^\"]*\"")]
    private static partial Regex ChineseLiteral();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bTask\.Delay\((?![^;]*[tT]ime)|\bThread\.Sleep\b")]
    private static partial Regex SystemClock();
}
