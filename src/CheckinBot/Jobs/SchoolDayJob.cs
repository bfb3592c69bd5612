using Quartz;

namespace CheckinBot.Jobs;

/// <summary>
/// What Quartz fires: whatever is due of one schedule. Which day it is, whether there is school, and what was done
/// already is judged in the run, so that a trigger that comes twice or late does no harm.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class SchoolDayJob(SchoolDayRuns runs, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        // Quartz may wake a little before the second.
        var set = context.ScheduledFireTimeUtc is { } scheduled && scheduled > now ? scheduled : now;
        await runs.Run(context.JobDetail.Key.Name, set, cancellationToken);
    }
}
