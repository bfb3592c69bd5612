using CheckinBot.Storage.Schedule;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Schedule;

/// <summary>What the schedule does once, however often it is started.</summary>
public abstract class JobRunStoreTests(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task A_run_is_claimed_once_a_unit_day_slot_and_kind()
    {
        Assert.Equal([Class], await Claim("remind", Class));
        Assert.Empty(await Claim("remind", Class));
        Assert.Equal([School, Class], await Claim("digest", School, Class));
        Assert.Equal([School], await Claim("remind", Class, School));
        Assert.Equal([School, Class], await Read(session => new JobRunStore(session).Done(Today, "morning", "remind", default)));
        Assert.Empty(await Read(session => new JobRunStore(session).Done(Today, "noon", "remind", default)));
        Assert.Equal([School, Class], await Read(session => new JobRunStore(session).UnitsOf(Today, default)));
    }

    private Task<IReadOnlyList<long>> Claim(string kind, params long[] units) => Write(session =>
        new JobRunStore(session).Claim(units, Today, "morning", kind, Now, default).AsTask());
}

public sealed class SqliteJobRunStoreTests() : JobRunStoreTests(new SqliteDatabase());

public sealed class PostgresJobRunStoreTests() : JobRunStoreTests(new PostgresDatabase());
