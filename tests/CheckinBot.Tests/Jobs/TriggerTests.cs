using CheckinBot.Jobs;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Receiving;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CheckinBot.Tests.Jobs;

/// <summary>
/// Quartz, on a file of its own or in the server's database, fires at the time that the school's clock shows: once, after
/// a restart, in the night in which the clocks change, and when somebody has set the clock.
/// </summary>
public abstract class TriggerTests(SqlDialect engine)
{
    private const string Opened = "select count(*) from job_run where unit_id = 3 and kind = 'open'";
    private const string Reminded = "select count(*) from job_run where unit_id = 3 and kind = 'remind@03:30'";
    private const string Nights = "select count(*) from night_run";

    [SkippableFact]
    public async Task The_card_is_due_when_the_clock_of_the_worker_says_so_and_once_also_after_a_restart()
    {
        var time = new ManualTime(ScheduledSchool.Instant("2026-03-02 06:29"));
        await using var worker = await Worker.Start(time: time, engine: engine);
        var planned = await Planned(worker);
        Assert.Equal("2026-03-01T22:30Z", planned[0]);
        await LookAgain(worker);
        Assert.Equal("0", await worker.Ask(Opened));

        // Less than the upkeep's five minutes: only the trigger can have done it.
        time.Advance(TimeSpan.FromMinutes(1));
        await LookAgainUntil(worker, async () => await worker.Ask(Opened) == "1");
        await worker.Restart();

        Assert.Equal(planned[1..], await Planned(worker));
        Assert.Equal("1", await worker.Ask(Opened));
        Assert.Single(LogOf(worker, "open of"));
    }

    /// <summary>In Athens the clocks go from 03:00 to 04:00, which is 01:00 UTC, over the night's work and a reminder of 03:30.</summary>
    [SkippableFact]
    public async Task What_falls_into_the_hour_left_out_in_spring_is_done_right_after_it_and_once()
    {
        var time = new ManualTime(new(2026, 3, 29, 0, 52, 30, TimeSpan.Zero));
        await using var worker = await Worker.Start(time: time, start: false, engine: engine, settings: Nocturnal("Europe/Athens"));
        await worker.Execute("update unit set time_zone = null where id = 1");
        await worker.Begin();
        await Planned(worker);
        for (var half = 0; half < 14; half++)
        {
            time.Advance(TimeSpan.FromSeconds(30));
            await LookAgain(worker);
        }

        Assert.Equal(("0", "0"), (await worker.Ask(Reminded), await worker.Ask(Nights)));

        // 04:00, and two minutes after the upkeep: only the trigger can have done it.
        time.Advance(TimeSpan.FromSeconds(30));
        await LookAgainUntil(worker, async () => await worker.Ask(Reminded) == "1");
        for (var half = 0; half < 20; half++)
        {
            time.Advance(TimeSpan.FromSeconds(30));
            await LookAgain(worker);
        }

        await worker.WaitFor(Nights, "2");
        Assert.Single(LogOf(worker, "Retention rule applied"));
        Assert.Single(LogOf(worker, "remind@03:30 of"));
    }

    [SkippableFact]
    public async Task A_clock_that_was_a_day_ahead_and_is_set_right_leaves_no_card_out()
    {
        var time = new ManualTime(ScheduledSchool.Instant("2026-03-04 05:00"));
        await using var worker = await Worker.Start(time: time, engine: engine);
        await Planned(worker);

        time.Set(by: -TimeSpan.FromDays(1));
        time.Advance(TimeSpan.FromSeconds(5));
        await LookAgainUntil(worker, async () => (await Planned(worker))[0] == "2026-03-02T22:30Z");
        Assert.Contains("(-86400 s)", Assert.Single(LogOf(worker, "The clock was set")), StringComparison.Ordinal);

        time.Advance(ScheduledSchool.Instant("2026-03-03 06:30") - time.GetUtcNow());
        await LookAgainUntil(worker, async () => await worker.Ask($"{Opened} and day = '2026-03-03'") == "1");
        time.Advance(ScheduledSchool.Instant("2026-03-04 06:30") - time.GetUtcNow());
        await LookAgainUntil(worker, async () => await worker.Ask($"{Opened} and day = '2026-03-04'") == "1");
    }

    /// <summary>School every day, with a card and reminders in the hours in which clocks change.</summary>
    internal static (string Key, string Value)[] Nocturnal(string zone) =>
    [
        ("SchoolDay:TimeZone", zone), ("SchoolDay:Days", "Mon-Sun"), ("SchoolDay:QuietHours", "00:00-00:00"), ("SchoolDay:OpensAt", "00:30"),
        ("SchoolDay:RemindAt:0", "01:30"), ("SchoolDay:RemindAt:1", "02:15"), ("SchoolDay:RemindAt:2", "03:30"),
    ];

    private static IReadOnlyList<string> LogOf(Worker worker, string part)
    {
        lock (worker.Log) return [.. worker.Log.Where(line => line.Contains(part, StringComparison.Ordinal))];
    }

    /// <summary>The instants for which triggers stand, once Quartz runs and the start has planned them and caught up.</summary>
    private static async Task<string[]> Planned(Worker worker)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var scheduler = await SchedulerOf(worker);
        while (true)
        {
            var keys = await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), limit.Token);
            if (scheduler.Status == SchedulerStatus.Running && keys.Count > 0) return [.. keys.Select(key => key.Name).Order(StringComparer.Ordinal)];
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }

    private static async Task LookAgainUntil(Worker worker, Func<Task<bool>> done)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        do
        {
            limit.Token.ThrowIfCancellationRequested();
            await LookAgain(worker);
        }
        while (!await done());
    }

    /// <summary>
    /// Quartz asks the worker's clock what is due, but sleeps by the machine's: up to half a minute. A clock that jumps has
    /// to be followed by a change of the schedule, which wakes it; to resume what is not paused is the smallest one.
    /// </summary>
    private static async Task LookAgain(Worker worker)
    {
        await (await SchedulerOf(worker)).ResumeAll();
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
    }

    private static ValueTask<IScheduler> SchedulerOf(Worker worker) => worker.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
}

public sealed class SqliteTriggerTests() : TriggerTests(SqlDialect.Sqlite);

public sealed class PostgresTriggerTests() : TriggerTests(SqlDialect.Postgres);
