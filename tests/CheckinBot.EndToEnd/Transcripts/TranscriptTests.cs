using CheckinBot.Core.Organisation;

namespace CheckinBot.EndToEnd.Transcripts;

/// <summary>
/// Each file of this folder is a chat that goes through the whole stack. With CHECKINBOT_ACCEPT=1 the files are
/// written anew from what happens; read the difference before committing it.
/// </summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> Names => new(Transcript.All);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_chat_goes_as_written(string name)
    {
        var transcript = Transcript.Read(name);
        await using var school = await SmallSchool.Open(LanguageOf(name), new TimeOnly(6, 25));
        using var scribe = new Scribe(school.World);
        var player = new Player(school);
        foreach (var line in transcript.Lines)
        {
            if (line[0] != '#') transcript.Blank();
            transcript.Add(line);
            await player.Play(line);
            foreach (var shown in await scribe.Take(clockJumped: line[0] == '@')) transcript.Add(shown.TrimEnd());
        }

        if (Environment.GetEnvironmentVariable("CHECKINBOT_ACCEPT") == "1") transcript.Accept();
        Assert.Equal(transcript.Played, transcript.Written);
    }

    /// <summary>The ending of the name, such as <c>fever.zh-Hant</c>.</summary>
    private static Language LanguageOf(string name) => LanguageTag.Parse(name[(name.LastIndexOf('.') + 1)..])!.Value;
}
