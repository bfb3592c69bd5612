using CheckinBot.Tests.Architecture;

namespace CheckinBot.Tests.Conversations;

/// <summary>Each flow as a chat that can be read, in three languages: <c>Transcripts/FLOW.LANGUAGE.txt</c>.</summary>
public sealed class TranscriptTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "CheckinBot.Tests", "Conversations", "Transcripts");

    public static TheoryData<string> Files => new(Names);

    private static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Files))]
    public void The_chat_goes_as_written(string file)
    {
        var path = Path.Combine(Folder, file);
        var expected = File.ReadAllText(path);
        var played = Transcript.Play(expected);
        // After a change that is meant, play the chats anew and read the difference: CHECKINBOT_ACCEPT=1 dotnet test …
        if (Environment.GetEnvironmentVariable("CHECKINBOT_ACCEPT") == "1") File.WriteAllText(path, played);
        Assert.Equal(expected, played);
    }

    [Fact]
    public void Every_flow_is_there_in_three_languages()
    {
        var flows = Names.Select(name => name.Split('.')).GroupBy(parts => parts[0], parts => parts[1]);
        Assert.All(flows, flow => Assert.Equal(["en", "zh-Hans", "zh-Hant"], flow.Order(StringComparer.Ordinal)));
    }
}
