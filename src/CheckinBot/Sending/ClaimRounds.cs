using System.Diagnostics;
using CheckinBot.Background;
using CheckinBot.Bots;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Workers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Sending;

/// <summary>
/// Says every few seconds that this worker lives, and takes over the calls of workers that do not any more. A worker is dead when its beats
/// stand still for half a minute by this one's stopwatch (no clock is compared with another), or when its process is known to be gone.
/// </summary>
internal sealed partial class ClaimRounds(
    WorkerIdentity worker, Database database, Writer writer, Dispatcher dispatcher, BotIdentity bot, BackgroundWork background, TimeProvider time,
    ILogger<ClaimRounds> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(7);

    private readonly Dictionary<string, (long Beats, long Since)> _seen = [];
    private long _uncertain = database.UncertainCommits;

    /// <summary>Begins, and returns how many calls earlier workers have left.</summary>
    public async Task<int> Begin(CancellationToken cancellationToken)
    {
        var left = await writer.Write(
            async session =>
            {
                var store = new WorkerStore(session);
                foreach (var other in await store.All(cancellationToken))
                {
                    worker.EarlierSeenAt = other.SeenAt;
                    if (!other.HasEnded && worker.IsKnownDead(other)) await store.End(other.Id, cancellationToken);
                }

                await store.DeleteBefore(time.GetUtcNow() - Forgotten, cancellationToken);
                await store.Add(worker.Id, worker.Place, time.GetUtcNow(), cancellationToken);
                return await new OutboxStore(session).TakeOver(worker.Id, bot.Id, cancellationToken);
            },
            cancellationToken);
        worker.Beaten();
        foreach (var row in left) dispatcher.Add(PendingCall.From(row));
        return left.Count;
    }

    /// <summary>Ends: what is left may be taken over at once.</summary>
    public Task End(CancellationToken cancellationToken) =>
        writer.Write(async session => await new WorkerStore(session).End(worker.Id, cancellationToken), cancellationToken);

    /// <summary>Looks once.</summary>
    internal async Task Look(CancellationToken cancellationToken)
    {
        var (isHeld, others) = await writer.Write(
            async session =>
            {
                var store = new WorkerStore(session);
                return (await store.Beat(worker.Id, time.GetUtcNow(), cancellationToken), await store.All(cancellationToken));
            },
            cancellationToken);
        if (!isHeld) await BeginAgain(cancellationToken);
        worker.Beaten();
        foreach (var dead in others.Where(other => other.Id != worker.Id && !other.HasEnded && IsDead(other)))
        {
            await writer.Write(async session => await new WorkerStore(session).End(dead.Id, cancellationToken), cancellationToken);
            IsGone(logger, dead.Id);
        }

        await TakeOver(cancellationToken);
        if (Interlocked.Exchange(ref _uncertain, database.UncertainCommits) != database.UncertainCommits) await FindForgotten(cancellationToken);
        dispatcher.GoOn();
    }

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        // In real time: the demo's clock may stand still.
        using var timer = new PeriodicTimer(Every, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(cancellationToken)) await background.Try("claims", () => Look(cancellationToken), cancellationToken);
    }

    private bool IsDead(WorkerRow other)
    {
        if (worker.IsKnownDead(other)) return true;
        if (!_seen.TryGetValue(other.Id, out var known) || known.Beats != other.Beats)
        {
            _seen[other.Id] = (other.Beats, Stopwatch.GetTimestamp());
            return false;
        }

        return Stopwatch.GetElapsedTime(known.Since) >= WorkerIdentity.TakenForDead;
    }

    private async Task TakeOver(CancellationToken cancellationToken)
    {
        var rows = await writer.Write(
            async session => await new OutboxStore(session).TakeOver(worker.Id, bot.Id, cancellationToken), cancellationToken);
        if (rows.Count == 0) return;
        foreach (var row in rows) dispatcher.Add(PendingCall.From(row));
        TookOver(logger, rows.Count);
    }

    // This process was held for so long that others took it for dead: only what they have left it is still its own.
    private async Task BeginAgain(CancellationToken cancellationToken)
    {
        var own = await writer.Write(
            async session =>
            {
                await new WorkerStore(session).Add(worker.Id, worker.Place, time.GetUtcNow(), cancellationToken);
                return await new OutboxStore(session).Claimed(worker.Id, cancellationToken);
            },
            cancellationToken);
        dispatcher.KeepOnly(own.Select(row => row.Id).ToHashSet());
    }

    // A connection that died in a commit leaves nobody to hand over what was stored all the same.
    private async Task FindForgotten(CancellationToken cancellationToken)
    {
        var unknown = (await Claimed(cancellationToken)).Where(row => !dispatcher.Knows(row.Id)).Select(row => row.Id).ToHashSet();
        if (unknown.Count == 0) return;
        // What was made and written down between the reading and the asking is unsent no more now.
        foreach (var row in await Claimed(cancellationToken))
        {
            if (unknown.Contains(row.Id) && !dispatcher.Knows(row.Id)) dispatcher.Add(PendingCall.From(row));
        }
    }

    private async Task<IReadOnlyList<OutboxRow>> Claimed(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        return await new OutboxStore(session).Claimed(worker.Id, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Worker {Id} is gone; what it had claimed is free")]
    private static partial void IsGone(ILogger logger, string id);

    [LoggerMessage(LogLevel.Information, "{Count} calls that no living worker was to make are made by this one")]
    private static partial void TookOver(ILogger logger, int count);
}
