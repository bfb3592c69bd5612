using CheckinBot.Alerts;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using Microsoft.Extensions.DependencyInjection;
using static CheckinBot.Tests.Alerts.AlertedSchool;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Alerts;

/// <summary>Alerts do not flap: a change settles for a minute, and what goes out says exactly what changed.</summary>
public abstract class SettlingTests(SqlDialect engine)
{
    private static readonly CheckInAnswer Well = new() { TemperatureTenths = 365, Travel = Travel.No };

    [SkippableFact]
    public async Task A_fever_is_told_a_minute_after_and_a_correction_before_that_alarms_nobody()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Say(MotherOfLi, "39.6 没外出");
        await school.New();
        Assert.Empty(await school.Round("2026-03-02 07:12:59"));
        await school.Command(MotherOfLi, "undo");
        await school.New();
        Assert.Empty(await school.Round("2026-03-02 07:14:30"));

        await school.Say(MotherOfLi, "39.6 没外出");
        await school.New();
        Assert.Empty(await school.Round("2026-03-02 07:15:29"));
        Assert.Contains(await school.Round("2026-03-02 07:15:30"), told => told.To == Officer && told.Text.Contains("李雷", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task An_undo_that_is_told_anew_within_the_minute_changes_nothing_for_those_who_were_told()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Say(MotherOfLi, "39.6 没外出");
        Assert.NotEmpty(await school.Round("2026-03-02 07:13"));
        await school.Command(MotherOfLi, "undo");
        await school.Say(MotherOfLi, "39.6 没外出");
        await school.New();
        Assert.Empty(await school.Round("2026-03-02 07:15"));
    }

    [SkippableFact]
    public async Task What_settles_is_stored_and_another_process_goes_on_with_it()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Say(MotherOfLi, "39.6 没外出");
        await school.New();
        Assert.Equal(["4"], await school.Ask("select cast(unit_id as text) from rule_look"));
        // The memory of a process that has just started.
        school.Scheduled.Services.GetRequiredService<AlertBoard>().Take();
        school.Scheduled.Services.GetRequiredService<AlertBoard>().Finish();
        Assert.Contains(await school.Round("2026-03-02 07:13"), told => told.To == Officer);
        Assert.Empty(await school.Ask("select cast(unit_id as text) from rule_look"));
    }

    [SkippableFact]
    public async Task The_message_says_who_was_added_and_who_was_taken_back()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Fever(Ming, Hong, 34);
        await school.Round();
        await school.Fever(35);
        await school.Tell(34, Well);
        Assert.Equal("⬆️ 第一小学1班 · 症状聚集：新增 1 名（周双双），撤下 1 名（韩梅梅），共 3 名", await Follow(school));
        await school.Tell(35, Well);
        Assert.Equal("↩️ 第一小学1班 · 症状聚集：1 名学生的记录已更正或已补报（周双双），这条提醒不再成立。", await Follow(school));
        await school.Fever(36);
        Assert.Equal("🔁 第一小学1班 · 症状聚集：重新成立，新增 1 名（欧阳晴），撤下 1 名（周双双），共 3 名", await Follow(school));
        await school.Fever(35);
        await Follow(school);
        await school.Tell(36, Well);
        Assert.Equal("⬇️ 第一小学1班 · 症状聚集：撤下 1 名（欧阳晴），共 3 名", await Follow(school));
    }

    [SkippableFact]
    public async Task Who_has_a_fever_still_and_coughs_no_more_is_named_as_the_reason_why_a_cluster_of_coughs_is_over()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Tell(Ming, Well with { Symptoms = Symptoms.Cough });
        await school.Tell(Hong, Well with { Symptoms = Symptoms.Cough });
        await school.Tell(34, Well with { TemperatureTenths = 378, Symptoms = Symptoms.Cough });
        await school.Round();
        await school.Tell(34, Well with { TemperatureTenths = 378 });
        Assert.Equal("↩️ 第一小学1班 · 症状聚集：1 名学生的记录已更正或已补报（韩梅梅），这条提醒不再成立。", await Follow(school));
    }

    [SkippableFact]
    public async Task A_cluster_that_nobody_has_taken_on_stays_on_the_next_days_digest_until_somebody_does()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Fever(Ming, Hong, 34);
        var button = (await school.Round()).Single(told => told.To == Officer).Button!;
        school.Scheduled.Time.Advance(TimeSpan.FromDays(1));
        Assert.Contains("🚨 第一小学1班　症状聚集 3 人，3月2日 07:12 起，无人接手", await Digest(school, Monday.AddDays(1)), StringComparison.Ordinal);
        await school.Press(Officer, button);
        Assert.DoesNotContain("症状聚集", await Digest(school, Monday.AddDays(1)), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_dormitorys_cluster_reaches_who_answers_for_the_house_with_the_names()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Sql("""
            insert into unit (id, parent_id, name, path, kind, school_id) values (9, 2, '宿舍1号楼', '示范县/第一小学/宿舍1号楼', 'boarding_house', 2);
            insert into unit_ancestor (unit_id, ancestor_id, distance) values (9, 9, 0), (9, 2, 1), (9, 1, 2);
            insert into person (id, unit_id, role, name, number, expected) values (91, 9, 'class_teacher', '宿管阿姨', 'T9', false);
            insert into post (person_id, unit_id, role) values (91, 9, 'class_teacher'), (31, 9, 'student'), (32, 9, 'student'), (41, 9, 'student');
            insert into link (user_id, person_id, kind, display_name, linked_at) values (1091, 91, 'self', '宿管', '2026-01-01T00:00:00.000Z');
            update person set dormitory = '301' where id in (31, 32, 41);
            """);
        await school.Fever(Ming, Hong, Li);
        var told = await school.Round();
        Assert.Equal([Officer, 1091], told.Select(one => one.To).Order());
        var house = told.Single(one => one.To == 1091);
        Assert.StartsWith("🚨 症状聚集 · 第一小学 宿舍 301\n3 名学生症状相似（发热）：王小明、王小红、李雷", house.Text, StringComparison.Ordinal);
        Assert.Null(house.Button);
        await school.Round("2026-03-03 07:12");
        // Nobody has taken it on: it stays on the next day's digest of the house, as on those above.
        foreach (var unit in (long[])[9, 2, 1]) Assert.Contains("症状聚集 3 人", await Digest(school, Monday.AddDays(1), unit), StringComparison.Ordinal);
        Assert.DoesNotContain("症状聚集", await Digest(school, Monday.AddDays(1), unit: 3), StringComparison.Ordinal);
    }

    private static async Task<string> Follow(AlertedSchool school) => (await school.Round()).First(told => told.To == Officer && !told.IsEdit).Text;

    private static Task<string> Digest(AlertedSchool school, DateOnly day, long unit = 1) => school.Scheduled.Read(async session =>
    {
        var shown = (await new UnitStore(session).Find(unit, default))!;
        var view = await school.Scheduled.Services.GetRequiredService<DigestReader>().View(session, shown, day, null, recount: true, default);
        return DigestText.ForOfficial(view, Language.ZhHans);
    });
}

public sealed class SqliteSettlingTests() : SettlingTests(SqlDialect.Sqlite);

public sealed class PostgresSettlingTests() : SettlingTests(SqlDialect.Postgres);
