using CheckinBot.Alerts;
using CheckinBot.Bots;
using CheckinBot.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Alerts;

/// <summary>A worker that ends between a change of an alert and the messages that show it.</summary>
public sealed class AlertRestartTests
{
    [Fact]
    public async Task An_alert_that_was_taken_on_just_before_the_worker_ended_says_so_after_the_next_start()
    {
        await using var school = await AlertedSchool.Begin("2026-03-02 07:12");
        await school.Fever(Ming, Hong, 34);
        var button = (await school.Round()).Single(one => one.To == Officer).Button!;
        await school.Press(Officer, button);
        Assert.DoesNotContain(await school.New(), one => one.IsEdit && one.Text.Length > 0);

        await using var next = CheckinHost.Build(school.Scheduled.Settings, time: school.Scheduled.Time);
        next.Services.GetRequiredService<BotIdentity>().UserName = "checkin_bot";
        var rounds = next.Services.GetRequiredService<AlertRounds>();
        await rounds.StartAsync(default);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var edits = new List<Told>();
        while (edits.Count == 0)
        {
            school.Scheduled.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, limit.Token);
            edits.AddRange((await school.New()).Where(one => one.IsEdit && one.Text.Length > 0));
        }

        await rounds.StopAsync(default);
        Assert.Contains(edits, edit => edit.To == Officer && edit.Button != button);
    }
}
