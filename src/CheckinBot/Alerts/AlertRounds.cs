using CheckinBot.Background;
using CheckinBot.Core.Rules;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Engine;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Alerts;

/// <summary>
/// Once a second judges the rules of the units whose facts changed and have settled, brings alerts up to date, and tells the level above where
/// nobody has taken an alert on. Whatever fails is tried again. At the start it looks at the alerts of the last days: an earlier run may have
/// ended between a change and the messages that show it.
/// </summary>
internal sealed partial class AlertRounds(
    AlertBoard board, RuleJudge judge, AlertDelivery delivery, Database database, Writer writer, BackgroundWork background, TimeProvider time,
    ILogger<AlertRounds> logger)
    : BackgroundService
{
    // Nobody presses a button of an older one.
    private const int DaysBack = 3;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Does what there is to do now. Call it after the clock has jumped.</summary>
    public Task Run(CancellationToken cancellationToken) => Run(time.GetUtcNow(), cancellationToken);

    /// <summary>The same, and what will have settled by an instant is judged now.</summary>
    internal async Task Run(DateTimeOffset settledBy, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await GoUp(cancellationToken);
            var stale = board.Take();
            foreach (var look in await Looks(cancellationToken))
            {
                var isJudged = look.DueAt <= settledBy
                    && await background.Try($"rules of unit {look.UnitId}", () => Judge(look, cancellationToken), cancellationToken);
                if (!isJudged) board.LookWaits();
            }

            foreach (var firingId in stale)
            {
                if (!await background.Try($"messages of alert {firingId}", () => Refresh(firingId, cancellationToken), cancellationToken))
                    board.Refresh(firingId);
            }
        }
        finally
        {
            board.Finish();
            _oneAtATime.Release();
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _oneAtATime.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var known = false;
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            known = known || await background.Try("alerts of the last days", () => RefreshRecent(cancellationToken), cancellationToken);
            await Run(cancellationToken);
        }
    }

    private async Task RefreshRecent(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        var since = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-DaysBack);
        foreach (var firingId in await new FiringStore(session).Since(since, cancellationToken)) board.Refresh(firingId);
    }

    private async Task<IReadOnlyList<RuleLook>> Looks(CancellationToken cancellationToken)
    {
        IReadOnlyList<RuleLook> looks = [];
        var isRead = await background.Try(
            "rules to be judged",
            async () =>
            {
                await using var session = await database.OpenRead(cancellationToken);
                looks = await new RuleLookStore(session).All(cancellationToken);
            },
            cancellationToken);
        if (!isRead) board.LookWaits();
        return looks;
    }

    // It is taken out in the transaction that judges it: what is told after that makes a look of its own.
    private async Task Judge(RuleLook look, CancellationToken cancellationToken) =>
        await writer.Write(
            async session =>
            {
                if (!await new RuleLookStore(session).Take(look, CancellationToken.None)) return;
                foreach (var change in await judge.Judge(session, look, CancellationToken.None))
                {
                    await judge.Apply(session, change, look.Day, CancellationToken.None);
                    session.AfterCommit(() => Changed(logger, change.GetType().Name, look.UnitId));
                }
            },
            cancellationToken);

    private Task Refresh(long firingId, CancellationToken cancellationToken) => writer.Write(
        async session =>
        {
            if (await new FiringStore(session).Find(firingId, CancellationToken.None) is { } firing)
                await delivery.Refresh(session, firing, CancellationToken.None);
        },
        cancellationToken);

    private async Task GoUp(CancellationToken cancellationToken)
    {
        IReadOnlyList<long> due = [];
        await background.Try(
            "alerts that nobody has taken on",
            async () =>
            {
                await using var session = await database.OpenRead(cancellationToken);
                due = await new FiringStore(session).GoingUp(time.GetUtcNow(), cancellationToken);
            },
            cancellationToken);
        foreach (var firingId in due)
        {
            await background.Try(
                $"alert {firingId} to the level above",
                () => writer.Write(async session => await delivery.GoUp(session, firingId, CancellationToken.None), cancellationToken),
                cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Information, "Rules: {Change} at unit {UnitId}")]
    private static partial void Changed(ILogger logger, string change, long unitId);
}
