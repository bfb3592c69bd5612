using CheckinBot.Background;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Workers;
using Microsoft.Extensions.Hosting;

namespace CheckinBot.Signatures;

/// <summary>
/// Has it looked at once, after the start, whether reports have become complete by what the worker before this one took last: it may have
/// ended between an answer and the look.
/// </summary>
internal sealed class CompletionRestart(CompletionWatch watch, WorkerIdentity worker, Database database, BackgroundWork background) : BackgroundService
{
    // It says every few seconds that it lives, and takes answers after that until it dies.
    private static readonly TimeSpan BeforeItWasSeen = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        if (worker.EarlierSeenAt is not { } seenAt) return;
        while (!await background.Try("reports completed before the start", () => Tell(seenAt - BeforeItWasSeen, cancellationToken), cancellationToken))
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
    }

    private async Task Tell(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        foreach (var (unitId, day, slot) in await new CheckInStore(session).ToldSince(since, cancellationToken)) watch.Told(unitId, day, slot);
    }
}
