using CheckinBot.Core.CheckIns;
using CheckinBot.Rosters;
using Quartz;

namespace CheckinBot.Jobs;

/// <summary>
/// What Quartz fires: one kind of event of one schedule. Which day it is, whether there is school, and what was done
/// already is judged in the run, so that a trigger that comes twice or late does no harm.
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
/// Every few minutes: triggers for schedules that are new, and whatever a trigger has left undone (the machine slept, a run
/// failed, quiet hours are over); and who has moved to another class is told.
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
