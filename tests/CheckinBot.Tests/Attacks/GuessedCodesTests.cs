using CheckinBot.Core.Conversations.Private;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;
using CheckinBot.Tests.Receiving;

namespace CheckinBot.Tests.Attacks;

/// <summary>Somebody who tries codes: each answer is the same, after a few there are none, and the operator sees it.</summary>
public sealed class GuessedCodesTests
{
    private const long Guesser = 666, Bot = 777;
    private const string UsedUp = "UUUUUUUUUUUUUUUUUUUUUU", Revoked = "RRRRRRRRRRRRRRRRRRRRRR", Good = "GGGGGGGGGGGGGGGGGGGGGG";

    private static readonly Phrases Words = new(Language.ZhHans);

    [Fact]
    public async Task Unknown_used_up_and_revoked_codes_get_one_answer_and_after_five_not_even_a_good_one_is_looked_at()
    {
        await using var worker = await Worker.Start(start: false);
        await worker.Execute($"""
            insert into invitation (code, person_id, created_at, revoked_at) values
                ('{UsedUp}', 33, '2026-01-01T00:00:00.000Z', null), ('{Good}', 32, '2026-01-01T00:00:00.000Z', null),
                ('{Revoked}', 31, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z');
            insert into invitation_use (code, user_id, used_at) values ('{UsedUp}', 1002, '2026-01-01T00:00:00.000Z');
            """);
        worker.Simulator.World.AddUser(Guesser, "g", languageCode: "zh-hans");
        await worker.Begin();
        string[] guesses =
        [
            "/start AAAAAAAAAAAAAAAAAAAAAA", $"/start {UsedUp}", $"/start {Revoked}", "https://t.me/checkin_bot?start=BBBBBBBBBBBBBBBBBBBBBB",
            "CCCCCCCCCCCCCCCCCCCCCC",
        ];
        Assert.Equal(Linking.MaxFailures, guesses.Length);
        foreach (var guess in guesses) Assert.Equal(Words.WrongCode, await Answer(worker, guess));
        foreach (var late in (string[])[$"/start {Good}", "/start x", $"t.me/checkin_bot?start={Good}"])
            Assert.Equal(Words.TooManyCodes, await Answer(worker, late));
        Assert.Equal("0", await worker.Ask($"select count(*) from link where user_id = {Guesser}"));

        string[] log;
        lock (worker.Log) log = [.. worker.Log];
        var warned = log.Count(line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("666", StringComparison.Ordinal));
        Assert.Equal(Linking.MaxFailures, warned);
        foreach (var code in (string[])["AAAAAAAA", UsedUp, Revoked, Good, "BBBBBBBB", "CCCCCCCC"])
            Assert.DoesNotContain(log, line => line.Contains(code, StringComparison.Ordinal));
        using var http = new HttpClient { BaseAddress = worker.Http };
        Assert.Contains("checkinbot_codes_refused_total 5\n", await http.GetStringAsync(new Uri("/metrics", UriKind.Relative)), StringComparison.Ordinal);

        // Somebody else is let in by the good one meanwhile, and the guesser once the hour is over.
        worker.Simulator.World.SendText(Worker.Parent, Bot, $"/start {Good}");
        await worker.WaitFor($"select count(*) from link where user_id = {Worker.Parent}", "2");
        await worker.Execute($"update code_failure set failed_at = '2026-01-01T00:00:00.000Z' where user_id = {Guesser}");
        await Answer(worker, $"/start {Good}");
        Assert.Equal("1", await worker.Ask($"select count(*) from link where user_id = {Guesser}"));
    }

    private static async Task<string?> Answer(Worker worker, string text)
    {
        var world = worker.Simulator.World;
        var before = world.Messages(Guesser, Bot).Count(message => message.FromBot);
        world.SendText(Guesser, Bot, text);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (world.Messages(Guesser, Bot).Count(message => message.FromBot) == before)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
        return world.Messages(Guesser, Bot).Last(message => message.FromBot).Text;
    }
}
