using CheckinBot.Tests.Receiving;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CheckinBot.Tests.Jobs;

/// <summary>Quartz on its own file fires at the time that the school's clock shows, and plans nothing twice.</summary>
public sealed class TriggerTests
{
    private const string Opened = "select count(*) from job_run where unit_id = 3 and kind = 'open'";

    [Fact]
    public async Task The_card_is_due_when_the_clock_of_the_worker_says_so_and_once_also_after_a_restart()
    {
        var time = new ManualTime(ScheduledSchool.Instant("2026-03-02 06:29"));
        await using var worker = await Worker.Start(time: time);
        await UntilPlanned(worker);

        // Shorter than the upkeep's five minutes: only the trigger can have done it.
        for (var steps = 0; steps < 24 && await worker.Ask(Opened) != "1"; steps++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
            time.Advance(TimeSpan.FromSeconds(10));
        }

        await worker.WaitFor(Opened, "1");
        await worker.Restart();
        await worker.WaitFor(Opened, "1");
        await worker.WaitFor("select count(distinct kind) from job_run where unit_id = 3", "1");
    }

    /// <summary>The clock of the test stands until Quartz runs and knows the schedule.</summary>
    private static async Task UntilPlanned(Worker worker)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var scheduler = await worker.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(limit.Token);
        while (scheduler.Status != SchedulerStatus.Running
            || !(await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), limit.Token)).Any(key => key.Name.StartsWith("open", StringComparison.Ordinal)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }
}
