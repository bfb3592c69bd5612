using CheckinBot.Core.Organisation;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CheckinBot.EndToEnd;

/// <summary>A school officer changes a time in the chat, and the running worker plans its jobs anew.</summary>
public sealed class SettingsTests
{
    /// <summary>Triggers are named after their instant: 07:05 in Shanghai.</summary>
    private const string AtFivePastSeven = "2026-03-01T23:05Z";

    [Fact]
    public async Task A_reminder_that_an_officer_moves_comes_at_the_new_time_and_not_at_the_old_one()
    {
        await using var school = await SmallSchool.Open(Language.ZhHans, new TimeOnly(6, 40));
        Assert.DoesNotContain(AtFivePastSeven, await Triggers(school));
        school.World.SendText(school.User("高校长"), school.User("高校长"), "/settings RemindAt 07:05,07:50");
        await school.Settle();

        // The worker looks for changes every five seconds of its clock.
        await school.MoveClockTo(new TimeOnly(6, 45));
        var patience = new Patience(() => school.World.LastSequence);
        while (!(await Triggers(school)).Contains(AtFivePastSeven)) await patience.Pause();
        Assert.Equal(0, Reminders(school));

        // Nothing but the trigger itself: the next upkeep is minutes away.
        await school.MoveClockTo(new TimeOnly(7, 5).Add(TimeSpan.FromSeconds(1)));
        await school.Until(() => Reminders(school) == 1);
        await school.MoveTo(new TimeOnly(7, 35));
        Assert.Equal(1, Reminders(school));
        await school.MoveTo(new TimeOnly(7, 51));
        Assert.Equal(2, Reminders(school));
    }

    private static int Reminders(SmallSchool school) => school.WrittenTo("李雷爸爸").Count(text => text.Contains("李雷今天", StringComparison.Ordinal));

    private static async Task<IReadOnlySet<string>> Triggers(SmallSchool school)
    {
        var scheduler = await school.Host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        return (await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup())).Select(key => key.Name).ToHashSet();
    }
}
