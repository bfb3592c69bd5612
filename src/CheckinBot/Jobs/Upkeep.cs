using CheckinBot.Background;
using CheckinBot.LocalSettings;
using CheckinBot.Rosters;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CheckinBot.Jobs;

/// <summary>
/// Plans the jobs, and does whatever no trigger has done: after the start, every few minutes (the machine slept, a run
/// failed, quiet hours are over), as soon as the clock was set, and within seconds of a change of a unit's settings,
/// whichever process made it. Looks by elapsed time, which no setting of the clock changes.
/// </summary>
internal sealed partial class Upkeep(
    UnitRulesLoader rules, ISchedulerFactory schedulers, JobPlan plan, SchoolDayRuns runs, TransferNotices transfers,
    BackgroundWork background, TimeProvider time, ILogger<Upkeep> logger)
    : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5), Every = TimeSpan.FromMinutes(5);

    private readonly ClockWatch _clock = new(time);
    private long? _obeyed;
    private long? _kept;

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        do
        {
            // What was due stays due; where the worker stops, the next start catches up.
            if (!await background.Try("schedule", () => LookAround(cancellationToken), cancellationToken)) _kept = null;
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task LookAround(CancellationToken cancellationToken)
    {
        if (_clock.Jump() is { } jump)
        {
            ClockWasSet(logger, jump.TotalSeconds);
            _kept = null;
        }

        var last = await rules.LastChange(cancellationToken);
        if (last != _obeyed)
        {
            if (_obeyed is not null) rules.Forget();
            _kept = null;
        }

        if (_kept is { } kept && time.GetElapsedTime(kept) < Every) return;
        var begun = time.GetTimestamp();
        await Keep(cancellationToken);
        (_kept, _obeyed) = (begun, last);
    }

    private async Task Keep(CancellationToken cancellationToken)
    {
        // Quartz is left to end its transactions: one that is cancelled half-way is an error in its log.
        var scheduler = await schedulers.GetScheduler(CancellationToken.None);
        await plan.Apply(scheduler, await runs.LoadUnits(cancellationToken), CancellationToken.None);
        await runs.CatchUp(cancellationToken);
        await transfers.Tell(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "The clock was set, or the machine slept ({Seconds:+0;-0} s); what has become due is done now")]
    private static partial void ClockWasSet(ILogger logger, double seconds);
}
