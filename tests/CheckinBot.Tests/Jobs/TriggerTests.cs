using CheckinBot.Jobs;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Receiving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace CheckinBot.Tests.Jobs;

/// <summary>Quartz, on a file of its own or in the server's database, fires at the time that the school's clock shows, and plans nothing twice.</summary>
public abstract class TriggerTests(SqlDialect engine)
{
    private const string Opened = "select count(*) from job_run where unit_id = 3 and kind = 'open'";

    [SkippableFact]
    public async Task The_card_is_due_when_the_clock_of_the_worker_says_so_and_once_also_after_a_restart()
    {
        var time = new ManualTime(ScheduledSchool.Instant("2026-03-02 06:29"));
        await using var worker = await Worker.Start(time: time, engine: engine);
        var planned = await Planned(worker);
        await LookAgainUntil(worker, () => Task.FromResult(true));
        Assert.Equal("0", await worker.Ask(Opened));

        // Less than the upkeep's five minutes: only the trigger can have done it.
        time.Advance(TimeSpan.FromMinutes(1));
        await LookAgainUntil(worker, async () => await worker.Ask(Opened) == "1");
        await worker.Restart();

        Assert.Equal(planned, await Planned(worker));
        Assert.Equal("1", await worker.Ask(Opened));
        lock (worker.Log) Assert.Single(worker.Log, line => line.Contains("open of", StringComparison.Ordinal));
    }

    /// <summary>The triggers, once Quartz runs and the start has planned them and caught up.</summary>
    private static async Task<IReadOnlyList<string>> Planned(Worker worker)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await worker.Services.GetServices<IHostedService>().OfType<JobsStart>().Single().ExecuteTask!.WaitAsync(limit.Token);
        var scheduler = await SchedulerOf(worker);
        while (scheduler.Status != SchedulerStatus.Running) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        var keys = await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), limit.Token);
        return [.. keys.Select(key => $"{key.Group}/{key.Name}").Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Quartz asks the worker's clock what is due, but sleeps by the machine's: up to half a minute. A clock that jumps has
    /// to be followed by a change of the schedule, which wakes it; to resume what is not paused is the smallest one.
    /// </summary>
    private static async Task LookAgainUntil(Worker worker, Func<Task<bool>> done)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var scheduler = await SchedulerOf(worker);
        do
        {
            await scheduler.ResumeAll(limit.Token);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
        }
        while (!await done());
    }

    private static ValueTask<IScheduler> SchedulerOf(Worker worker) => worker.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
}

public sealed class SqliteTriggerTests() : TriggerTests(SqlDialect.Sqlite);

public sealed class PostgresTriggerTests() : TriggerTests(SqlDialect.Postgres);
