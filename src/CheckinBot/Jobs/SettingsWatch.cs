using CheckinBot.LocalSettings;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CheckinBot.Jobs;

/// <summary>
/// Obeys a change of a unit's settings within seconds, whichever process made it: forgets the rules that are kept in memory,
/// and plans the jobs anew.
/// </summary>
internal sealed partial class SettingsWatch(
    Database database, UnitRulesLoader rules, ISchedulerFactory schedulers, JobPlan plan, SchoolDayRuns runs, TimeProvider time, ILogger<SettingsWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        long? obeyed = null;
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                var last = await LastChange(cancellationToken);
                if (last != obeyed) await Obey(cancellationToken);
                obeyed = last;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(logger, fault.GetType().Name);
            }
        }
    }

    private async Task<long> LastChange(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        return await new SettingStore(session).LastChange(cancellationToken);
    }

    private async Task Obey(CancellationToken cancellationToken)
    {
        rules.Forget();
        await plan.Apply(await schedulers.GetScheduler(cancellationToken), await runs.LoadUnits(cancellationToken), cancellationToken);
        await runs.CatchUp(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Changed settings could not be obeyed yet ({Fault}); trying again")]
    private static partial void Failed(ILogger logger, string fault);
}
