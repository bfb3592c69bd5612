using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Digests;
using CheckinBot.Requests;
using CheckinBot.Storage.Organisation;
using Microsoft.Extensions.DependencyInjection;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Alerts;

/// <summary>Back from a key area: followed until the release date, whatever is answered later.</summary>
public sealed class MonitoredTests
{
    private static readonly (string, string) Hubei = ("Rules:KeyAreas:0", "湖北");

    [Fact]
    public async Task Not_away_two_days_later_changes_nothing_and_the_class_teacher_sees_the_release_date()
    {
        await using var school = await AlertedSchool.Begin("2026-03-02 07:12", Hubei);
        await school.Say(MotherOfLi, "36.5 从武汉回来");
        Assert.Equal((1, 1), await Counts(school));
        await school.Round("2026-03-04 07:12");
        await school.Say(MotherOfLi, "36.5 没外出");
        Assert.Equal((1, 1), await Counts(school));
        await school.New();
        Assert.Contains("去过武汉，监测到 3月16日", (await Cases(school)).Text, StringComparison.Ordinal);
        await school.Round("2026-03-06 07:12");
        Assert.Equal((1, 1), await Counts(school));
        await school.Round("2026-03-17 07:12");
        Assert.Equal((0, 0), await Counts(school));
    }

    [Fact]
    public async Task Words_two_days_later_that_it_was_wrong_take_it_back()
    {
        await using var school = await AlertedSchool.Begin("2026-03-02 07:12", Hubei);
        await school.Say(MotherOfLi, "36.5 从武汉回来");
        await school.Round("2026-03-04 07:12");
        await school.Say(MotherOfLi, "36.5 没外出");
        Assert.Equal((1, 1), await Counts(school));
        await school.Say(MotherOfLi, "不是从武汉回来，打错了");
        Assert.Equal((0, 0), await Counts(school));
        Assert.Equal(["denied"], await school.Ask("select closed_reason from monitored"));
    }

    [Fact]
    public async Task Undo_of_what_opened_it_closes_it()
    {
        await using var school = await AlertedSchool.Begin("2026-03-02 07:12", Hubei);
        await school.Say(MotherOfLi, "36.5 从武汉回来");
        await school.Command(MotherOfLi, "undo");
        Assert.Equal((0, 0), await Counts(school));
        Assert.Equal(["corrected"], await school.Ask("select closed_reason from monitored"));
    }

    [Fact]
    public async Task An_officer_ends_it_after_a_second_press_and_the_days_before_stay_as_they_were()
    {
        await using var school = await AlertedSchool.Begin("2026-03-02 07:12", Hubei);
        await school.Say(MotherOfLi, "36.5 从武汉回来");
        await school.Round("2026-03-04 07:12");
        var list = await Cases(school);
        await school.Press(Officer, "0.em." + ButtonData.Number(Li));
        Assert.Contains(list.Buttons, button => button.Data == "0.em." + ButtonData.Number(Li));
        var asked = Assert.Single(await school.New(), told => told.Buttons.Count > 0);
        Assert.Equal((1, 1), await Counts(school));
        await school.Press(Officer, asked.Button!);
        Assert.Equal((0, 0), await Counts(school));
        Assert.Equal((1, 1), await Counts(school, AlertedSchool.Monday.AddDays(1)));
        Assert.Equal(["released 赵校长"], await school.Ask("select closed_reason || ' ' || closed_by from monitored"));
        Assert.Equal(["time_over 赵校长"], await school.Ask("select closing || ' ' || by_name from case_entry"));
    }

    private static async Task<Told> Cases(AlertedSchool school)
    {
        await school.New();
        await school.Command(Officer, "cases");
        await school.Scheduled.Services.GetRequiredService<CaseRequests>().AnswerAll(default);
        return (await school.New())[^1];
    }

    private static Task<(int KeyArea, int FollowedUp)> Counts(AlertedSchool school, DateOnly? day = null) => school.Scheduled.Read(async session =>
    {
        var county = (await new UnitStore(session).Find(1, default))!;
        var tree = await school.Scheduled.Services.GetRequiredService<DigestReader>().Read(session, county, day, CheckInWindow.Morning, default);
        return (tree.Totals[1].KeyArea, tree.Totals[1].UnderFollowUp);
    });
}
