using System.Collections.Concurrent;
using CheckinBot.Benchmarks.Throughput;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Benchmarks.Faults;

/// <summary>Two workers on one database: while both live, after one was killed, and after one stood still and came back.</summary>
internal sealed class TwoWorkers : IAsyncDisposable
{
    private const int Families = 300;
    private static readonly TimeSpan Call = TimeSpan.FromMilliseconds(400);
    private static readonly string[] Slow = ["--Telegram:MessagesPerSecond=30", "--Telegram:ConcurrentCalls=20"];

    // As on another machine: no process number says whether it lives.
    private static readonly string[] Elsewhere = ["unshare", "--pid", "--fork", "--kill-child=SIGKILL"];

    private readonly ConcurrentDictionary<long, int> _answers = [];
    private readonly BotApiServer _firstServer;
    private readonly BotApiServer _secondServer;
    private readonly WorkerProcess _first;
    private readonly WorkerProcess _second;
    private int _bySecond;

    private TwoWorkers(bool isElsewhere)
    {
        _firstServer = new BotApiServer(new UpdateFeed().With(Families), Count, Call);
        _secondServer = new BotApiServer(
            new UpdateFeed(),
            body =>
            {
                Interlocked.Increment(ref _bySecond);
                Count(body);
            },
            Call);
        _first = new WorkerProcess { OnLine = _ => { }, StartedBy = isElsewhere ? Elsewhere : [] };
        _second = new WorkerProcess(_first) { OnLine = _ => { } };
    }

    private int Arrived => _answers.Values.Sum();

    private int Twice => _answers.Values.Sum(times => times - 1);

    /// <summary>A second one starts while the first has hundreds of answers before it, and leaves them to it.</summary>
    public static async Task<FaultResult> BothLive()
    {
        await using var two = new TwoWorkers(isElsewhere: false);
        await two.Begin();
        two._second.Start(two._secondServer.BaseUrl, Slow);
        await Eventually.Is(() => Task.FromResult(two._answers.Count >= Families));
        return two.Result(two.Twice == 0 && two._bySecond == 0, $"the second sent {two._bySecond} of the first's");
    }

    /// <summary>The first is killed: the second sends what it had left, at once on the same machine and after half a minute from another.</summary>
    public static async Task<FaultResult> OneIsKilled(bool isElsewhere)
    {
        await using var two = new TwoWorkers(isElsewhere);
        await two.Begin();
        two._second.Start(two._secondServer.BaseUrl, Slow);
        await two._secondServer.FirstPoll.Task;
        await two._first.Kill();
        var inFlight = await two.InFlight();
        var took = await two.TakenOver();
        await Eventually.Is(() => Task.FromResult(two._answers.Count >= Families));
        return two.Result(two.Twice <= inFlight,
            FormattableString.Invariant($"taken over after {took.TotalSeconds:0.0} s, {inFlight} in flight at the kill"));
    }

    /// <summary>The first stands still for so long that it is taken for dead, and goes on later.</summary>
    public static async Task<FaultResult> OneStandsStill()
    {
        await using var two = new TwoWorkers(isElsewhere: false);
        await two.Begin();
        two._second.Start(two._secondServer.BaseUrl, Slow);
        await two._secondServer.FirstPoll.Task;
        await two.HoldFirst();
        var inFlight = await two.InFlight();
        var took = await two.TakenOver();
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        // The second has sent a part of what is left.
        two._first.Signal("CONT");
        await Eventually.Is(() => Task.FromResult(two._answers.Count >= Families));
        await Task.Delay(TimeSpan.FromSeconds(8), TimeProvider.System);
        return two.Result(two.Twice <= inFlight,
            FormattableString.Invariant($"taken over after {took.TotalSeconds:0.0} s, {inFlight} in flight at the stop"));
    }

    public async ValueTask DisposeAsync()
    {
        await _second.DisposeAsync();
        await _first.DisposeAsync();
        _firstServer.Dispose();
        _secondServer.Dispose();
    }

    // All are stored, and a part of the answers is sent.
    private async Task Begin()
    {
        await _first.Seed(Families);
        _first.Start(_firstServer.BaseUrl, Slow);
        await Eventually.Is(async () => _answers.Count >= Families / 5 && await _first.Stored() == Families);
    }

    // Not in a transaction: SQLite's lock is held by who stands still in one, and then nobody can take anything over.
    private async Task HoldFirst()
    {
        while (true)
        {
            _first.Signal("STOP");
            try
            {
                await using (await _second.Database.OpenWrite(default)) return;
            }
            catch (SqliteException)
            {
                _first.Signal("CONT");
                await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System);
            }
        }
    }

    // What has arrived and is not written down as sent.
    private async Task<long> InFlight()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        return Arrived - (Families - await _second.Ask<long>("select count(*) from outbox where sent_at is null"));
    }

    private async Task<TimeSpan> TakenOver()
    {
        var begun = TimeProvider.System.GetTimestamp();
        await Eventually.Is(() => Task.FromResult(_bySecond > 0));
        return TimeProvider.System.GetElapsedTime(begun);
    }

    private FaultResult Result(bool isRight, string told) => new(
        isRight && _answers.Count == Families,
        FormattableString.Invariant($"{_answers.Count} of {Families} answered, {Twice} twice; {told}"));

    private void Count(ReadOnlyMemory<byte> body) => _answers.AddOrUpdate(BotApiServer.Number(body.Span, "\"chat_id\":"u8), 1, (_, times) => times + 1);
}
