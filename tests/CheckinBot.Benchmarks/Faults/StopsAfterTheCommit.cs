using System.Collections.Concurrent;
using System.Text.Json;
using CheckinBot.Benchmarks.Throughput;

namespace CheckinBot.Benchmarks.Faults;

/// <summary>
/// The worker is killed or stopped within a second of what is judged after the commit: a disease told at eight in the evening raises its alert,
/// the class's card shows who has reported, and a digest that was asked for comes, all after the next start.
/// </summary>
internal sealed class StopsAfterTheCommit : IAsyncDisposable
{
    private const int Kills = 5, Stops = 3, ClassSize = 45;
    private const long Officer = 51, Group = -1001;

    private readonly ConcurrentQueue<(string Method, long Chat, string Text)> _calls = [];
    private readonly UpdateFeed _feed = new();
    private readonly BotApiServer _server;
    private readonly WorkerProcess _worker = new() { OnLine = _ => { } };

    private StopsAfterTheCommit() => _server = new BotApiServer(_feed, _ => { }, TimeSpan.Zero)
    {
        Instead = (method, body) =>
        {
            if (method is "sendMessage" or "editMessageText") Note(method, body);
            return null;
        },
    };

    /// <summary>One disease in another class each time.</summary>
    public static async Task<FaultResult> OfADisease()
    {
        await using var it = await Begin(hour: 20);
        for (var trial = 0; trial < Kills + Stops; trial++)
        {
            var pupil = 100_000 + (trial * ClassSize);
            await it.Trial(trial, pupil, "孩子确诊水痘了", $"select count(*) from check_in where person_id = {pupil}");
        }

        it._worker.Start(it._server.BaseUrl, Quick);
        // An alert names no pupil, and says of which class it is.
        bool IsToldOf(int trial) => it._calls.Any(call => call.Chat == Officer && call.Text.Contains($"Class {trial}", StringComparison.Ordinal));
        await Eventually.Is(() => Task.FromResult(Enumerable.Range(0, Kills + Stops).All(IsToldOf)));
        var told = Enumerable.Range(0, Kills + Stops).Count(IsToldOf);
        return new FaultResult(told == Kills + Stops, $"{told} of {Kills + Stops} alerts came after {Kills} kills and {Stops} stops");
    }

    /// <summary>An answer is on the card of the class.</summary>
    public static async Task<FaultResult> OfACard()
    {
        await using var it = await Begin(hour: 7);
        it._worker.Start(it._server.BaseUrl, Quick);
        await Eventually.Is(() => Task.FromResult(it._calls.Any(call => call.Chat == Group)));
        await it._worker.Stop();
        var shown = 0;
        for (var trial = 0; trial < Kills + Stops; trial++)
        {
            await it.Trial(trial, 100_000 + trial, "36.5 没外出", $"select count(*) from check_in where person_id = {100_000 + trial}");
            var says = FormattableString.Invariant($"{trial + 1}/{ClassSize}");
            it._worker.Start(it._server.BaseUrl, Quick);
            if (await Eventually.Is(() => Task.FromResult(it._calls.Any(Says)), Soon)) shown++;
            await it._worker.Stop();

            bool Says((string Method, long Chat, string Text) call) => call.Chat == Group && call.Text.Contains(says, StringComparison.Ordinal);
        }

        return new FaultResult(shown == Kills + Stops, $"{shown} of {Kills + Stops} cards were right after {Kills} kills and {Stops} stops");
    }

    /// <summary>A digest that an officer asked for comes.</summary>
    public static async Task<FaultResult> OfADigest()
    {
        await using var it = await Begin(hour: 7);
        var answered = 0;
        for (var trial = 0; trial < Kills + Stops; trial++)
        {
            var before = it._calls.Count(IsDigest);
            await it.Trial(trial, Officer, "/digest", $"select count(*) - {trial} from inbox");
            it._worker.Start(it._server.BaseUrl, Quick);
            if (await Eventually.Is(() => Task.FromResult(it._calls.Count(IsDigest) > before), Soon)) answered++;
            await it._worker.Stop();
        }

        return new FaultResult(answered == Kills + Stops, $"{answered} of {Kills + Stops} digests came after {Kills} kills and {Stops} stops");

        static bool IsDigest((string Method, long Chat, string Text) call) => call.Chat == Officer && call.Text.Contains("应报", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        _server.Dispose();
    }

    private static TimeSpan Soon => TimeSpan.FromSeconds(30);

    private static string[] Quick =>
        [.. WorkerProcess.Unlimited, "--Telegram:CardEditSeconds=1", "--Telegram:MessagesPerMinutePerGroup=1000", "--SchoolDay:Days=Mon-Sun"];

    private static async Task<StopsAfterTheCommit> Begin(int hour)
    {
        var it = new StopsAfterTheCommit();
        await it._worker.Seed((Kills + Stops) * ClassSize, hour);
        await using var session = await it._worker.Database.OpenWrite(default);
        await session.Execute("""
            insert into person (id, unit_id, role, name, number, expected) values (51, 2, 'school_officer', '赵校长', 'T1', false);
            insert into post (person_id, unit_id, role) values (51, 2, 'school_officer');
            insert into account (user_id, language, first_seen_at) values (51, 'zh-Hans', '2026-01-01T00:00:00.000Z');
            insert into link (user_id, person_id, kind, display_name, linked_at) values (51, 51, 'self', '赵', '2026-01-01T00:00:00.000Z');
            insert into group_chat (chat_id, bot_id, unit_id, title) values (-1001, 777, 10, '1班群');
            """, null, default);
        await session.Commit(default);
        return it;
    }

    // Somebody writes; once that is stored the worker is killed, or stopped, within a second.
    private async Task Trial(int trial, long user, string text, string storedWhen)
    {
        _worker.Start(_server.BaseUrl, Quick);
        _feed.Add([(user, text)]);
        await Eventually.Is(async () => await _worker.Ask<long>(storedWhen) > 0);
        await Task.Delay(TimeSpan.FromMilliseconds(900) * Random.Shared.NextDouble(), TimeProvider.System);
        if (trial < Kills) await _worker.Kill();
        else await _worker.Stop();
    }

    private void Note(string method, string body)
    {
        using var json = JsonDocument.Parse(body);
        _calls.Enqueue((method, json.RootElement.GetProperty("chat_id").GetInt64(), json.RootElement.GetProperty("text").GetString() ?? ""));
    }
}
