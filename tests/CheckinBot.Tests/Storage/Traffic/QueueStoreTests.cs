using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Traffic;

/// <summary>Inbox, outbox, conversations and runs: what must happen once, and what must not be lost.</summary>
public abstract class QueueStoreTests(TestDatabase database) : StoreContract(database)
{
    private static readonly ConversationKey Key = new(1, 7, 0, 7);

    [SkippableFact]
    public async Task An_update_that_is_delivered_twice_is_new_once_and_one_of_a_number_that_was_used_before_is_new()
    {
        Assert.True(await Add(bot: 1, update: 5, content: 10));
        Assert.False(await Add(bot: 1, update: 5, content: 10));
        Assert.True(await Add(bot: 2, update: 5, content: 10));
        Assert.True(await Add(bot: 1, update: 5, content: 11));

        Task<bool> Add(long bot, long update, long content) => Write(session => new InboxStore(session).Add(bot, update, content, Now, default).AsTask());
    }

    [SkippableFact]
    public async Task A_conversation_that_somebody_else_has_changed_is_not_overwritten()
    {
        var read = await Load();
        await Save(read with { Epoch = 5 });
        await Assert.ThrowsAsync<ConcurrentChangeException>(() => Save(read with { Epoch = 9 }));

        var now = await Load();
        Assert.Equal((5, 1), (now.Epoch, now.Version));
        await Save(now with { ExpiresAt = Now });
        Assert.Equal(Key, Assert.Single(await Read(session => new ConversationStore(session).Expired(Now, 10, default))).Key);
    }

    [SkippableFact]
    public async Task What_is_unsent_is_there_after_a_restart_in_its_order_and_what_was_sent_is_not()
    {
        var first = await Add("first", null);
        var second = await Add("second", null);
        await Add("third", null);
        await Write(session => new OutboxStore(session).MarkSent(second!.Value, Now, default).AsTask());

        var unsent = await Read(session => new OutboxStore(session).Unsent(default));
        Assert.Equal(["first", "third"], unsent.Select(row => row.Call));
        Assert.Equal(first, unsent[0].Id);
    }

    [SkippableFact]
    public async Task Calls_added_together_have_ids_in_their_order()
    {
        var first = await Add("first", null);
        var together = await Write(session => new OutboxStore(session).AddAll([Row("second", null), Row("third", null)], default).AsTask());

        var unsent = await Read(session => new OutboxStore(session).Unsent(default));
        Assert.Equal(["first", "second", "third"], unsent.Select(row => row.Call));
        Assert.Equal([first!.Value, .. together], unsent.Select(row => row.Id));
    }

    [SkippableFact]
    public async Task A_call_with_a_key_is_made_once_even_after_it_was_sent()
    {
        var id = await Add("alert", "key");
        Assert.Null(await Add("alert", "key"));
        await Write(session => new OutboxStore(session).MarkSent(id!.Value, Now, default).AsTask());
        Assert.Null(await Add("alert", "key"));
        Assert.Empty(await Read(session => new OutboxStore(session).Unsent(default)));
    }

    [SkippableFact]
    public async Task A_call_that_failed_is_due_later_and_one_that_can_never_be_made_is_kept_with_its_error()
    {
        var (later, never) = (await Add("later", null), await Add("never", null));
        await Write(session => new OutboxStore(session).Postpone(later!.Value, Now.AddMinutes(1), default));
        await Write(session => new OutboxStore(session).GiveUp(never!.Value, "blocked", Now, default));
        var unsent = Assert.Single(await Read(session => new OutboxStore(session).Unsent(default)));
        Assert.Equal(("later", 1, Now.AddMinutes(1)), (unsent.Call, unsent.Attempts, unsent.DueAt));
        Assert.Equal(
            ("blocked", ""),
            await Read(session => session.QuerySingle<(string, string)>("select error, call from outbox where sent_at is not null", null, default)));
    }

    [SkippableFact]
    public async Task An_update_that_cannot_be_dealt_with_keeps_its_JSON_and_its_fault_until_it_is_taken_back()
    {
        // Telegram escapes what a text column of PostgreSQL does not take; numbers may pass 31 bits.
        const string Json = """{"update_id":5000000000,"text":"体温\u0000"}""";
        var update = new SetAsideUpdate(1, 5_000_000_000, Now, "FormatException", "$.message", Json);
        Assert.True(await Write(session => new InboxStore(session).SetAside(update, 7, default)));
        Assert.False(await Write(session => new InboxStore(session).SetAside(update, 7, default)));
        Assert.False(await Write(session => new InboxStore(session).Add(1, 5_000_000_000, 7, Now, default).AsTask()));
        Assert.Equal(update, Assert.Single(await Read(session => new InboxStore(session).AllSetAside(null, default))));
        Assert.Empty(await Read(session => new InboxStore(session).AllSetAside(5, default)));

        Assert.True(await Write(session => new InboxStore(session).TakeBack(update, default)));
        Assert.False(await Write(session => new InboxStore(session).TakeBack(update, default)));
        Assert.Empty(await Read(session => new InboxStore(session).AllSetAside(null, default)));
        Assert.False(await Write(session => new InboxStore(session).Add(1, 5_000_000_000, 7, Now, default).AsTask()));
    }

    [SkippableFact]
    public async Task A_bot_is_known_by_its_last_name_and_any_bot_will_do_where_none_is_asked_for()
    {
        Assert.Null(await Name(null));
        await Write(session => new BotStore(session).Save(2, "second_bot", default));
        await Write(session => new BotStore(session).Save(1, "old_bot", default));
        await Write(session => new BotStore(session).Save(1, "first_bot", default));
        Assert.Equal(("first_bot", "second_bot", null), (await Name(null), await Name(2), await Name(3)));

        Task<string?> Name(long? bot) => Read(session => new BotStore(session).UserName(bot, default));
    }

    [SkippableFact]
    public async Task A_reading_session_cannot_write()
    {
        await using var session = await Database.OpenRead(default);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => new BotStore(session).Save(1, "name", default));
    }

    private Task<Conversation> Load() => Read(session => new ConversationStore(session).Load(Key, default).AsTask());

    private Task Save(Conversation conversation) =>
        Write(session => new ConversationStore(session).Save(conversation, Now, default).AsTask());

    private Task<long?> Add(string call, string? key) => Write(session => new OutboxStore(session).Add(Row(call, key), default).AsTask());

    private static OutboxRow Row(string call, string? key) =>
        new() { BotId = 1, ChatId = 7, Lane = "answers", Call = call, DedupeKey = key, CreatedAt = Now, DueAt = Now };
}

public sealed class SqliteQueueStoreTests() : QueueStoreTests(new SqliteDatabase());

public sealed class PostgresQueueStoreTests() : QueueStoreTests(new PostgresDatabase());
