using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Claims;
using CheckinBot.Storage.Users;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Users;

/// <summary>Who asked for help, on both databases.</summary>
public abstract class HelpRequestStoreTests(TestDatabase database) : StoreContract(database)
{
    private const long Mother = 7001, Counsellor = 7002, Colleague = 7003;

    [SkippableFact]
    public async Task Whoever_asks_again_is_one_request_until_somebody_has_talked_with_them()
    {
        await Run($"""
            insert into link (user_id, person_id, kind, display_name, linked_at) values ({Mother}, {Ming}, 'guardian', '妈', '2026-01-01T00:00:00.000Z')
            """);
        await Ask(DistressKind.SelfHarm, minutes: 0);
        await Ask(DistressKind.Violence, minutes: 5);
        var request = Assert.Single(await Open());
        Assert.Equal((DistressKind.Violence, "晴天", Class, null), (request.Kind, request.Writer, request.Unit.Id, request.TakenBy));
        Assert.Equal((Now.AddMinutes(5), "王小明"), (request.AskedAt, string.Join('、', request.Children)));

        Assert.True(await Write(session => new HelpRequestStore(session).Take(request.Id, Counsellor, "心老师", default)));
        Assert.False(await Write(session => new HelpRequestStore(session).Take(request.Id, Colleague, "同事", default)));
        Assert.Equal(Counsellor, Assert.Single(await Open()).TakenBy);
        Assert.False(await Write(session => new HelpRequestStore(session).Close(request.Id, Colleague, Now, default)));
        Assert.True(await Write(session => new HelpRequestStore(session).Close(request.Id, Counsellor, Now, default)));
        Assert.Empty(await Open());

        await Ask(DistressKind.SelfHarm, minutes: 60);
        Assert.NotEqual(request.Id, Assert.Single(await Open()).Id);
    }

    private Task Ask(DistressKind kind, int minutes) =>
        Write(session => new HelpRequestStore(session).Ask(Mother, Class, kind, "晴天", Now.AddMinutes(minutes), default));

    private Task<IReadOnlyList<HelpRequest>> Open() => Read(session => new HelpRequestStore(session).Open(School, default));
}

public sealed class SqliteHelpRequestStoreTests() : HelpRequestStoreTests(new SqliteDatabase());

public sealed class PostgresHelpRequestStoreTests() : HelpRequestStoreTests(new PostgresDatabase());
