using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Organisation;

/// <summary>The tree of units, what a roster writes into it, and what units set for themselves.</summary>
public abstract class UnitStoresTests(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task A_unit_is_found_by_id_path_and_kind_with_what_is_above_and_below_it()
    {
        var county = new Unit(County, null, "示范县", "示范县", UnitKind.Area) { TimeZone = "Asia/Shanghai", Language = Language.ZhHans };
        Assert.Equal(county, await Read(async session => await new UnitStore(session).Find(County, default)));
        Assert.Equal(Class, (await Read(async session => await new UnitStore(session).FindByPath("示范县/第一小学/1班", default)))!.Id);
        Assert.Null(await Read(async session => await new UnitStore(session).FindByPath("示范县/第一小学/2班", default)));
        Assert.Equal(School, (await Read(async session => await new UnitStore(session).First(UnitKind.School, default)))!.Id);
        Assert.Null(await Read(async session => await new UnitStore(session).First(UnitKind.Grade, default)));
        Assert.Equal(School, (await Read(async session => await new UnitStore(session).SchoolOf(Class, default)))!.Id);
        Assert.Null(await Read(async session => await new UnitStore(session).SchoolOf(County, default)));

        Assert.Equal([County, School, Class], Ids(await Read(session => new UnitStore(session).All(default))));
        Assert.Equal([School], Ids(await Read(session => new UnitStore(session).Children(County, default))));
        Assert.Equal([Class, School, County], Ids(await Read(session => new UnitStore(session).Lineage(Class, default))));
        Assert.Equal([School, Class], Ids(await Read(session => new UnitStore(session).Subtree(School, default))));
    }

    [SkippableFact]
    public async Task A_unit_that_a_roster_adds_stands_below_all_that_is_above_its_parent()
    {
        var grade = await Write(session => new RosterStore(session).AddUnit(School, "三年级", "示范县/第一小学/三年级", UnitKind.Class, default));
        await Write(session => new RosterStore(session).SetUnit(grade, UnitKind.Grade, School, "Asia/Urumqi", Language.En, default));
        var root = await Write(session => new RosterStore(session).AddUnit(null, "邻县", "邻县", UnitKind.Area, default));
        Assert.Equal([grade, School, County], Ids(await Read(session => new UnitStore(session).Lineage(grade, default))));
        Assert.Equal([root], Ids(await Read(session => new UnitStore(session).Lineage(root, default))));

        var units = await Read(session => new RosterStore(session).Units(default));
        var stored = units.Single(unit => unit.Unit.Id == grade);
        Assert.Equal((UnitKind.Grade, "Asia/Urumqi", Language.En), (stored.Unit.Kind, stored.Unit.TimeZone, stored.Unit.Language));
        Assert.Equal((School, false, false), (stored.SchoolId, stored.HasPupils, stored.HasOfficer));
        Assert.True(units.Single(unit => unit.Unit.Id == Class).HasPupils);
    }

    [SkippableFact]
    public async Task A_person_of_a_roster_is_read_back_as_written_and_may_leave_and_return()
    {
        var data = new RosterData(Class, Role.Student, "张三", "3")
        {
            Language = Language.ZhHant,
            Note = "走读",
            BirthDate = new DateOnly(2012, 2, 29),
            Dormitory = "2-301",
        };
        var id = await Write(async session => await new RosterStore(session).Add(data, TestDatabase.Now, default));
        Assert.Equal(new RosterPerson(id, data, true), await Stored());

        await Write(session => new RosterStore(session).Deactivate(id, default));
        Assert.False((await Stored()).Active);
        await Write(async session => await new RosterStore(session).Update(id, data with { Number = "30", Dormitory = null }, TestDatabase.Now, default));
        Assert.Equal(new RosterPerson(id, data with { Number = "30", Dormitory = null }, true), await Stored());

        async Task<RosterPerson> Stored() =>
            (await Read(async session => await new RosterStore(session).People(Class, default))).Single(person => person.Id == id);
    }

    [SkippableFact]
    public async Task A_post_is_given_once_and_taken_away()
    {
        await Post(Role.DutyOfficer);
        await Post(Role.DutyOfficer);
        Assert.Equal([(School, Role.DutyOfficer), (Class, Role.ClassTeacher)], (await Posts()).Order());
        (long, long, Role)[] posts = [(Ming, School, Role.Student), (ClassTeacher, Class, Role.ClassTeacher)];
        await Write(async session => await new RosterStore(session).AddPosts(posts, default));
        await Write(async session => await new RosterStore(session).RemovePost(ClassTeacher, School, Role.DutyOfficer, default));
        Assert.Equal([(Class, Role.ClassTeacher)], await Posts());

        Task Post(Role role) => Write(async session => await new RosterStore(session).AddPost(ClassTeacher, School, role, default));
        async Task<IEnumerable<(long, Role)>> Posts() => (await Read(async session => await new RosterStore(session).Posts(Class, default)))
            .Where(post => post.PersonId == ClassTeacher).Select(post => (post.UnitId, post.Role));
    }

    private static IEnumerable<long> Ids(IEnumerable<Unit> units) => units.Select(unit => unit.Id);
}

public sealed class SqliteUnitStoresTests() : UnitStoresTests(new SqliteDatabase());

public sealed class PostgresUnitStoresTests() : UnitStoresTests(new PostgresDatabase());
