using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using Quartz;

namespace CheckinBot.Jobs;

/// <summary>
/// Plans the jobs that the present schedules need: one for each kind and schedule, in a group named after the schedule, with a
/// trigger for each of its times. Triggers fire every day, since a make-up day may be a Sunday; the run asks the calendar.
/// </summary>
internal sealed class JobPlan(Settings settings, TimeProvider time)
{
    private const string UpkeepGroup = "upkeep";
    private static readonly TimeSpan UpkeepEvery = TimeSpan.FromMinutes(5);

    /// <summary>Adds the jobs that are missing, and removes those of schedules that no unit has any more. The others stay as they are.</summary>
    public async Task Apply(IScheduler scheduler, IReadOnlyList<ScheduledUnits> schedules, CancellationToken cancellationToken)
    {
        var stored = (await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancellationToken)).ToHashSet();
        var upkeep = new JobKey(UpkeepGroup, UpkeepGroup);
        if (stored.Add(upkeep)) await AddUpkeep(scheduler, upkeep, cancellationToken);
        var nightly = new JobKey("nightly", UpkeepGroup);
        if (stored.Add(nightly)) await Add<NightlyJob>(scheduler, nightly, settings.SchoolDay.TimeZone, [NightlyJob.At], cancellationToken);
        foreach (var units in schedules)
        {
            foreach (var kind in units.Schedule.Slots.SelectMany(slot => slot.Events()).GroupBy(e => e.Kind, e => e.Time))
            {
                var key = new JobKey(SchoolDayEvent.NameOf(kind.Key), units.Id);
                if (stored.Add(key)) await Add<SchoolDayJob>(scheduler, key, units.Schedule.TimeZone, kind.Distinct(), cancellationToken);
            }
        }

        var needed = schedules.Select(units => units.Id).Append(UpkeepGroup).ToHashSet();
        await scheduler.DeleteJobs([.. stored.Where(key => !needed.Contains(key.Group))], cancellationToken);
    }

    private async Task Add<TJob>(IScheduler scheduler, JobKey key, TimeZoneInfo zone, IEnumerable<TimeOnly> times, CancellationToken cancellationToken)
        where TJob : IJob
    {
        var job = JobBuilder.Create<TJob>().WithIdentity(key).Build();
        ITrigger[] triggers =
        [
            // Quartz would otherwise take the first time of firing from the clock of the machine, not of the worker.
            .. times.Select(at => TriggerBuilder.Create(time)
                .ForJob(key)
                .WithIdentity($"{key.Name}@{at:HHmm}", key.Group)
                .StartAt(time.GetUtcNow())
                // A missed trigger fires late: the run knows what still makes sense, and what was done already.
                .WithCronSchedule(
                    $"0 {at.Minute} {at.Hour} * * ?", cron => cron.InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
                .Build()),
        ];
        await scheduler.ScheduleJob(job, triggers, new ScheduleJobOptions { Replace = true }, cancellationToken);
    }

    private async Task AddUpkeep(IScheduler scheduler, JobKey key, CancellationToken cancellationToken)
    {
        var job = JobBuilder.Create<UpkeepJob>().WithIdentity(key).Build();
        var trigger = TriggerBuilder.Create(time)
            .ForJob(key)
            .WithIdentity(UpkeepGroup, UpkeepGroup)
            .StartAt(time.GetUtcNow() + UpkeepEvery)
            .WithSimpleSchedule(every => every.WithInterval(UpkeepEvery).RepeatForever())
            .Build();
        await scheduler.ScheduleJob(job, [trigger], new ScheduleJobOptions { Replace = true }, cancellationToken);
    }
}
