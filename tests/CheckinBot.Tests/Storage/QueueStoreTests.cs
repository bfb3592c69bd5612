using CheckinBot.Core.Conversations;
using CheckinBot.Storage;

namespace CheckinBot.Tests.Storage;

/// <summary>Inbox, outbox, conversations and runs: what must happen once, and what must not be lost.</summary>
public abstract class QueueStoreTests(TestDatabase database) : StoreContract(database)
{
    private static readonly ConversationKey Key = new(1, 7, 0, 7);

    [SkippableFact]
    public async Task An_update_that_is_delivered_twice_is_new_once()
    {
        Assert.True(await Write(session => new InboxStore(session).Add(1, 5, TestDatabase.Now, default).AsTask()));
        Assert.False(await Write(session => new InboxStore(session).Add(1, 5, TestDatabase.Now, default).AsTask()));
        Assert.True(await Write(session => new InboxStore(session).Add(2, 5, TestDatabase.Now, default).AsTask()));
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
        Assert.Equal(Key, Assert.Single(await Read(session => new ConversationStore(session).Expired(TestDatabase.Now, 10, default))).Key);
    }

    [SkippableFact]
    public async Task What_is_unsent_is_there_after_a_restart_in_its_order_and_what_was_sent_is_not()
    {
        var first = await Add("first", null);
        var second = await Add("second", null);
        await Add("third", null);
        await Write(session => new OutboxStore(session).MarkSent(second!.Value, TestDatabase.Now, default).AsTask());

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
        await Write(session => new OutboxStore(session).MarkSent(id!.Value, TestDatabase.Now, default).AsTask());
        Assert.Null(await Add("alert", "key"));
        Assert.Empty(await Read(session => new OutboxStore(session).Unsent(default)));
    }

    [SkippableFact]
    public async Task A_call_that_failed_is_due_later_and_one_that_can_never_be_made_is_kept_with_its_error()
    {
        var (later, never) = (await Add("later", null), await Add("never", null));
        await Write(session => new OutboxStore(session).Postpone(later!.Value, TestDatabase.Now.AddMinutes(1), default));
        await Write(session => new OutboxStore(session).GiveUp(never!.Value, "blocked", TestDatabase.Now, default));
        var unsent = Assert.Single(await Read(session => new OutboxStore(session).Unsent(default)));
        Assert.Equal(("later", 1, TestDatabase.Now.AddMinutes(1)), (unsent.Call, unsent.Attempts, unsent.DueAt));
        Assert.Equal(("blocked", ""), await Read(session => session.QuerySingle<(string, string)>("select error, call from outbox where sent_at is not null", null, default)));
    }

    [SkippableFact]
    public async Task An_update_that_cannot_be_dealt_with_keeps_the_kind_of_its_fault()
    {
        await Write(async session => await new InboxStore(session).Add(1, 5, TestDatabase.Now, default));
        await Write(session => new InboxStore(session).AddPoisoned(1, 5, TestDatabase.Now, "FormatException", default));
        await Write(session => new InboxStore(session).AddPoisoned(1, 6, TestDatabase.Now, "FormatException", default));
        Assert.Equal(2, await Read(session => session.QuerySingle<int>("select count(*) from inbox where error = 'FormatException'", null, default)));
        Assert.False(await Write(async session => await new InboxStore(session).Add(1, 6, TestDatabase.Now, default)));
    }

    [SkippableFact]
    public async Task A_run_is_claimed_once_a_unit_day_slot_and_kind()
    {
        Assert.Equal([TestDatabase.Class], await Claim("remind", TestDatabase.Class));
        Assert.Empty(await Claim("remind", TestDatabase.Class));
        Assert.Equal([TestDatabase.School, TestDatabase.Class], await Claim("digest", TestDatabase.School, TestDatabase.Class));
        Assert.Equal([TestDatabase.School], await Claim("remind", TestDatabase.Class, TestDatabase.School));
        Assert.Equal([TestDatabase.School, TestDatabase.Class], await Read(session => new JobRunStore(session).Done(TestDatabase.Today, "morning", "remind", default)));
        Assert.Empty(await Read(session => new JobRunStore(session).Done(TestDatabase.Today, "noon", "remind", default)));
        Assert.Equal([TestDatabase.School, TestDatabase.Class], await Read(session => new JobRunStore(session).UnitsOf(TestDatabase.Today, default)));
    }

    [SkippableFact]
    public async Task A_piece_of_the_night_s_work_is_noted_once_a_day()
    {
        await Write(session => new NightStore(session).Add(TestDatabase.Today, "purge", TestDatabase.Now, default));
        await Write(session => new NightStore(session).Add(TestDatabase.Today, "purge", TestDatabase.Now.AddHours(1), default));
        await Write(session => new NightStore(session).Add(TestDatabase.Today, "backup", TestDatabase.Now, default));

        Assert.Equal(["backup", "purge"], (await Read(session => new NightStore(session).Done(TestDatabase.Today, default))).Order(StringComparer.Ordinal));
        Assert.Empty(await Read(session => new NightStore(session).Done(TestDatabase.Today.AddDays(1), default)));
    }

    [SkippableFact]
    public async Task A_reading_session_cannot_write()
    {
        await using var session = await Database.OpenRead(default);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => new BotStore(session).Save(1, "name", default));
    }

    private Task<Conversation> Load() => Read(session => new ConversationStore(session).Load(Key, default).AsTask());

    private Task Save(Conversation conversation) =>
        Write(session => new ConversationStore(session).Save(conversation, TestDatabase.Now, default).AsTask());

    private Task<long?> Add(string call, string? key) => Write(session => new OutboxStore(session).Add(Row(call, key), default).AsTask());

    private static OutboxRow Row(string call, string? key) =>
        new() { BotId = 1, ChatId = 7, Lane = "answers", Call = call, DedupeKey = key, CreatedAt = TestDatabase.Now, DueAt = TestDatabase.Now };

    private Task<IReadOnlyList<long>> Claim(string kind, params long[] units) => Write(session =>
        new JobRunStore(session).Claim(units, TestDatabase.Today, "morning", kind, TestDatabase.Now, default).AsTask());
}

public sealed class SqliteQueueStoreTests() : QueueStoreTests(new SqliteDatabase());

public sealed class PostgresQueueStoreTests() : QueueStoreTests(new PostgresDatabase());
