using System.Diagnostics;
using CheckinBot.Benchmarks.Throughput;
using Npgsql;

namespace CheckinBot.Benchmarks.Crash;

/// <summary>What came of a run of kills.</summary>
internal sealed record CrashResult
{
    public required long Stored { get; init; }

    /// <summary>Messages of which nothing is stored.</summary>
    public required long Lost { get; init; }

    /// <summary>Messages that are stored more than once.</summary>
    public required long Doubled { get; init; }

    /// <summary>Messages that are stored after a later one of the same chat.</summary>
    public required long OutOfOrder { get; init; }

    public required int Answered { get; init; }

    public required int AnsweredAgain { get; init; }

    /// <summary>First answers that arrived after a later one of the same chat.</summary>
    public required int AnswersOutOfOrder { get; init; }

    /// <summary>Answers that had arrived and were not written down as sent when the worker was killed, over all kills.</summary>
    public required long InFlight { get; init; }

    /// <summary>Updates that were set aside.</summary>
    public required long SetAside { get; init; }

    /// <summary>Answers that were never made, and those that were given up.</summary>
    public required (long Unsent, long GivenUp) Unanswered { get; init; }

    /// <summary>From the start of a process to its first word to Telegram, after each kill.</summary>
    public required IReadOnlyList<TimeSpan> Starts { get; init; }

    public required TimeSpan Took { get; init; }

    /// <summary>Nothing is lost, doubled or out of order, and no more was sent again than was in flight.</summary>
    public bool IsWhole(CrashPlan plan) =>
        Stored == plan.Messages && Lost == 0 && Doubled == 0 && OutOfOrder == 0 && SetAside == 0
        && Answered == plan.Messages && AnswersOutOfOrder == 0 && AnsweredAgain <= InFlight;
}

/// <summary>Kills the worker at random moments while messages arrive, starts it again each time, and recounts in the end.</summary>
/// <param name="plan">What the run is to be.</param>
/// <param name="say">Is told how it goes on.</param>
/// <param name="disturb">What is done to the database, of that connection string, while the last worker works; null for nothing.</param>
internal sealed class CrashRun(CrashPlan plan, Action<string> say, Func<string, CancellationToken, Task>? disturb = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(10);

    // What the Bot API takes to answer: long enough that calls are in flight at most kills.
    private static readonly TimeSpan Call = TimeSpan.FromMilliseconds(100);

    private readonly UpdateFeed _feed = new();
    private readonly CrashLedger _ledger = new();
    private readonly List<TimeSpan> _starts = [];
    private long _inFlight;

    public async Task<CrashResult> Run()
    {
        var database = plan.Postgres is { } server ? await CreateDatabase(server) : null;
        try
        {
            await using var worker = new WorkerProcess(database) { OnLine = line => { if (!line.Contains("warn:", StringComparison.Ordinal)) say(line); } };
            await worker.Seed(plan.Families);
            return await Run(worker);
        }
        finally
        {
            if (database is not null) await DropDatabase(plan.Postgres!, database);
        }
    }

    private async Task<CrashResult> Run(WorkerProcess worker)
    {
        var begun = Stopwatch.GetTimestamp();
        using var webhook = plan.IsWebhook ? new WebhookSender() : null;
        using var end = new CancellationTokenSource();
        var posting = webhook?.Post(_feed, plan, end.Token) ?? Task.CompletedTask;
        string[] flags = [.. WorkerProcess.Unlimited, .. webhook?.Flags ?? []];
        for (var kill = 0; kill < plan.Kills; kill++)
        {
            await Live(worker, flags, kill);
            if (kill % 20 == 19) say($"{kill + 1} kills, {_ledger.First} answered, {_ledger.Again} again");
        }

        using (var last = await Start(worker, flags, new BotApiServer(_feed, _ledger.Add, Call)))
        {
            using var calm = new CancellationTokenSource();
            // Not in the start itself, which a database that is away ends.
            if (disturb is not null) await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
            var disturbing = disturb?.Invoke(worker.ConnectionString, calm.Token) ?? Task.CompletedTask;
            Add(plan.Kills, plan.Kills + 1);
            await Until(() => _ledger.First >= plan.Messages);
            await calm.CancelAsync();
            await disturbing;
            await posting.WaitAsync(Patience);
            await worker.Stop();
        }

        return new CrashResult
        {
            Stored = await worker.Stored(),
            Lost = plan.Messages - await worker.Ask<long>("select count(*) from (select distinct person_id, temperature_tenths from check_in) told"),
            Doubled = await worker.Ask<long>(
                "select count(*) from (select 1 from check_in group by person_id, temperature_tenths having count(*) > 1) twice"),
            OutOfOrder = await worker.Ask<long>("""
                select count(*) from check_in a join check_in b on b.person_id = a.person_id and b.id > a.id and b.temperature_tenths < a.temperature_tenths
                """),
            Answered = _ledger.First,
            AnsweredAgain = _ledger.Again,
            AnswersOutOfOrder = _ledger.OutOfOrder,
            InFlight = _inFlight,
            Unanswered = (
                await worker.Ask<long>("select count(*) from outbox where sent_at is null"),
                await worker.Ask<long>("select count(*) from outbox where error is not null")),
            SetAside = await worker.Ask<long>("select count(*) from inbox where error is not null"),
            Starts = _starts,
            Took = Stopwatch.GetElapsedTime(begun),
        };
    }

    // A new server for each life: its first question tells when the worker is up.
    private async Task Live(WorkerProcess worker, string[] flags, int kill)
    {
        using var server = await Start(worker, flags, new BotApiServer(_feed, _ledger.Add, Call));
        var before = _ledger.First;
        Add(kill, kill + 1);
        // In the middle of its work, wherever that is; a few before they have begun.
        var answers = before + Random.Shared.Next((plan.Messages / (plan.Kills + 1)) + 1);
        var begun = Stopwatch.GetTimestamp();
        while (_ledger.First < answers && Stopwatch.GetElapsedTime(begun) < LongestLife) await Task.Delay(2);
        await Task.Delay(TimeSpan.FromMilliseconds(200) * Random.Shared.NextDouble(), TimeProvider.System);
        await worker.Kill();
        // What the killed process had written still arrives.
        await Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System);
        var sent = await worker.Stored() - await worker.Ask<long>("select count(*) from outbox where sent_at is null and lane = 'Answers'");
        _inFlight += Math.Max(0, _ledger.First - sent);
    }

    private async Task<BotApiServer> Start(WorkerProcess worker, string[] flags, BotApiServer server)
    {
        var begun = Stopwatch.GetTimestamp();
        worker.Start(server.BaseUrl, flags);
        await (plan.IsWebhook ? server.WebhookSet : server.FirstPoll).Task.WaitAsync(Patience);
        _starts.Add(Stopwatch.GetElapsedTime(begun));
        return server;
    }

    // The messages of each life arrive with it, and in part while nobody is there to take them.
    private void Add(int life, int next)
    {
        var lives = plan.Kills + 1L;
        _feed.Add(plan.Texts((int)(plan.Messages * life / lives), (int)(plan.Messages * next / lives)));
    }

    private static async Task Until(Func<bool> isReached)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!isReached() && Stopwatch.GetElapsedTime(begun) < Patience) await Task.Delay(50);
    }

    private static async Task<string> CreateDatabase(string server)
    {
        var name = $"checkinbot_crash_{Guid.NewGuid():N}";
        await Execute(server, $"create database {name}");
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    private static async Task DropDatabase(string server, string database)
    {
        NpgsqlConnection.ClearAllPools();
        await Execute(server, $"drop database {new NpgsqlConnectionStringBuilder(database).Database} with (force)");
    }

    private static async Task Execute(string server, string sql)
    {
        var at = new NpgsqlConnectionStringBuilder(server);
        at.Database ??= "postgres";
        await using var connection = new NpgsqlConnection(at.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
