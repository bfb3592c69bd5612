using CheckinBot.Storage.Traffic;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Traffic;

/// <summary>Which message shows the open question, on both databases.</summary>
public abstract class ShownQuestionStoreTests(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task The_last_message_that_showed_a_question_is_told_once_to_each_bot()
    {
        await Show(bot: 7, messageId: 5);
        await Show(bot: 7, messageId: 6);
        await Show(bot: 8, messageId: 9);
        Assert.Equal((int?)6, await Settle(bot: 7));
        Assert.Null(await Settle(bot: 7));
        Assert.Equal((int?)9, await Settle(bot: 8));
    }

    [SkippableFact]
    public async Task A_question_of_long_ago_is_forgotten()
    {
        await Show(bot: 7, messageId: 5);
        Assert.Equal(0, await Write(session => new ShownQuestionStore(session).DeleteBefore(Now, default)));
        Assert.Equal(1, await Write(session => new ShownQuestionStore(session).DeleteBefore(Now.AddSeconds(1), default)));
        Assert.Null(await Settle(bot: 7));
    }

    private Task Show(long bot, int messageId) => Write(session => new ShownQuestionStore(session).Show(bot, 1001, messageId, Now, default).AsTask());

    private Task<int?> Settle(long bot) => Write(session => new ShownQuestionStore(session).Settle(bot, 1001, default).AsTask());
}

public sealed class SqliteShownQuestionStoreTests() : ShownQuestionStoreTests(new SqliteDatabase());

public sealed class PostgresShownQuestionStoreTests() : ShownQuestionStoreTests(new PostgresDatabase());
