using System.Globalization;
using CheckinBot.Core.CheckIns;
using Quartz;

namespace CheckinBot.Jobs;

/// <summary>
/// The triggers that the present schedules need: one job a schedule, and a trigger for each instant of today and tomorrow
/// at which something of it is due. The schedule works the instants out, daylight saving and calendar taken into account:
/// Quartz's own times of day fire without end before a clock is put forward over them, and never within the hour left out.
/// </summary>
internal sealed class JobPlan(TimeProvider time)
{
    private const string Group = "school-day";

    /// <summary>
    /// Adds what is missing, and takes away the jobs of schedules that no unit has any more. What is there stays as it is:
    /// another schedule is another job.
    /// </summary>
    public async Task Apply(IScheduler scheduler, IReadOnlyList<ScheduledUnits> schedules, CancellationToken cancellationToken)
    {
        var needed = schedules.Select(units => new JobKey(units.Id, Group)).ToHashSet();
        var stored = await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancellationToken);
        await scheduler.DeleteJobs([.. stored.Where(key => !needed.Contains(key))], cancellationToken);
        var planned = (await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), cancellationToken)).ToHashSet();
        foreach (var units in schedules)
        {
            var missing = InstantsOf(units.Schedule, time.GetUtcNow()).Where(at => !planned.Contains(KeyOf(units, at)));
            ITrigger[] triggers = [.. missing.Select(at => Trigger(units, at))];
            if (triggers.Length > 0) await scheduler.ScheduleJob(Job(units), triggers, new ScheduleJobOptions { Replace = true }, cancellationToken);
        }
    }

    private static IEnumerable<DateTimeOffset> InstantsOf(SchoolDaySchedule schedule, DateTimeOffset now)
    {
        var today = schedule.DayOf(now);
        return schedule.EventsOf(today).Concat(schedule.EventsOf(today.AddDays(1))).Select(e => e.At).Where(at => at > now).Distinct();
    }

    // Kept without a trigger, as at a weekend.
    private static IJobDetail Job(ScheduledUnits units) => JobBuilder.Create<SchoolDayJob>().WithIdentity(units.Id, Group).StoreDurably().Build();

    private ITrigger Trigger(ScheduledUnits units, DateTimeOffset at) =>
        TriggerBuilder.Create(time)
            .ForJob(units.Id, Group)
            .WithIdentity(KeyOf(units, at))
            // Fires once; late where it must, which is better than never: the run knows what still makes sense, and what was done.
            .StartAt(at)
            .Build();

    private static TriggerKey KeyOf(ScheduledUnits units, DateTimeOffset at) =>
        new(at.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture), units.Id);
}
