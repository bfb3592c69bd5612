using CheckinBot.Core.Shown;
using CheckinBot.Storage.Traffic;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Traffic;

/// <summary>Messages that grow, on both databases.</summary>
public abstract class GrowingMessageStoreTests(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task A_message_is_found_as_it_was_put_and_a_new_one_of_its_matter_takes_its_place()
    {
        var message = new GrowingMessage
        {
            ChatId = 1010,
            Matter = "guardians/3",
            UnitId = Class,
            Parts = [new GrownPart("31/7", "“妈”绑定成了王小明的家长", "· 王小明：妈")],
            BegunAt = Now,
            GrownAt = Now.AddMinutes(1),
        };
        Assert.Null(await Find());
        await Put(message);
        await Same(message);
        var grown = message with { Parts = [.. message.Parts, new GrownPart("32/8", "a", "b")], Growths = 2, MessageId = 5, BegunAt = Now.AddDays(1) };
        await Put(grown);
        await Same(grown);
    }

    private async Task Same(GrowingMessage expected)
    {
        var found = (await Find())!;
        Assert.Equal(expected.Parts, found.Parts);
        Assert.Equal(expected, found with { Parts = expected.Parts });
    }

    private Task Put(GrowingMessage message) => Write(session => new GrowingMessageStore(session).Put(message, default));

    private Task<GrowingMessage?> Find() => Read(session => new GrowingMessageStore(session).Find(1010, "guardians/3", default));
}

public sealed class SqliteGrowingMessageStoreTests() : GrowingMessageStoreTests(new SqliteDatabase());

public sealed class PostgresGrowingMessageStoreTests() : GrowingMessageStoreTests(new PostgresDatabase());
