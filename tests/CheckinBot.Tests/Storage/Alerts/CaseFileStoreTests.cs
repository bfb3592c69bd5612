using CheckinBot.Core.Cases;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Privacy;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Alerts;

/// <summary>Cases and what was done about them, on both databases.</summary>
public abstract class CaseFileStoreTests(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task Somebody_has_one_open_case_a_matter_whatever_is_told_again()
    {
        await Open(Ming, CaseMatter.Illness);
        await Open(Ming, CaseMatter.Illness);
        await Open(Ming, CaseMatter.Contact);
        var open = await Read(async session => await new CaseFileStore(session).Open(Ming, default));
        Assert.Equal([CaseMatter.Illness, CaseMatter.Contact], open.Select(file => file.Matter));
        Assert.Equal(("王小明", Class, CaseState.Open, Today), (open[0].Person.Name, open[0].Unit.Id, open[0].State, open[0].OpenedDay));
        Assert.Equal((Now, Now.AddMinutes(30), null), (open[0].OpenedAt, open[0].DueAt, open[0].TakenBy));
    }

    [SkippableFact]
    public async Task A_move_is_noted_with_who_made_it_and_a_closed_case_is_followed_by_a_new_one()
    {
        await Open(Ming, CaseMatter.Illness);
        await Move(CaseState.TakenOn, new(Now, CaseMove.TakeOn, "陈老师"), ClassTeacher);
        await Move(CaseState.Closed, new(Now.AddHours(1), CaseMove.Close, "陈老师") { Closing = CaseClosing.ToldWrongly });
        Assert.Empty(await Read(async session => await new CaseFileStore(session).Open(Ming, default)));

        await Open(Ming, CaseMatter.Illness);
        var second = Assert.Single(await Read(async session => await new CaseFileStore(session).Open(Ming, default)));
        Assert.Equal((CaseState.Open, null), (second.State, second.TakenBy));
        Assert.Empty(await Read(session => new CaseFileStore(session).Entries(second.Id, default)));
        var first = await Read(session => new CaseFileStore(session).Find(second.Id - 1, default));
        Assert.Equal((CaseState.Closed, ClassTeacher), (first!.State, first.TakenBy!.PersonId));
        Assert.Equal(
            [new(Now, CaseMove.TakeOn, "陈老师"), new(Now.AddHours(1), CaseMove.Close, "陈老师") { Closing = CaseClosing.ToldWrongly }],
            await Read(session => new CaseFileStore(session).Entries(first.Id, default)));
    }

    [SkippableFact]
    public async Task The_open_cases_of_a_subtree_are_listed_by_when_they_are_due_and_go_with_a_pupil_who_moves()
    {
        await Open(Ming, CaseMatter.Illness, minutes: 60);
        await Open(Hua, CaseMatter.Illness, minutes: 30);
        Assert.Equal([Hua, Ming], (await Under(County)).Select(file => file.Person.Id));
        Assert.Equal([Hua, Ming], (await Under(Class)).Select(file => file.Person.Id));
        foreach (var (minutes, late) in new[] { (29, 0), (31, 1), (61, 2) })
            Assert.Equal(late, await Read(session => new CaseFileStore(session).CountOverdue(School, Now.AddMinutes(minutes), default)));
        await Run($"update person set unit_id = {School} where id = {Ming}");
        Assert.Equal([Hua], (await Under(Class)).Select(file => file.Person.Id));
        Assert.Equal(School, (await Under(School)).Single(file => file.Person.Id == Ming).Unit.Id);
        await Run($"update person set active = false where id = {Hua}");
        Assert.Equal([Ming], (await Under(County)).Select(file => file.Person.Id));
    }

    [SkippableFact]
    public async Task The_staff_over_a_class_are_those_of_it_and_of_all_above_the_nearest_first()
    {
        await Run($"insert into person (id, unit_id, role, name, expected) values (90, {School}, 'school_officer', '高校长', true)");
        await Run($"insert into post (person_id, unit_id, role) values (90, {School}, 'school_officer')");
        var staff = await Read(session => new PersonStore(session).StaffOver(Class, default));
        Assert.Equal([(ClassTeacher, Role.ClassTeacher), (90, Role.SchoolOfficer)], staff.Select(one => (one.Post.PersonId, one.Post.Role)));
        Assert.Equal("高校长", staff[1].Name);
    }

    [SkippableFact]
    public async Task A_closed_case_is_removed_when_its_time_is_up_and_an_open_one_stays()
    {
        await Open(Ming, CaseMatter.Illness);
        var closed = Assert.Single(await Under(County)).Id;
        await Move(CaseState.Closed, new(Now, CaseMove.Close, null) { Closing = CaseClosing.ToldWrongly });
        await Open(Hua, CaseMatter.Illness);
        await Write(session => new PurgeStore(session).DeleteTraces([PurgeLimits.At(Now.AddDays(89), 90)], default));
        Assert.NotNull(await Read(session => new CaseFileStore(session).Find(closed, default)));
        await Write(session => new PurgeStore(session).DeleteTraces([PurgeLimits.At(Now.AddDays(91), 90)], default));
        Assert.Null(await Read(session => new CaseFileStore(session).Find(closed, default)));
        Assert.Equal(Hua, Assert.Single(await Under(County)).Person.Id);
    }

    private Task Open(long person, CaseMatter matter, int minutes = 30) =>
        Write(session => new CaseFileStore(session).Open(person, matter, Today, null, Now, Now.AddMinutes(minutes), default));

    private Task Move(CaseState after, CaseEntry entry, long? takenBy = null) => Write(async session =>
    {
        var store = new CaseFileStore(session);
        await store.Move((await store.Open(Ming, default))[0], after, entry, takenBy, Now.AddDays(1), null, default);
    });

    private Task<IReadOnlyList<CaseFile>> Under(long unit) => Read(session => new CaseFileStore(session).Under(unit, default));
}

public sealed class SqliteCaseFileStoreTests() : CaseFileStoreTests(new SqliteDatabase());

public sealed class PostgresCaseFileStoreTests() : CaseFileStoreTests(new PostgresDatabase());
