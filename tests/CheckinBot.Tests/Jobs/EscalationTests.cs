using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Shown;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Alerts;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Jobs;

/// <summary>Whoever is missing goes up the line once a level, unless the unit is let off today with a reason that everybody above sees.</summary>
public abstract class EscalationTests(SqlDialect engine)
{
    private static readonly CheckInAnswer Well = new() { TemperatureTenths = 365, Travel = Travel.No };

    [SkippableFact]
    public async Task First_the_school_with_its_classes_then_the_county_with_its_schools_each_once()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 06:30");
        await school.Tell(Ming, Well);
        await RunAt(school, "2026-03-02 08:30");
        var first = Assert.Single(await RunAt(school, "2026-03-02 09:00"));
        Assert.Equal((Officer, "Reminders"), (first.To, first.Lane));
        Assert.Equal("⏰ 第一小学：2 个班（组）未报齐，共 5 人未报。\n· 1班　未报 4/5\n· 2班　未报 1/1", first.Text);
        Assert.Empty(await RunAt(school, "2026-03-02 09:14"));
        var second = Assert.Single(await RunAt(school, "2026-03-02 09:15"));
        Assert.Equal(Official, second.To);
        Assert.Equal("⏰ 示范县：1 个单位未报齐，共 5 人未报。\n· 第一小学　未报 5/6", second.Text);
        Assert.Empty(await RunAt(school, "2026-03-02 09:29"));
        Assert.DoesNotContain(await RunAt(school, "2026-03-02 09:59"), sent => sent.Text.StartsWith('⏰'));
    }

    [SkippableFact]
    public async Task Classes_stand_in_the_order_of_the_tree_whoever_has_more_missing()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 06:30");
        foreach (var pupil in (long[])[Ming, Hong, 34, 35]) await school.Tell(pupil, Well);
        await school.Sql("insert into person (id, unit_id, role, name, number, expected) values (42, 4, 'student', '林一', '8', true)");
        var text = (await RunAt(school, "2026-03-02 09:00")).Single(sent => sent.To == Officer).Text;
        Assert.Equal("· 1班　未报 1/5\n· 2班　未报 2/2", text[(text.IndexOf('\n') + 1)..]);
    }

    [SkippableFact]
    public async Task A_city_and_a_province_hear_of_it_after_the_county_each_at_its_time()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 06:30");
        await school.Sql("""
            insert into unit (id, parent_id, name, path, kind) values (5, null, '示范市', '示范市', 'area');
            insert into unit_ancestor (unit_id, ancestor_id, distance) values (5, 5, 0), (1, 5, 1), (2, 5, 2), (3, 5, 3), (4, 5, 3);
            update unit set parent_id = 5, path = '示范市/示范县' where id = 1;
            update unit set path = '示范市/' || path where id in (2, 3, 4);
            insert into person (id, unit_id, role, name, expected) values (51, 5, 'official', '市里', false);
            insert into post (person_id, unit_id, role) values (51, 5, 'official');
            insert into link (user_id, person_id, kind, display_name, linked_at) values (1050, 51, 'self', '市', '2026-01-01T00:00:00.000Z')
            """);
        await RunAt(school, "2026-03-02 09:00");
        Assert.Equal([Official], (await RunAt(school, "2026-03-02 09:15")).Select(sent => sent.To));
        Assert.Contains(await RunAt(school, "2026-03-02 09:30"), sent => sent.To == 1050 && sent.Text.StartsWith("⏰ 示范市：1 个单位未报齐", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_machine_that_was_down_tells_each_level_once_when_it_is_back()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 09:20");
        var sent = await RunAt(school, "2026-03-02 09:20");
        Assert.Single(sent, one => one.To == Officer && one.Text.StartsWith('⏰'));
        Assert.Single(sent, one => one.To == Official && one.Text.StartsWith('⏰'));
        Assert.Empty(await RunAt(school, "2026-03-02 09:21"));
    }

    [SkippableFact]
    public async Task A_class_that_is_let_off_is_left_in_peace_and_everybody_above_sees_why()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 06:30");
        await RunAt(school, "2026-03-02 07:00");
        await school.Press(ClassTeacher, WaiveButton(3, (int)WaiverReason.Outing));
        Assert.Contains("1班今天免催（外出活动）", Assert.Single(await school.New()).Text, StringComparison.Ordinal);
        Assert.Equal([MotherOfLi], (await RunAt(school, "2026-03-02 08:15")).Select(sent => sent.To));
        Assert.Empty(await RunAt(school, "2026-03-02 08:30"));
        var officer = Assert.Single(await RunAt(school, "2026-03-02 09:00"));
        Assert.Equal("⏰ 第一小学：2 个班（组）未报齐，共 6 人未报。\n· 1班　未报 5/5（今天免催：外出活动）\n· 2班　未报 1/1", officer.Text);
        Assert.Equal(
            "⏰ 示范县：1 个单位未报齐，共 6 人未报。\n· 第一小学　未报 6/6（其中 1 个今天免催：外出活动）",
            Assert.Single(await RunAt(school, "2026-03-02 09:15")).Text);
    }

    [SkippableFact]
    public async Task From_the_escalation_the_officer_lets_off_one_class_or_all_and_the_county_reads_of_it_in_its_digest()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 06:30");
        await RunAt(school, "2026-03-02 08:30");
        var escalation = Assert.Single(await RunAt(school, "2026-03-02 09:00"));
        Assert.Equal(["⏸ 1班 免催…", "⏸ 2班 免催…", "⏸ 全部今天不用催，因为…"], escalation.Buttons.Select(button => button.Label));
        await school.Press(Officer, escalation.Buttons[0].Data!);
        Assert.Contains("1班 今天为什么不用催", Assert.Single(await school.New()).Text, StringComparison.Ordinal);
        await school.Press(Officer, WaiveButton(3, (int)WaiverReason.NoSchool));
        await school.New();
        Assert.Equal(["3 no_school"], await school.Ask("select cast(unit_id as text) || ' ' || reason from waiver"));
        Assert.Contains(
            "第一小学　未报 6/6（其中 1 个今天免催：今天不上课）",
            (await RunAt(school, "2026-03-02 09:15")).Single(sent => sent.To == Official).Text, StringComparison.Ordinal);
        Assert.Contains("（其中 1 个今天免催：今天不上课）", (await RunAt(school, "2026-03-02 09:30")).First(sent => sent.To == Official).Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_family_with_a_child_in_a_class_that_is_not_let_off_is_asked_about_that_child_alone()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 06:30");
        await school.Sql(
            $"insert into link (user_id, person_id, kind, display_name, linked_at) values ({MotherOfLi}, 34, 'guardian', '妈妈', '2026-01-01T00:00:00.000Z')");
        await RunAt(school, "2026-03-02 07:00");
        await school.Press(Officer, WaiveButton(3, (int)WaiverReason.Outing));
        await school.New();
        var asked = Assert.Single(await RunAt(school, "2026-03-02 08:15"), sent => sent.To == MotherOfLi).Text;
        Assert.Contains("李", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("韩梅梅", asked, StringComparison.Ordinal);
        await school.Say(MotherOfLi, "36.5 没外出");
        Assert.DoesNotContain(await school.New(), sent => sent.Text.Contains("韩梅梅", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_school_that_is_let_off_lets_off_its_classes_and_nothing_goes_up()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 06:30");
        await RunAt(school, "2026-03-02 07:00");
        await school.Press(Officer, WaiveButton(2, (int)WaiverReason.Power));
        await school.New();
        foreach (var time in (string[])["07:30", "08:15", "08:30", "09:00", "09:15"]) Assert.Empty(await RunAt(school, $"2026-03-02 {time}"));
        // The missing stay missing.
        Assert.Contains("未报 6", (await RunAt(school, "2026-03-02 09:30")).First(sent => sent.To == Official).Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_reason_is_typed_and_kept_as_it_is()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 06:30");
        await school.Press(ClassTeacher, ButtonData.Standing(Verbs.Waive, ButtonData.Number(3), ButtonData.Day(AlertedSchool.Monday)).ToString());
        var question = Assert.Single(await school.New());
        Assert.Contains("为什么不用催", question.Text, StringComparison.Ordinal);
        await school.Say(ClassTeacher, "  全班去  博物馆 ");
        Assert.Equal(["other 全班去 博物馆 陈老师"], await school.Ask("select reason || ' ' || note || ' ' || by_name from waiver"));
    }

    [SkippableFact]
    public async Task What_is_taken_back_in_time_goes_on_as_planned()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 06:30");
        await RunAt(school, "2026-03-02 07:00");
        await school.Press(ClassTeacher, WaiveButton(3, 0));
        await school.Press(ClassTeacher, ButtonData.Standing(Verbs.Unwaive, ButtonData.Number(3)).ToString());
        await school.New();
        Assert.Empty(await school.Ask("select reason from waiver"));
        Assert.Contains(await RunAt(school, "2026-03-02 08:30"), sent => sent.To == ClassTeacher && sent.Text.StartsWith('⏰'));
    }

    [SkippableTheory]
    [InlineData(MotherOfTwo, 3)]
    [InlineData(ClassTeacher, 4)]
    [InlineData(ClassTeacher, 2)]
    [InlineData(Officer, 1)]
    [InlineData(424242, 3)]
    public async Task Nobody_lets_off_what_they_do_not_answer_for(long user, long unit)
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 06:30");
        await school.Press(user, WaiveButton(unit, 0));
        Assert.Empty(await school.Ask("select reason from waiver"));
    }

    [SkippableFact]
    public async Task A_button_of_yesterday_lets_nobody_off_today()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-03 06:30");
        await school.Press(ClassTeacher, WaiveButton(3, 0));
        Assert.Empty(await school.Ask("select reason from waiver"));
    }

    [SkippableFact]
    public async Task After_three_school_days_without_an_answer_the_class_teacher_is_told_and_once()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 06:30");
        foreach (var day in (string[])["2026-03-02", "2026-03-03", "2026-03-04"])
        {
            await RunAt(school, $"{day} 06:30");
            foreach (var pupil in (long[])[Ming, Hong, 34, 35]) await school.Tell(pupil, Well, DateOnly.Parse(day, null));
            await RunAt(school, $"{day} 09:00");
            var told = (await school.Round()).Where(one => one.Lane == "Alerts").ToList();
            if (day != "2026-03-04")
            {
                Assert.Empty(told);
                continue;
            }

            Assert.Contains("❔ 连续多日未报 · 第一小学1班\n1 名学生：欧阳晴，3月2日起\n规则：连续 3 个上学日没有回报", told.Single(one => one.To == ClassTeacher).Text, StringComparison.Ordinal);
        }

        await RunAt(school, "2026-03-05 06:30");
        await RunAt(school, "2026-03-05 09:00");
        Assert.DoesNotContain(await school.Round(), one => one.To == ClassTeacher && !one.IsEdit && one.Text.Contains("欧阳晴", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task In_quiet_hours_nothing_leaves_but_alerts_whatever_the_schedule_says()
    {
        await using var school = await AlertedSchool.Begin(
            engine,
            "2026-03-02 00:00",
            ("SchoolDay:OpensAt", "04:00"), ("SchoolDay:RemindAt", "04:30, 22:00"), ("SchoolDay:PingTeacherAt", "05:00"), ("SchoolDay:EscalateAt", "05:30"),
            ("SchoolDay:DigestAt", "06:00, 22:30"), ("SchoolDay:ClosesAt", "23:30"));
        await school.Fever(Ming, Hong, 34);
        var lanes = new Dictionary<bool, HashSet<string>> { [true] = [], [false] = [] };
        for (var now = Instant("2026-03-02 00:00"); now < Instant("2026-03-03 07:00"); now = now.AddMinutes(15))
        {
            var local = TimeOnly.FromDateTime(now.DateTime);
            var sent = await RunAt(school, now.ToString("yyyy-MM-dd HH:mm", null));
            sent = [.. sent, .. await school.Round()];
            foreach (var one in sent) lanes[QuietHours.Default.Contains(local)].Add(one.Lane);
            if (local == new TimeOnly(2, 0)) await school.Fever(35);
        }

        // The fever of the night was told, went up the line, and grew, all at night; everything else waited.
        Assert.Equal(["Alerts"], lanes[true]);
        Assert.Superset(new HashSet<string> { "Reminders", "Digests" }, lanes[false]);
        Assert.Equal(["1"], await school.Ask("select cast(stage as text) from rule_firing where rule = 'class_cluster_1day'"));
    }

    private static string WaiveButton(long unit, int reason) =>
        ButtonData.Standing(Verbs.Waive, ButtonData.Number(unit), ButtonData.Day(AlertedSchool.Monday), ButtonData.Number(reason)).ToString();

    private static async Task<IReadOnlyList<Told>> RunAt(AlertedSchool school, string localTime)
    {
        var now = Instant(localTime);
        school.Scheduled.Time.Advance(now - school.Scheduled.Time.GetUtcNow());
        await Task.WhenAll(school.Scheduled.Runs.CatchUp(default), school.Scheduled.Runs.CatchUp(default));
        return await school.New();
    }
}

public sealed class SqliteEscalationTests() : EscalationTests(SqlDialect.Sqlite);

public sealed class PostgresEscalationTests() : EscalationTests(SqlDialect.Postgres);
