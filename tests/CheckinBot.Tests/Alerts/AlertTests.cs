using CheckinBot.Core.CheckIns;
using CheckinBot.Storage.Engine;
using static CheckinBot.Tests.Alerts.AlertedSchool;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Alerts;

/// <summary>A rule that fires, from the third pupil to whoever takes it on.</summary>
public abstract class AlertTests(SqlDialect engine)
{
    private static readonly CheckInAnswer Well = new() { TemperatureTenths = 365, Travel = Travel.No };

    [SkippableFact]
    public async Task The_school_is_told_who_by_which_rule_and_document_and_until_when()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Fever(Ming, Hong);
        Assert.Empty(await school.Round());
        await school.Fever(34);
        var told = await school.Round();
        Assert.Equal([ClassTeacher, Officer], told.Select(one => one.To).Order());
        var officer = told.Single(one => one.To == Officer);
        Assert.Equal("Alerts", officer.Lane);
        Assert.Equal(
            """
            🚨 症状聚集 · 第一小学1班
            3 名学生症状相似（发热）：王小明、王小红、韩梅梅
            规则：同一班级或宿舍 1 天内 3 名及以上学生症状相似
            依据：卫办疾控发〔2006〕65号《学校和托幼机构传染病疫情报告工作规范（试行）》
            时限：24 小时内，3月3日 07:12 前
            请学校疫情报告人核实后报告疾控中心和教育行政部门。
            """.ReplaceLineEndings("\n"),
            officer.Text);
        Assert.NotNull(officer.Button);
        Assert.Null(told.Single(one => one.To == ClassTeacher).Button);
    }

    [SkippableFact]
    public async Task A_fever_that_falls_in_the_afternoon_leaves_the_cluster_of_the_day_as_it_is()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Fever(Ming, Hong, 34);
        await school.Round();
        await school.Tell(Ming, new CheckInAnswer
        {
            TemperatureTenths = 369,
            Taken = [new(382, MeasuringSite.Unspecified, null), new(369, MeasuringSite.Unspecified, null)],
            Travel = Travel.No,
        });
        Assert.Empty(await school.Round());
        Assert.Equal(["standing"], await school.Ask("select case when withdrawn_at is null then 'standing' else 'withdrawn' end from rule_firing"));
    }

    [SkippableFact]
    public async Task A_school_whose_own_list_counts_two_pupils_is_told_at_two()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Sql(
            """insert into setting (unit_id, key, value) values (2, 'Rules:Clusters', '[{"Id":"class_cluster_1day","Pupils":2,"Source":"校医室 2026 年 1 号"}]')""");
        await school.Fever(Ming);
        Assert.Empty(await school.Round());
        await school.Fever(Hong);
        var officer = (await school.Round()).Single(one => one.To == Officer);
        Assert.Contains("2 名学生症状相似（发热）：王小明、王小红", officer.Text, StringComparison.Ordinal);
        Assert.Contains("依据：校医室 2026 年 1 号", officer.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task It_fires_once_for_the_same_facts_whoever_looks_and_however_often()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Fever(Ming, Hong, 34);
        Assert.NotEmpty(await school.Round());
        await school.Fever(Ming, Hong, 34);
        Assert.Empty(await school.Round());
        await school.Fever(Monday.AddDays(1), Ming, Hong, 34);
        Assert.DoesNotContain(await school.Round("2026-03-02 07:20"), one => !one.IsEdit);
        Assert.Equal(["1"], await school.Ask("select cast(count(*) as text) from rule_firing"));
    }

    [SkippableFact]
    public async Task A_fourth_pupil_is_told_below_the_first_message_which_then_has_four()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Fever(Ming, Hong, 34);
        await school.Round();
        await school.Fever(35);
        var grown = (await school.Round("2026-03-02 07:15")).Where(one => one.To == Officer).ToList();
        var below = Assert.Single(grown, one => !one.IsEdit);
        Assert.NotNull(below.ReplyTo);
        Assert.Equal("⬆️ 第一小学1班 · 症状聚集：新增 1 名（周双双），共 4 名", below.Text);
        Assert.Contains("4 名学生症状相似（发热）：王小明、王小红、韩梅梅、周双双", Assert.Single(grown, one => one.IsEdit).Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Unacknowledged_it_goes_up_one_level_after_the_minutes_without_names_and_stays_at_the_top()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Fever(Ming, Hong, 34);
        await school.Round();
        Assert.Empty(await school.Round("2026-03-02 07:41"));
        var up = await school.Round("2026-03-02 07:42");
        var official = Assert.Single(up, one => one.To == Official);
        Assert.Contains("3 名学生症状相似（发热）", official.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", official.Text, StringComparison.Ordinal);
        Assert.NotNull(official.Button);
        Assert.All(up, one => Assert.Contains("⏫ 30 分钟内无人接手，已通知示范县", one.Text, StringComparison.Ordinal));
        Assert.True(up.Single(one => one.To == Officer).IsEdit);
        Assert.Empty(await school.Round("2026-03-02 09:00"));
        Assert.Empty(await school.Round("2026-03-03 09:00"));
    }

    [SkippableFact]
    public async Task Once_somebody_takes_it_on_everybody_sees_who_and_it_goes_no_further()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Fever(Ming, Hong, 34);
        var button = (await school.Round()).Single(one => one.To == Officer).Button!;
        await school.Press(Officer, button);
        await school.Scheduled.Write(_ => Task.CompletedTask);
        var edits = await school.Round("2026-03-02 07:20");
        Assert.Equal([ClassTeacher, Officer], edits.Select(one => one.To).Order());
        Assert.All(edits, one => Assert.True(one.IsEdit));
        Assert.All(edits, one => Assert.Contains("✋ 赵校长 07:12 接手处理", one.Text, StringComparison.Ordinal));
        Assert.All(edits, one => Assert.Null(one.Button));
        Assert.Empty(await school.Round("2026-03-02 09:00"));
    }

    [SkippableTheory]
    [InlineData(MotherOfTwo)]
    [InlineData(424242)]
    public async Task Nobody_else_can_take_it_on(long user)
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Fever(Ming, Hong, 34);
        var button = (await school.Round()).Single(one => one.To == Officer).Button!;
        await school.Press(user, button);
        Assert.Equal(["0"], await school.Ask("select cast(count(*) as text) from rule_firing where acknowledged_by is not null"));
    }

    [SkippableFact]
    public async Task Whoever_presses_second_changes_nothing()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Fever(Ming, Hong, 34);
        var button = (await school.Round()).Single(one => one.To == Officer).Button!;
        await school.Round("2026-03-02 07:42");
        await school.Press(Official, button);
        await school.Press(Officer, button);
        Assert.Equal(["孙科长"], await school.Ask("select acknowledged_name from rule_firing"));
    }

    [SkippableFact]
    public async Task A_correction_takes_it_back_and_a_pupil_more_brings_it_again()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Fever(Ming, Hong, 34);
        await school.Round();
        await school.Tell(34, Well);
        var over = await school.Round("2026-03-02 07:18");
        Assert.Contains("这条提醒不再成立", over.First(one => one.To == Officer && !one.IsEdit).Text, StringComparison.Ordinal);
        Assert.Contains("↩️ 07:18 起不再成立", over.Single(one => one.To == Officer && one.IsEdit).Text, StringComparison.Ordinal);
        Assert.Empty(await school.Round("2026-03-02 08:18"));
        await school.Fever(35);
        var again = await school.Round("2026-03-02 08:20");
        Assert.Contains("王小明、王小红、周双双", again.Single(one => one.To == Officer && one.IsEdit).Text, StringComparison.Ordinal);
        Assert.Contains(await school.Round("2026-03-02 08:50"), one => one.To == Official);
    }

    [SkippableFact]
    public async Task Pupils_of_one_dormitory_are_a_cluster_across_classes_of_which_class_teachers_are_not_told()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Sql("update person set dormitory = '301' where id in (31, 32, 41)");
        await school.Fever(Ming, Hong, Li);
        var told = Assert.Single(await school.Round());
        Assert.Equal(Officer, told.To);
        Assert.StartsWith("🚨 症状聚集 · 第一小学 宿舍 301\n3 名学生症状相似（发热）：王小明、王小红、李雷", told.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_alert_goes_out_at_night_too_and_goes_up_at_night()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 22:10");
        await school.Fever(Ming, Hong, 34);
        Assert.Contains(await school.Round(), one => one.To == Officer);
        Assert.Contains(await school.Round("2026-03-02 22:40"), one => one.To == Official);
    }

    [SkippableFact]
    public async Task Who_was_told_names_is_in_the_log_of_looks_but_for_the_class_teacher()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Fever(Ming, Hong, 34);
        await school.Round();
        await school.Round("2026-03-02 07:42");
        Assert.Equal(
            ["1020 31 alert chat", "1020 32 alert chat", "1020 34 alert chat"],
            await school.Ask("select by_user_id || ' ' || person_id || ' ' || reason || ' ' || via from look order by person_id"));
    }

    [SkippableFact]
    public async Task Where_the_school_has_nobody_the_office_above_is_told_at_once()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Sql("delete from link where user_id = 1020");
        await school.Fever(Ming, Hong, 34);
        Assert.Contains(await school.Round(), one => one.To == Official);
    }

    [SkippableFact]
    public async Task A_rule_that_a_school_has_switched_off_does_not_fire_there()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Sql("insert into setting (unit_id, key, value) values (2, 'Rules:Alerts', 'class_cluster_1day=off')");
        await school.Fever(Ming, Hong, 34);
        Assert.Empty(await school.Round());
    }

    [SkippableFact]
    public async Task Silence_of_days_is_over_in_the_next_digest_once_they_have_answered()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 06:00");
        foreach (var day in (string[])["2026-03-02", "2026-03-03", "2026-03-04"])
        {
            await school.Scheduled.RunAt($"{day} 06:31");
            await school.Scheduled.RunAt($"{day} 09:01");
        }

        Assert.Contains(await school.Round(), one => one.To == ClassTeacher && one.Text.Contains("连续多日未报 · 第一小学1班", StringComparison.Ordinal));
        foreach (var pupil in (long[])[Ming, Hong, 34, 35, 36]) await school.Tell(pupil, Well, Monday.AddDays(2));
        school.Scheduled.Time.Advance(Instant("2026-03-04 09:31") - school.Scheduled.Time.GetUtcNow());
        await school.Scheduled.Runs.CatchUp(default);
        Assert.Contains(await school.Round(), one => one.To == ClassTeacher && one.Text.StartsWith("↩️ 第一小学1班 · 连续多日未报", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task One_pupil_with_an_infectious_disease_is_to_be_reported_at_once_and_is_told_once_within_the_week()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Tell(Ming, new CheckInAnswer { Absence = Absence.IllAtHome, Diseases = Diseases.Varicella, OnlySuspected = true });
        var officer = (await school.Round()).Single(one => one.To == Officer);
        Assert.Equal(
            """
            🚨 传染病或疑似 · 第一小学1班
            1 名学生报告水痘（确诊或疑似）：王小明
            规则：发现传染病或疑似传染病病人
            依据：卫办疾控发〔2006〕65号《学校和托幼机构传染病疫情报告工作规范（试行）》
            时限：立即
            请学校疫情报告人核实后报告疾控中心和教育行政部门。
            """.ReplaceLineEndings("\n"),
            officer.Text);
        await school.Press(Officer, officer.Button!);
        await school.Round();
        // Told again later in the week, and confirmed: the same facts.
        await school.Tell(Ming, new CheckInAnswer { Absence = Absence.IllAtHome, Diseases = Diseases.Varicella }, Monday.AddDays(3));
        Assert.DoesNotContain(await school.Round("2026-03-05 07:12"), one => !one.IsEdit);
        await school.Tell(Hong, new CheckInAnswer { Diseases = Diseases.Influenza, TemperatureTenths = 385 }, Monday.AddDays(3));
        Assert.Contains(await school.Round(), one => one.To == Officer && one.Text == "⬆️ 第一小学1班 · 传染病或疑似：新增 1 名（王小红），共 2 名");
    }
}

public sealed class SqliteAlertTests() : AlertTests(SqlDialect.Sqlite);

public sealed class PostgresAlertTests() : AlertTests(SqlDialect.Postgres);
