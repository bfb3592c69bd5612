using CheckinBot.Tests.Alerts;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Notices;

/// <summary>Who is told of one person's fever.</summary>
public sealed class NoticeReadersTests
{
    private const long DutyUser = 1021;

    [Fact]
    public async Task A_pupils_fever_is_told_to_the_class_teacher_and_the_schools_duty_officer()
    {
        await using var school = await WithDutyOfficer();
        await school.Say(MotherOfTwo, "王小红 38.2 没外出");
        var told = (await school.New()).Where(one => one.Lane == "Alerts").ToList();
        Assert.Contains(told, one => one.To == ClassTeacher && one.Text.Contains("王小红", StringComparison.Ordinal));
        Assert.Contains(told, one => one.To == DutyUser && one.Text.Contains("王小红", StringComparison.Ordinal));
        Assert.DoesNotContain(told, one => one.To == Official);
    }

    [Fact]
    public async Task Where_a_class_has_nobody_the_school_officer_is_told_and_the_look_is_logged()
    {
        await using var school = await AlertedSchool.Begin("2026-03-02 07:12");
        await school.Say(MotherOfLi, "38.2 没外出");
        Assert.Contains((await school.New()).Where(one => one.Lane == "Alerts"), one => one.To == Officer && one.Text.Contains("李雷", StringComparison.Ordinal));
        Assert.Equal(["1020 41 21"], await school.Ask("select distinct by_user_id || ' ' || person_id || ' ' || by_person_id from look"));
    }

    [Fact]
    public async Task A_class_teachers_own_fever_is_told_to_the_school_officer()
    {
        await using var school = await AlertedSchool.Begin("2026-03-02 07:12");
        await school.Sql("update person set expected = true where id = 33");
        await school.Say(ClassTeacher, "38.2 没外出");
        Assert.Contains(
            (await school.New()).Where(one => one.Lane == "Alerts"), one => one.To == Officer && one.Text.Contains("陈老师", StringComparison.Ordinal));
    }

    private static async Task<AlertedSchool> WithDutyOfficer()
    {
        var school = await AlertedSchool.Begin("2026-03-02 07:12");
        await school.Sql("""
            insert into person (id, unit_id, role, name, expected) values (22, 2, 'duty_officer', '值班', false);
            insert into post (person_id, unit_id, role) values (22, 2, 'duty_officer');
            insert into link (user_id, person_id, kind, display_name, linked_at) values (1021, 22, 'self', '值', '2026-01-01T00:00:00.000Z')
            """);
        return school;
    }
}
