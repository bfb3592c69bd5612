using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Users;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Privacy;

/// <summary>What is held about a user and their own people, with every revision, and nothing of others.</summary>
public abstract class OwnDataStoreTests(TestDatabase database) : StoreContract(database)
{
    private const long Mother = 7;

    [SkippableFact]
    public async Task A_user_sees_every_revision_of_their_own_people_and_since_when_they_are_known()
    {
        await Write(async session =>
        {
            await new AccountStore(session).Add(Mother, Now, default);
            await new LinkStore(session).Add(Mother, Ming, LinkKind.Guardian, "妈妈", "", Now, default);
            await new AskedStore(session).Note(Mother, Now.AddHours(1), default);
        });
        await Tell(Ming, 386);
        await Tell(Ming, 365);
        await Tell(Hua, 364);

        Assert.Equal([(1, 386), (2, 365)], (await Read(session => new OwnDataStore(session).Revisions(Mother, default)))
            .Select(one => (one.Revision, one.Answer.TemperatureTenths!.Value)));
        var known = await Read(session => new OwnDataStore(session).Known(Mother, default));
        Assert.Equal((Now, Now.AddHours(1)), (known!.FirstSeenAt, known.AskedAt));
        Assert.Equal("妈妈", await Read(session => new OwnDataStore(session).DisplayName(Mother, default)));
    }

    [SkippableFact]
    public async Task Of_a_stranger_nothing_is_held()
    {
        await Tell(Ming, 365);
        Assert.Empty(await Read(session => new OwnDataStore(session).Revisions(8, default)));
        Assert.Null(await Read(session => new OwnDataStore(session).Known(8, default)));
        Assert.Null(await Read(session => new OwnDataStore(session).DisplayName(8, default)));
    }

    private Task Tell(long person, int tenths) => Write(session => new CheckInStore(session).Append(
        new CheckInDraft(person, Class, Today, CheckInWindow.Morning, new CheckInAnswer { TemperatureTenths = tenths }, CheckInSource.Private, 9, Now),
        default).AsTask());
}

public sealed class SqliteOwnDataStoreTests() : OwnDataStoreTests(new SqliteDatabase());

public sealed class PostgresOwnDataStoreTests() : OwnDataStoreTests(new PostgresDatabase());
