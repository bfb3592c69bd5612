using CheckinBot.Core.Rules;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Engine;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Alerts;

/// <summary>
/// Once a second judges the rules of the units whose facts changed and have settled, brings alerts up to date, and tells the level above where
/// nobody has taken an alert on. Whatever fails is tried again in the next second.
/// </summary>
internal sealed partial class AlertRounds(
    AlertBoard board, RuleJudge judge, AlertDelivery delivery, Database database, Writer writer, TimeProvider time, ILogger<AlertRounds> logger)
    : BackgroundService
{
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
                if (look.DueAt <= settledBy) await Try(() => Judge(look, cancellationToken), board.LookWaits);
                else board.LookWaits();
            }

            foreach (var firingId in stale) await Try(() => Refresh(firingId, cancellationToken), () => board.Refresh(firingId));
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
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(cancellationToken)) await Run(cancellationToken);
    }

    private async Task<IReadOnlyList<RuleLook>> Looks(CancellationToken cancellationToken)
    {
        IReadOnlyList<RuleLook> looks = [];
        await Try(
            async () =>
            {
                await using var session = await database.OpenRead(cancellationToken);
                looks = await new RuleLookStore(session).All(cancellationToken);
            },
            board.LookWaits);
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
        await Try(
            async () =>
            {
                await using var session = await database.OpenRead(cancellationToken);
                due = await new FiringStore(session).GoingUp(time.GetUtcNow(), cancellationToken);
            },
            () => { });
        foreach (var firingId in due)
            await Try(() => writer.Write(async session => await delivery.GoUp(session, firingId, CancellationToken.None), cancellationToken), () => { });
    }

    private async Task Try(Func<Task> act, Action again)
    {
        try
        {
            await act();
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not ObjectDisposedException)
        {
            again();
            Failed(logger, fault.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Information, "Rules: {Change} at unit {UnitId}")]
    private static partial void Changed(ILogger logger, string change, long unitId);

    [LoggerMessage(LogLevel.Error, "Rules could not be judged or told ({Fault}); trying again")]
    private static partial void Failed(ILogger logger, string fault);
}
