using CheckinBot.Storage.Engine;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Alerts;

/// <summary>What is told of one child within minutes, by a notice and by the rules that it makes fire, is one message.</summary>
public abstract class OneMatterTests(SqlDialect engine)
{
    private const long Duty = 1081;

    [SkippableFact]
    public async Task A_high_fever_and_the_disease_told_with_it_end_as_one_message_for_the_duty_officer()
    {
        await using var school = await Begin();
        await school.Say(MotherOfLi, "39.6 没外出 得了流感");
        var notice = (await school.New()).Single(told => told.To == Duty);
        Assert.StartsWith("请留意：第一小学2班 李雷，39.6℃", notice.Text, StringComparison.Ordinal);

        // A minute after, two rules fire: the reader is called once more, and what stood there before goes away.
        var alerts = (await school.Round("2026-03-02 07:13")).Where(told => told.To == Duty).ToList();
        Assert.Equal(["", "send"], alerts.Select(told => told.Text.Length == 0 ? "" : told.IsEdit ? "edit" : "send"));
        var last = (await school.Round()).Last(told => told.To == Duty);
        Assert.True(last.IsEdit);
        Assert.StartsWith(notice.Text, last.Text, StringComparison.Ordinal);
        Assert.Contains("症状较重", last.Text, StringComparison.Ordinal);
        Assert.Contains("传染病或疑似", last.Text, StringComparison.Ordinal);
        Assert.Equal(2, last.Buttons.Count);

        // To take one on changes the same message; the other can still be taken on.
        await school.Press(Duty, last.Buttons[0].Data!);
        await school.New();
        var taken = (await school.Round()).Last(told => told.To == Duty);
        Assert.True(taken.IsEdit);
        Assert.StartsWith(notice.Text, taken.Text, StringComparison.Ordinal);
        Assert.Equal(last.Buttons[1].Data, Assert.Single(taken.Buttons).Data);
    }

    [SkippableFact]
    public async Task A_cluster_stays_a_message_of_its_own()
    {
        await using var school = await Begin();
        await school.Fever(Ming, Hong, 34);
        var told = Assert.Single(await school.Round(), told => told.To == Duty);
        Assert.StartsWith("🚨 症状聚集 · 第一小学1班", told.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_fires_hours_after_the_notice_is_a_message_of_its_own()
    {
        await using var school = await Begin();
        await school.Say(MotherOfLi, "38.2 没外出");
        Assert.Single(await school.New(), told => told.To == Duty);
        await school.Round("2026-03-02 07:14");
        school.Scheduled.Time.Advance(TimeSpan.FromHours(2));
        await school.Say(MotherOfLi, "39.6");
        await school.New();
        school.Scheduled.Time.Advance(TimeSpan.FromMinutes(20));
        var late = (await school.Round()).Where(told => told.To == Duty).ToList();
        Assert.All(late, told => Assert.NotEqual("", told.Text));
        Assert.DoesNotContain("请留意", late[^1].Text, StringComparison.Ordinal);
    }

    private async Task<AlertedSchool> Begin()
    {
        var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Sql($"""
            insert into person (id, unit_id, role, name, number, expected) values (81, 2, 'duty_officer', '值班', 'T9', false);
            insert into post (person_id, unit_id, role) values (81, 2, 'duty_officer');
            insert into account (user_id, language, first_seen_at) values ({Duty}, 'zh-Hans', '2026-01-01T00:00:00.000Z');
            insert into link (user_id, person_id, kind, display_name, linked_at) values ({Duty}, 81, 'self', '值', '2026-01-01T00:00:00.000Z');
            """);
        return school;
    }
}

public sealed class SqliteOneMatterTests() : OneMatterTests(SqlDialect.Sqlite);

public sealed class PostgresOneMatterTests() : OneMatterTests(SqlDialect.Postgres);
