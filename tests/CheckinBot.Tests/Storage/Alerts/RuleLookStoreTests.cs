using CheckinBot.Storage.Alerts;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Alerts;

/// <summary>Looks that wait until what was told has settled, on both databases.</summary>
public abstract class RuleLookStoreTests(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task A_further_change_neither_puts_a_look_off_nor_forgets_that_silence_is_looked_for()
    {
        await Add(new RuleLook(Class, Today, WithSilence: false, Now.AddMinutes(1)));
        await Add(new RuleLook(Class, Today, WithSilence: true, Now.AddMinutes(2)));
        await Add(new RuleLook(Class, Today, WithSilence: false, Now.AddMinutes(3)));
        Assert.Equal([new RuleLook(Class, Today, WithSilence: true, Now.AddMinutes(1))], await All());
    }

    [SkippableFact]
    public async Task The_first_due_comes_first_and_a_look_is_taken_once()
    {
        var later = new RuleLook(Class, Today, WithSilence: false, Now.AddMinutes(2));
        var first = new RuleLook(School, Today, WithSilence: true, Now);
        await Add(later);
        await Add(first);
        Assert.Equal([first, later], await All());
        Assert.True(await Write(session => new RuleLookStore(session).Take(first, default)));
        Assert.False(await Write(session => new RuleLookStore(session).Take(first, default)));
        Assert.Equal([later], await All());
    }

    private Task Add(RuleLook look) => Write(session => new RuleLookStore(session).Add(look, default));

    private Task<IReadOnlyList<RuleLook>> All() => Read(session => new RuleLookStore(session).All(default));
}

public sealed class SqliteRuleLookStoreTests() : RuleLookStoreTests(new SqliteDatabase());

public sealed class PostgresRuleLookStoreTests() : RuleLookStoreTests(new PostgresDatabase());
