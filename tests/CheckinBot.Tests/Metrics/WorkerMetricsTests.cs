using CheckinBot.Metrics;
using CheckinBot.Tests.Jobs;
using CheckinBot.Tests.Receiving;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Metrics;

/// <summary>What an operator watches: each of it is measured by the worker at work.</summary>
public sealed class WorkerMetricsTests
{
    private const long Bot = 777;

    [Fact]
    public async Task Updates_check_ins_answers_the_queue_and_the_database_are_measured()
    {
        await using var worker = await Worker.Start();
        worker.Simulator.World.SendText(Worker.Parent, Bot, "36.5 没外出");
        await worker.WaitFor("select count(*) from check_in", "1");
        await worker.WaitFor("select count(*) from outbox", "0");
        var metrics = worker.Services.GetRequiredService<PrometheusExport>().Render();
        foreach (var line in (string[])
        [
            "checkinbot_updates_total{kind=\"text\"} 1", "checkinbot_check_ins_total{source=\"private\"} 1",
            "checkinbot_calls_total{lane=\"answers\",outcome=\"done\"} 1", "checkinbot_outbox_depth{lane=\"reminders\"} 0",
            "checkinbot_outbox_age_seconds{lane=\"answers\"} 0", "checkinbot_outbox_age_seconds{lane=\"announcements\"} 0", "checkinbot_database_waiting 0",
        ]) Assert.Contains(line + "\n", metrics, StringComparison.Ordinal);
        Assert.Matches("checkinbot_database_transaction_seconds_count [1-9]", metrics);
    }

    [Fact]
    public async Task A_job_says_how_late_it_was()
    {
        await using var school = await ScheduledSchool.At("2026-03-05 06:00");
        await school.RunAt("2026-03-05 06:45");
        var metrics = school.Services.GetRequiredService<PrometheusExport>().Render();
        Assert.Contains("checkinbot_job_lateness_seconds_count{kind=\"open\"} 1\n", metrics, StringComparison.Ordinal);
        // It was set for 06:30.
        Assert.Contains("checkinbot_job_lateness_seconds_sum{kind=\"open\"} 900\n", metrics, StringComparison.Ordinal);
    }
}
