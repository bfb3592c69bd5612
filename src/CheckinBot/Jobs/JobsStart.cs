using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CheckinBot.Jobs;

/// <summary>Plans the jobs once the worker is up, and does what was missed while it was down.</summary>
internal sealed partial class JobsStart(
    ISchedulerFactory schedulers, JobPlan plan, SchoolDayRuns runs, TimeProvider time, ILogger<JobsStart> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                // Quartz may finish its transactions: one that is cancelled half-way would be an error in the log.
                var scheduler = await schedulers.GetScheduler(CancellationToken.None);
                await plan.Apply(scheduler, await runs.LoadUnits(cancellationToken), CancellationToken.None);
                await runs.CatchUp(cancellationToken);
                return;
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                // The next start catches up.
                return;
            }
            catch (Exception fault)
            {
                Failed(logger, fault.GetType().Name);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "What was missed could not be caught up ({Fault}); trying again")]
    private static partial void Failed(ILogger logger, string fault);
}
