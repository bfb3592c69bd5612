using CheckinBot.Core.Digests;
using CheckinBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Digests;

/// <summary>Looks at signed reports again when something was told of somebody of their units.</summary>
internal sealed partial class SignOffService(SignOffWatch watch, SignOffs signatures, DigestReader digests, Database database, Writer writer, TimeProvider time, ILogger<SignOffService> logger)
    : BackgroundService
{
    // Reports are signed on their day; those of some days before may still be corrected.
    private const int DaysBack = 14;

    // What families tell in a rush is looked at together.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Remember(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await watch.Wait(stoppingToken);
            await Task.Delay(Gather, TimeProvider.System, stoppingToken);
            try
            {
                await Look(watch.Take(), stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(logger, fault.GetType().Name);
            }

            watch.Finish();
        }
    }

    private async Task Remember(CancellationToken cancellation)
    {
        await using var session = await database.OpenRead(cancellation);
        await signatures.Remember(session, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-DaysBack), cancellation);
    }

    private async Task Look(IReadOnlyList<(long UnitId, DateOnly Day, string Slot)> changed, CancellationToken cancellation)
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
