using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Users;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Privacy;

/// <summary>Who looked at whose health is kept, found by unit and by person, and goes with the data.</summary>
public abstract class LookStoreTests(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task A_look_says_who_whom_when_why_and_by_what_means()
    {
        await Log([Ming], Looker.User(7, ClassTeacher), LookReason.Cases, LookVia.Chat, Now);
        await Log([Hua], Looker.Operator("root"), LookReason.Export, LookVia.CommandLine, Now.AddHours(1));

        var looks = await Under(County);
        Assert.Equal(
            ["root ? 李华 2 示范县/第一小学/1班 Export CommandLine 01:00", "? 陈老师 王小明 1 示范县/第一小学/1班 Cases Chat 00:00"],
            looks.Select(look =>
                $"{look.ByOperator ?? "?"} {look.ByName ?? "?"} {look.Name} {look.Number} {look.UnitPath} {look.Reason} {look.Via} {look.LookedAt:HH:mm}"));
        Assert.Equal(7, looks[1].ByUserId);
        Assert.Single(await Read(session => new LookStore(session).Of(Ming, Now, default)));
    }

    [SkippableFact]
    public async Task A_list_that_names_somebody_twice_is_one_look()
    {
        await Log([Ming, Ming], Looker.User(7, null), LookReason.Form, LookVia.Form, Now);
        Assert.Single(await Under(School));
    }

    [SkippableFact]
    public async Task A_look_stays_with_the_unit_in_which_the_person_was()
    {
        await Log([Ming], Looker.User(7, null), LookReason.Cases, LookVia.Chat, Now);
        await Write(session => session.Execute("update person set unit_id = 1 where id = 31", null, default));
        Assert.Equal("示范县/第一小学/1班", Assert.Single(await Under(School)).UnitPath);
    }

    [SkippableFact]
    public async Task A_file_that_is_made_again_after_a_failed_call_is_one_look_and_names_only_who_is_new_in_it()
    {
        await Order([Ming], Now);
        await Order([Ming, Hua], Now);
        Assert.Equal([Ming, Hua], (await Under(County)).Select(look => look.PersonId).Order());
        await Order([Ming], Now.AddMinutes(1));
        Assert.Equal(3, (await Under(County)).Count);
    }

    [SkippableFact]
    public async Task Old_looks_go_with_the_retention_time()
    {
        await Log([Ming], Looker.User(7, null), LookReason.Cases, LookVia.Chat, Now.AddDays(-91));
        await Log([Hua], Looker.User(7, null), LookReason.Cases, LookVia.Chat, Now);
        await Write(session => new PurgeStore(session).DeleteTraces([PurgeLimits.At(Now, 90)], default));
        Assert.Equal(Hua, Assert.Single(await Under(County)).PersonId);
    }

    private Task Log(long[] personIds, Looker by, LookReason reason, LookVia via, DateTimeOffset at) =>
        Write(async session => await new LookStore(session).Add(personIds, by, reason, via, at, default));

    private Task Order(long[] personIds, DateTimeOffset at) => Write(async session =>
        await new LookStore(session).AddOnce(personIds, Looker.User(7, ClassTeacher), LookReason.Form, LookVia.Form, at, default));

    private Task<IReadOnlyList<LookEntry>> Under(long unitId) =>
        Read(session => new LookStore(session).Under(unitId, Now.AddDays(-100), Now.AddDays(1), 100, default));
}

public sealed class SqliteLookStoreTests() : LookStoreTests(new SqliteDatabase());

public sealed class PostgresLookStoreTests() : LookStoreTests(new PostgresDatabase());
