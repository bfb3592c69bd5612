using CheckinBot.Conversations;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CheckinBot.Jobs;

/// <summary>
/// Obeys a change of a unit's settings within seconds, whichever process made it: what is kept of the rules is forgotten,
/// and the jobs are planned anew.
/// </summary>
internal sealed partial class SettingsWatch(
    Database database, UnitRulesLoader rules, ISchedulerFactory schedulers, JobPlan plan, SchoolDayRuns runs, TimeProvider time, ILogger<SettingsWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        long? obeyed = null;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var last = await LastChange(stoppingToken);
                if (last != obeyed) await Obey(stoppingToken);
                obeyed = last;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(logger, fault.GetType().Name);
            }
        }
    }

    private async Task<long> LastChange(CancellationToken cancellation)
    {
        await using var session = await database.OpenRead(cancellation);
        return await new SettingStore(session).LastChange(cancellation);
    }

    private async Task Obey(CancellationToken cancellation)
    {
        rules.Forget();
        await plan.Apply(await schedulers.GetScheduler(cancellation), await runs.LoadUnits(cancellation), cancellation);
        await runs.CatchUp(cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "Changed settings could not be obeyed yet ({Fault}); trying again")]
    private static partial void Failed(ILogger logger, string fault);
}
