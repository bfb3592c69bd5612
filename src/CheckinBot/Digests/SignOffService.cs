using CheckinBot.Conversations;
using CheckinBot.Core.Digests;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Digests;

/// <summary>
/// Looks at signed reports again when something was told of somebody of their units, and when another process has written:
/// an import, a transfer, a setting.
/// </summary>
internal sealed partial class SignOffService(SignOffWatch watch, SignOffs signatures, DigestReader digests, UnitRulesLoader rules, Database database, Writer writer, TimeProvider time, ILogger<SignOffService> logger)
    : BackgroundService
{
    // Reports are signed on their day; those of some days before may still be corrected.
    private const int DaysBack = 14;

    // What families tell in a rush is looked at together.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan LookForOthers = TimeSpan.FromSeconds(5);

    private long _changesByOthers = database.ChangesByOthers;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Follow(stoppingToken), NoticeOthers(stoppingToken));

    /// <summary>Notices what other processes have signed or written since the last time.</summary>
    public async Task Notice(CancellationToken cancellation)
    {
        await using (var session = await database.OpenRead(cancellation)) await signatures.Remember(session, FirstDay, cancellation);
        // A transaction is told of what others wrote; this one writes nothing.
        await writer.Write(_ => ValueTask.CompletedTask, cancellation);
        if (Interlocked.Exchange(ref _changesByOthers, database.ChangesByOthers) != database.ChangesByOthers) watch.AllChanged();
    }

    /// <summary>Looks at the signatures that rest on what has changed.</summary>
    public async Task Look(CancellationToken cancellation)
    {
        var (all, units) = watch.Take();
        if (all) await LookAtAll(cancellation);
        else await LookAt(units, cancellation);
    }

    private async Task Follow(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await watch.Wait(cancellation);
            await Task.Delay(Gather, TimeProvider.System, cancellation);
            await Try(Look, cancellation);
            watch.Finish();
        }
    }

    private async Task NoticeOthers(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(LookForOthers, time);
        do await Try(Notice, cancellation);
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    private async Task Try(Func<CancellationToken, Task> act, CancellationToken cancellation)
    {
        try
        {
            await act(cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(logger, fault.GetType().Name);
        }
    }

    private DateOnly FirstDay => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-DaysBack);

    // Counted once from the top for each slot, however many have signed. Of today only: a roster has no past.
    private async Task LookAtAll(CancellationToken cancellation)
    {
        await using var session = await database.OpenRead(cancellation);
        var tops = (await new UnitStore(session).All(cancellation)).Where(unit => unit.ParentId is null).ToList();
        foreach (var (day, slot) in await new SignOffStore(session).Holding(FirstDay, cancellation))
        {
            foreach (var top in tops)
            {
                if (day < (await rules.For(session, top.Id, cancellation)).Schedule.DayOf(time.GetUtcNow())) continue;
                var signed = await new SignOffStore(session).Under(top.Id, day, slot, cancellation);
                if (signed.Values.All(signature => signature.OutdatedAt is not null)) continue;
                var tree = await digests.Read(session, top, day, slot, cancellation);
                foreach (var id in signed.Keys.Where(id => tree.Totals.ContainsKey(id)))
                {
                    if (signed[id].OutdatedAt is null && signed[id].Numbers != tree.Totals[id])
                        await writer.Write(writing => signatures.Check(writing, tree.Digest(id, depth: 0)!), cancellation);
                }
            }
        }
    }

    private async Task LookAt(IReadOnlyList<(long UnitId, DateOnly Day, string Slot)> changed, CancellationToken cancellation)
    {
        await using var session = await database.OpenRead(cancellation);
        var signed = new HashSet<(long UnitId, DateOnly Day, string Slot)>();
        foreach (var (unitId, day, slot) in changed)
        {
            foreach (var above in await new SignOffStore(session).HoldingAbove(unitId, day, slot, cancellation)) signed.Add((above, day, slot));
        }

        foreach (var (unitId, day, slot) in signed)
        {
            if (await new UnitStore(session).Find(unitId, cancellation) is not { } unit) continue;
            var now = (await digests.Read(session, unit, day, slot, cancellation)).Digest(unitId, Digest.LevelsOf(unit.Kind))!;
            await writer.Write(writing => signatures.Check(writing, now), cancellation);
        }
    }

    [LoggerMessage(LogLevel.Error, "Signed reports could not be looked at again ({Fault}); the next cut-off will")]
    private static partial void Failed(ILogger logger, string fault);
}
