using CheckinBot.Background;
using CheckinBot.Core.Digests;
using CheckinBot.Digests;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using Microsoft.Extensions.Hosting;

namespace CheckinBot.Signatures;

/// <summary>
/// Looks at signed reports again when somebody of their units has answered or was corrected, and when another process has
/// written: an import, a transfer, a setting.
/// </summary>
internal sealed class SignOffService(
    SignOffWatch watch,
    SignOffs signatures,
    DigestReader digests,
    UnitRulesLoader rules,
    Database database,
    Writer writer,
    TimeProvider time,
    BackgroundWork background)
    : BackgroundService
{
    // Reports are signed on their day; those of some days before may still be corrected.
    private const int DaysBack = 14;

    // What families tell in a rush is looked at together.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan LookForOthers = TimeSpan.FromSeconds(5);

    private long _changesByOthers = database.ChangesByOthers;

    protected override Task ExecuteAsync(CancellationToken cancellationToken) => Task.WhenAll(Follow(cancellationToken), NoticeOthers(cancellationToken));

    /// <summary>Notices what other processes have signed or written since the last time.</summary>
    public async Task Notice(CancellationToken cancellationToken)
    {
        await using (var session = await database.OpenRead(cancellationToken)) await signatures.Remember(session, FirstDay, cancellationToken);
        // A transaction notices what others wrote. This one is made for that alone and writes nothing.
        await writer.Write(_ => ValueTask.CompletedTask, cancellationToken);
        if (Interlocked.Exchange(ref _changesByOthers, database.ChangesByOthers) != database.ChangesByOthers) watch.AllChanged();
    }

    /// <summary>Looks at the signatures that rest on what has changed.</summary>
    public async Task Look(CancellationToken cancellationToken)
    {
        var (all, units) = watch.Take();
        if (all) await LookAtAll(cancellationToken);
        else await LookAt(units, cancellationToken);
    }

    private async Task Follow(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await watch.Wait(cancellationToken);
            await Task.Delay(Gather, TimeProvider.System, cancellationToken);
            // What was taken out is looked at again with everything else.
            if (!await background.Try("signed reports", () => Look(cancellationToken), cancellationToken)) watch.AllChanged();
            watch.Finish();
        }
    }

    private Task NoticeOthers(CancellationToken cancellationToken) =>
        background.Repeat("what others have written", LookForOthers, () => Notice(cancellationToken), cancellationToken);

    private DateOnly FirstDay => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-DaysBack);

    // Each slot is counted once from the top, however many have signed, and only for today: the roster does not say who was there earlier.
    private async Task LookAtAll(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        var tops = (await new UnitStore(session).All(cancellationToken)).Where(unit => unit.ParentId is null).ToList();
        foreach (var (day, slot) in await new SignOffStore(session).Holding(FirstDay, cancellationToken))
        {
            foreach (var top in tops)
            {
                if (day < (await rules.For(session, top.Id, cancellationToken)).Schedule.DayOf(time.GetUtcNow())) continue;
                var signed = await new SignOffStore(session).Under(top.Id, day, slot, cancellationToken);
                if (signed.Values.All(signature => signature.OutdatedAt is not null)) continue;
                var tree = await digests.Read(session, top, day, slot, cancellationToken);
                foreach (var id in signed.Keys.Where(id => tree.Totals.ContainsKey(id)))
                {
                    if (signed[id].OutdatedAt is null && signed[id].Numbers != tree.Totals[id])
                        await writer.Write(writing => signatures.Check(writing, tree.Digest(id, depth: 0)!), cancellationToken);
                }
            }
        }
    }

    private async Task LookAt(IReadOnlyList<(long UnitId, DateOnly Day, string Slot)> changed, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        var signed = new HashSet<(long UnitId, DateOnly Day, string Slot)>();
        foreach (var (unitId, day, slot) in changed)
        {
            foreach (var above in await new SignOffStore(session).HoldingAbove(unitId, day, slot, cancellationToken)) signed.Add((above, day, slot));
        }

        foreach (var (unitId, day, slot) in signed)
        {
            if (await new UnitStore(session).Find(unitId, cancellationToken) is not { } unit) continue;
            var now = (await digests.Read(session, unit, day, slot, cancellationToken)).Digest(unitId, Digest.LevelsOf(unit.Kind))!;
            await writer.Write(writing => signatures.Check(writing, now), cancellationToken);
        }
    }
}
