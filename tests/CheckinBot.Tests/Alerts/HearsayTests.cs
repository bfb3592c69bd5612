using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Digests;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using Microsoft.Extensions.DependencyInjection;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Alerts;

/// <summary>What a parent tells of the children of others counts once somebody who may know has confirmed it.</summary>
public abstract class HearsayTests(SqlDialect engine)
{
    private const long DutyUser = 1021;
    private static readonly DateOnly Monday = AlertedSchool.Monday;
    private static readonly string Slot = $"{ButtonData.Day(Monday)}.morning";

    [SkippableFact]
    public async Task A_fever_told_by_a_classmates_parent_goes_to_the_class_teacher_alone_and_is_in_no_number()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await WithDutyOfficer(school);
        await school.SayInGroup(FatherOfMing, "#接龙\n1. 王小明 36.5 没外出\n2. 王小红 38.5 咳嗽\n3. 韩梅梅 36.6");
        var told = await school.New();
        Assert.Equal([ClassTeacher], told.Where(one => one.Text.Contains("38.5", StringComparison.Ordinal)).Select(one => one.To));
        Assert.Empty(await school.Round());
        Assert.Equal(["31"], await school.Ask("select distinct person_id || '' from check_in"));
        Assert.Equal((1, 4, 0), await Numbers(school));

        // The class teacher says that it is so: now it is a fever like any other.
        await school.Press(ClassTeacher, $"0.hy.{ButtonData.Number(Hong)}.{Slot}");
        Assert.Contains(await school.New(), one => one.To == DutyUser && one.Text.Contains("38.5", StringComparison.Ordinal));
        Assert.Equal((2, 3, 1), await Numbers(school));
    }

    [SkippableFact]
    public async Task The_family_of_a_child_who_is_well_is_asked_and_its_tap_counts()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Sql("insert into link (user_id, person_id, kind, display_name, linked_at) values (1003, 34, 'guardian', '姨', '2026-01-01T00:00:00.000Z')");
        await school.SayInGroup(FatherOfMing, "#接龙\n1. 王小明 36.5 没外出\n2. 韩梅梅 36.6 没外出");
        Assert.Contains(await school.New(), one => one.To == MotherOfLi && one.Text.Contains("韩梅梅", StringComparison.Ordinal));
        // Nobody else may say so for them.
        await school.Press(MotherOfTwo, $"0.hy.{ButtonData.Number(34)}.{Slot}");
        Assert.Equal((1, 4, 0), await Numbers(school));
        await school.Press(MotherOfLi, $"0.hy.{ButtonData.Number(34)}.{Slot}");
        Assert.Equal((2, 3, 0), await Numbers(school));
        Assert.Equal(["1003"], await school.Ask("select reporter_user_id || '' from check_in where person_id = 34"));
    }

    [SkippableFact]
    public async Task The_same_chain_again_is_no_news_and_a_teachers_own_chain_counts_at_once()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        const string Chain = "#接龙\n1. 王小明 36.5 没外出\n2. 韩梅梅 36.6 没外出";
        await school.SayInGroup(FatherOfMing, Chain);
        Assert.Contains(await school.New(), one => one.To == ClassTeacher);
        await school.SayInGroup(FatherOfMing, Chain, messageId: 2);
        Assert.DoesNotContain(await school.New(), one => one.To == ClassTeacher);
        await school.SayInGroup(ClassTeacher, Chain + "\n3. 周双双 36.7 没外出", messageId: 3);
        Assert.Equal((3, 2, 0), await Numbers(school));
    }

    [SkippableFact]
    public async Task An_official_is_named_open_cases_alone_as_in_their_list()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Tell(Ming, new CheckInAnswer { Absence = Absence.Leave });
        await school.Fever(Hong);
        Assert.Equal(["王小红"], await Named(school, DigestRights.SeeCases));
        Assert.Equal(["王小明", "王小红"], await Named(school, DigestRights.SeeCases | DigestRights.SeeMissing));
    }

    [SkippableFact]
    public async Task Where_a_class_has_no_teacher_the_school_is_told_of_what_others_say_and_the_look_is_logged()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Sql("delete from link where user_id = 1010");
        await school.SayInGroup(FatherOfMing, "#接龙\n1. 王小明 36.5 没外出\n2. 王小红 38.5");
        Assert.Equal([Officer], (await school.New()).Where(one => one.Text.Contains("38.5", StringComparison.Ordinal)).Select(one => one.To));
        Assert.Equal(["1020 32"], await school.Ask("select by_user_id || ' ' || person_id from look"));
    }

    private static async Task<IReadOnlyList<string>> Named(AlertedSchool school, DigestRights rights)
    {
        var names = await school.Scheduled.Read(async session => await school.Scheduled.Services.GetRequiredService<DigestReader>().Names(
            session, (await new UnitStore(session).Find(3, default))!, new DigestMoment(Monday, CheckInWindow.Morning, school.Scheduled.Time.GetUtcNow()),
            rights, default));
        return [.. names.Cases.Select(one => one.Name).Order(StringComparer.Ordinal)];
    }

    private static async Task<(int Reported, int Missing, int Fever)> Numbers(AlertedSchool school)
    {
        var unit = await school.Scheduled.Read(async session => await new UnitStore(session).Find(3, default));
        var tree = await school.Scheduled.Read(session =>
            school.Scheduled.Services.GetRequiredService<DigestReader>().Read(session, unit!, Monday, CheckInWindow.Morning, default));
        var numbers = tree.Totals[3];
        return (numbers.Reported, numbers.Missing, numbers.Fever);
    }

    private static Task WithDutyOfficer(AlertedSchool school) => school.Sql("""
        insert into person (id, unit_id, role, name, expected) values (22, 2, 'duty_officer', '值班', false);
        insert into post (person_id, unit_id, role) values (22, 2, 'duty_officer');
        insert into link (user_id, person_id, kind, display_name, linked_at) values (1021, 22, 'self', '值', '2026-01-01T00:00:00.000Z')
        """);
}

public sealed class SqliteHearsayTests() : HearsayTests(SqlDialect.Sqlite);

public sealed class PostgresHearsayTests() : HearsayTests(SqlDialect.Postgres);
