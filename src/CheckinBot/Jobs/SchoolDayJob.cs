using CheckinBot.Core.CheckIns;
using CheckinBot.Rosters;
using Quartz;

namespace CheckinBot.Jobs;

/// <summary>
/// The job that Quartz fires: one kind of event of one schedule. The run judges which day it is, whether there is school and
/// what was done already, so that a trigger that comes twice or late does no harm.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class SchoolDayJob(SchoolDayRuns runs, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var key = context.JobDetail.Key;
        var kind = Enum.GetValues<SchoolDayEventKind>().First(kind => SchoolDayEvent.NameOf(kind) == key.Name);
        var now = time.GetUtcNow();
        // Quartz may wake a little before the second.
        var set = context.ScheduledFireTimeUtc is { } scheduled && scheduled > now ? scheduled : now;
        await runs.Run(key.Group, kind, set, cancellationToken);
    }
}

/// <summary>
/// Every few minutes makes triggers for new schedules, does what a trigger has left undone (the machine slept, a run failed,
/// the quiet hours are over), and tells of pupils who have moved to another class.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class UpkeepJob(SchoolDayRuns runs, JobPlan plan, TransferNotices transfers) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await plan.Apply(context.Scheduler, await runs.LoadUnits(cancellationToken), cancellationToken);
        }
        catch (SchedulerException) when (context.Scheduler.Status is SchedulerStatus.Shutdown)
        {
            // The worker stops; its next start makes the triggers and catches up.
            return;
        }

        await runs.CatchUp(cancellationToken);
        await transfers.Tell(cancellationToken);
    }
}
