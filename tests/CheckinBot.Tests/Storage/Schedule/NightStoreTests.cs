using CheckinBot.Storage.Schedule;

namespace CheckinBot.Tests.Storage.Schedule;

/// <summary>What of the night's work is done on which day.</summary>
public abstract class NightStoreTests(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task A_piece_of_the_night_s_work_is_noted_once_a_day()
    {
        await Write(session => new NightStore(session).Add(TestDatabase.Today, "purge", TestDatabase.Now, default));
        await Write(session => new NightStore(session).Add(TestDatabase.Today, "purge", TestDatabase.Now.AddHours(1), default));
        await Write(session => new NightStore(session).Add(TestDatabase.Today, "backup", TestDatabase.Now, default));

        Assert.Equal(["backup", "purge"], (await Read(session => new NightStore(session).Done(TestDatabase.Today, default))).Order(StringComparer.Ordinal));
        Assert.Empty(await Read(session => new NightStore(session).Done(TestDatabase.Today.AddDays(1), default)));
    }
}

public sealed class SqliteNightStoreTests() : NightStoreTests(new SqliteDatabase());

public sealed class PostgresNightStoreTests() : NightStoreTests(new PostgresDatabase());
