using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Users;
using CheckinBot.Tests.Alerts;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Jobs;

/// <summary>Families are asked as often as is said, and never twice for the same.</summary>
public abstract class NudgeTests(SqlDialect engine)
{
    private const string All = "0.nu.3";

    [SkippableFact]
    public async Task One_of_each_family_is_asked_and_the_message_says_who_and_when()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:05");
        await school.Press(ClassTeacher, All);
        var sent = await school.New();
        Assert.Equal([MotherOfTwo], sent.Where(one => !one.IsEdit).Select(one => one.To));
        var list = Assert.Single(sent, one => one.To == ClassTeacher);
        Assert.True(list.IsEdit);
        Assert.Contains("07:05 已提醒：王小明、王小红", list.Text, StringComparison.Ordinal);
        Assert.Contains("联系不上家长（未绑定或已停用）：韩梅梅、周双双、欧阳晴", list.Text, StringComparison.Ordinal);

        // Whoever presses again within a quarter of an hour is told so, and nobody is asked.
        school.Scheduled.Time.Advance(TimeSpan.FromMinutes(14));
        await school.Press(ClassTeacher, All);
        Assert.Empty(await school.New());
        school.Scheduled.Time.Advance(TimeSpan.FromMinutes(2));
        await school.Press(ClassTeacher, All);
        Assert.Equal([MotherOfTwo], (await school.New()).Where(one => !one.IsEdit).Select(one => one.To));
    }

    [SkippableFact]
    public async Task Who_answers_later_or_has_no_thermometer_is_listed_as_such_and_not_asked()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:05");
        await school.Say(FatherOfMing, "晚点发");
        await school.Tell(Hong, new CheckInAnswer { NoThermometer = true });
        await school.New();
        school.Scheduled.Time.Advance(TimeSpan.FromMinutes(16));
        await school.Press(ClassTeacher, All);
        Assert.Empty(await school.New());
        await school.Command(ClassTeacher, "missing");
        var list = Assert.Single(await school.New()).Text;
        Assert.Contains("没有体温计，到校量：王小红", list, StringComparison.Ordinal);
        Assert.Contains("说稍后报：王小明（07:05）", list, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Nobody_of_a_class_that_is_let_off_is_asked()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:05");
        await school.Sql("""
            insert into waiver (unit_id, day, slot, by_user_id, by_name, reason, at)
            values (2, '2026-03-02', 'morning', 1, '某', 'outing', '2026-03-02T00:00:00.000Z')
            """);
        await school.Press(ClassTeacher, All);
        Assert.Empty(await school.New());
    }

    [SkippableFact]
    public async Task Who_was_refused_once_is_in_the_list_until_they_write_again()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:05");
        foreach (var user in (long[])[MotherOfTwo, FatherOfMing])
            await school.Scheduled.Write(session => new AccountStore(session).SetReachable(user, "blocked", school.Scheduled.Time.GetUtcNow(), default));
        await school.Command(ClassTeacher, "missing");
        Assert.Contains("联系不上家长（未绑定或已停用）：王小明、王小红、", Assert.Single(await school.New()).Text, StringComparison.Ordinal);
        await school.Say(MotherOfTwo, "你好");
        await school.New();
        await school.Command(ClassTeacher, "missing");
        Assert.Contains("联系不上家长（未绑定或已停用）：韩梅梅、", Assert.Single(await school.New()).Text, StringComparison.Ordinal);
        await school.Scheduled.NewlySent();
        Assert.Equal([ClassGroup, MotherOfTwo, MotherOfLi], (await school.Scheduled.RunAt("2026-03-02 07:30")).Select(one => one.ChatId));
    }

    [SkippableFact]
    public async Task A_teacher_with_a_stale_mark_is_told_of_a_fever_and_the_school_with_them()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Scheduled.Write(session => new AccountStore(session).SetReachable(ClassTeacher, "blocked", school.Scheduled.Time.GetUtcNow(), default));
        await school.Say(MotherOfTwo, "王小红 38.2 没外出");
        var told = (await school.New()).Where(one => one.Lane == "Alerts").Select(one => one.To).ToList();
        Assert.Contains(ClassTeacher, told);
        Assert.Contains(Officer, told);
    }

    [SkippableFact]
    public async Task A_family_with_a_child_in_a_school_of_other_hours_gets_one_message()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:05");
        await school.Sql("""
            insert into unit (id, parent_id, name, path, kind, school_id) values (90, 1, '第二小学', '示范县/第二小学', 'school', 90),
                (91, 90, '1班', '示范县/第二小学/1班', 'class', 90);
            insert into unit_ancestor (unit_id, ancestor_id, distance) values (90, 90, 0), (90, 1, 1), (91, 91, 0), (91, 90, 1), (91, 1, 2);
            insert into person (id, unit_id, role, name, number, expected) values (95, 91, 'student', '王小东', '1', true);
            insert into link (user_id, person_id, kind, display_name, linked_at) values (1001, 95, 'guardian', '妈', '2026-01-01T00:00:00.000Z');
            insert into setting (unit_id, key, value) values (90, 'SchoolDay:RemindAt', '07:35,08:20'), (90, 'SchoolDay:Slots', 'morning,noon'),
                (90, 'SchoolDay:OpensAt', '07:10');
            delete from group_chat;
            """);
        var opened = await school.Scheduled.RunAt("2026-03-02 07:06");
        Assert.Contains("王小东", Assert.Single(opened, one => one.ChatId == MotherOfTwo).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await school.Scheduled.RunAt("2026-03-02 07:10"), one => one.ChatId == MotherOfTwo);
        var first = await school.Scheduled.RunAt("2026-03-02 07:30");
        Assert.Contains("王小东", Assert.Single(first, one => one.ChatId == MotherOfTwo).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await school.Scheduled.RunAt("2026-03-02 07:35"), one => one.ChatId == MotherOfTwo);
        // The second reminder of the first school is for all three, and that of the other one is no further message.
        Assert.Contains(await school.Scheduled.RunAt("2026-03-02 08:15"), one => one.ChatId == MotherOfTwo);
        Assert.DoesNotContain(await school.Scheduled.RunAt("2026-03-02 08:20"), one => one.ChatId == MotherOfTwo);
    }

    [SkippableFact]
    public async Task Everything_unasked_comes_in_the_language_of_the_last_answer()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:05");
        await school.Sql("update account set language = null");
        await school.Hear(MotherOfTwo, "en", "hello");
        await school.Hear(ClassTeacher, "zh-TW", "你好");
        await school.Scheduled.NewlySent();
        await Expect("2026-03-02 07:30", MotherOfTwo, "temperature");
        await Expect("2026-03-02 08:30", ClassTeacher, "未回報");
        // What they chose goes before it.
        await school.Scheduled.Write(session =>
            new AccountStore(session).SetLanguage(ClassTeacher, Language.En, school.Scheduled.Time.GetUtcNow(), default));
        await Expect("2026-03-02 09:30", ClassTeacher, "expected");

        async Task Expect(string at, long user, string words) => Assert.Contains(
            words, Assert.Single(await school.Scheduled.RunAt(at), one => one.ChatId == user).Text, StringComparison.Ordinal);
    }
}

public sealed class SqliteNudgeTests() : NudgeTests(SqlDialect.Sqlite);

public sealed class PostgresNudgeTests() : NudgeTests(SqlDialect.Postgres);
