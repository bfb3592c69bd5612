using CheckinBot.Core.Conversations;
using CheckinBot.Storage;

namespace CheckinBot.Tests.Storage;

/// <summary>Inbox, outbox, conversations and runs: what must happen once, and what must not be lost.</summary>
public abstract class QueueStoreTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly ConversationKey Key = new(1, 7, 0, 7);

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [SkippableFact]
    public async Task An_update_that_is_delivered_twice_is_new_once()
    {
        Assert.True(await database.Write(session => new InboxStore(session).Add(1, 5, TestDatabase.Now, default).AsTask()));
        Assert.False(await database.Write(session => new InboxStore(session).Add(1, 5, TestDatabase.Now, default).AsTask()));
        Assert.True(await database.Write(session => new InboxStore(session).Add(2, 5, TestDatabase.Now, default).AsTask()));
    }

    [SkippableFact]
    public async Task A_conversation_that_somebody_else_has_changed_is_not_overwritten()
    {
        var read = await Load();
        await Save(read with { Epoch = 5 });
        await Assert.ThrowsAsync<ConcurrentChangeException>(() => Save(read with { Epoch = 9 }));

        var now = await Load();
        Assert.Equal((5, 1), (now.Epoch, now.Version));
        await Save(now with { ExpiresAt = TestDatabase.Now });
        Assert.Equal(Key, Assert.Single(await database.Read(session => new ConversationStore(session).Expired(TestDatabase.Now, 10, default))).Key);
    }

    [SkippableFact]
    public async Task What_is_unsent_is_there_after_a_restart_in_its_order_and_what_was_sent_is_not()
    {
        var first = await Add("first", null);
        var second = await Add("second", null);
        await Add("third", null);
        await database.Write(session => new OutboxStore(session).MarkSent(second!.Value, TestDatabase.Now, default).AsTask());

        var unsent = await database.Read(session => new OutboxStore(session).Unsent(default));
        Assert.Equal(["first", "third"], unsent.Select(row => row.Call));
        Assert.Equal(first, unsent[0].Id);
    }

    [SkippableFact]
    public async Task A_call_with_a_key_is_made_once_even_after_it_was_sent()
    {
        var id = await Add("alert", "key");
        Assert.Null(await Add("alert", "key"));
        await database.Write(session => new OutboxStore(session).MarkSent(id!.Value, TestDatabase.Now, default).AsTask());
        Assert.Null(await Add("alert", "key"));
        Assert.Empty(await database.Read(session => new OutboxStore(session).Unsent(default)));
    }

    [SkippableFact]
    public async Task A_run_is_claimed_once_a_unit_day_slot_and_kind()
    {
        Assert.True(await Claim("remind"));
        Assert.False(await Claim("remind"));
        Assert.True(await Claim("digest"));
    }

    [SkippableFact]
    public async Task A_reading_session_cannot_write()
    {
        await using var session = await database.Database.OpenRead(default);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => new BotStore(session).Save(1, "name", default));
    }

    private Task<Conversation> Load() => database.Read(session => new ConversationStore(session).Load(Key, default).AsTask());

    private Task Save(Conversation conversation) =>
        database.Write(session => new ConversationStore(session).Save(conversation, TestDatabase.Now, default).AsTask());

    private Task<long?> Add(string call, string? key) => database.Write(session => new OutboxStore(session).Add(
        new OutboxRow { BotId = 1, ChatId = 7, Lane = "answers", Call = call, DedupeKey = key, CreatedAt = TestDatabase.Now, DueAt = TestDatabase.Now }, default).AsTask());

    private Task<bool> Claim(string kind) => database.Write(session =>
        new JobRunStore(session).Claim(TestDatabase.Class, TestDatabase.Today, "morning", kind, TestDatabase.Now, default).AsTask());
}

public sealed class SqliteQueueStoreTests() : QueueStoreTests(new SqliteDatabase());

public sealed class PostgresQueueStoreTests() : QueueStoreTests(new PostgresDatabase());
