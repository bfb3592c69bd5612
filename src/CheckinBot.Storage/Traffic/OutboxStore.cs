using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Traffic;

/// <summary>A call to the Bot API that is to be made.</summary>
public sealed record OutboxRow
{
    /// <summary>Rising in the order in which calls were added; 0 until stored.</summary>
    public long Id { get; init; }

    /// <summary>The bot that makes the call.</summary>
    public long BotId { get; init; }

    /// <summary>The chat that it goes to.</summary>
    public long ChatId { get; init; }

    /// <summary>Its priority: answers before alerts, reminders, digests, announcements.</summary>
    public string Lane { get; init; } = "";

    /// <summary>The call as JSON.</summary>
    public string Call { get; init; } = "";

    /// <summary>What to do with the id of the message that is sent; null for nothing.</summary>
    public string? Track { get; init; }

    /// <summary>A second call of the same key is not made, even after the first was sent; null where it may be.</summary>
    public string? DedupeKey { get; init; }

    /// <summary>When it was added.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before this instant.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Tries that failed.</summary>
    public int Attempts { get; init; }

    /// <summary>The worker that makes it; null where the next one is to take it up that looks.</summary>
    public string? ClaimedBy { get; init; }
}

/// <summary>The only way out: a call is added in the transaction that causes it, and made after the commit, at least once.</summary>
public sealed class OutboxStore(DbSession session)
{
    private const string Columns = "id, bot_id, chat_id, lane, call, track, dedupe_key, created_at, due_at, attempts, claimed_by";

    private static readonly HotStatement Insert = new("""
        insert into outbox (bot_id, chat_id, lane, call, track, dedupe_key, created_at, due_at, claimed_by)
        values (@botId, @chatId, @lane, @call, @track, @dedupeKey, @createdAt, @dueAt, @claimedBy)
        on conflict do nothing
        returning id
        """);

    private static readonly HotStatement Delete = new("delete from outbox where id = @id and dedupe_key is null");

    /// <summary>Adds a call and returns its id; null where one of the same dedupe key was added before.</summary>
    public async ValueTask<long?> Add(OutboxRow row, CancellationToken cancellationToken)
    {
        var ids = await session.Query(Insert, reader => reader.GetInt64(0), cancellationToken, Values(row));
        return ids.Count == 1 ? ids[0] : null;
    }

    /// <summary>Adds calls without a dedupe key and returns their ids, on PostgreSQL in one trip.</summary>
    public async ValueTask<IReadOnlyList<long>> AddAll(IEnumerable<OutboxRow> rows, CancellationToken cancellationToken) =>
        await session.QueryEach(Insert, reader => reader.GetInt64(0), [.. rows.Select(Values)], cancellationToken);

    /// <summary>All calls that have not been made, oldest first.</summary>
    public async Task<IReadOnlyList<OutboxRow>> Unsent(CancellationToken cancellationToken)
    {
        const string Sql = $"select {Columns} from outbox where sent_at is null order by id";
        return [.. await session.Query<OutboxRow>(Sql, null, cancellationToken)];
    }

    /// <summary>The calls that a worker has yet to make, oldest first.</summary>
    public async Task<IReadOnlyList<OutboxRow>> Claimed(string workerId, CancellationToken cancellationToken)
    {
        const string Sql = $"select {Columns} from outbox where sent_at is null and claimed_by = @workerId order by id";
        return [.. await session.Query<OutboxRow>(Sql, new { workerId }, cancellationToken)];
    }

    /// <summary>A worker takes over the calls of a bot that nobody who lives is to make, and gets them, oldest first.</summary>
    public async Task<IReadOnlyList<OutboxRow>> TakeOver(string workerId, long botId, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            update outbox set claimed_by = @workerId
            where sent_at is null and bot_id = @botId
              and (claimed_by is null or {WorkerStore.IsLeft})
            returning {Columns}
            """;
        return [.. (await session.Query<OutboxRow>(Sql, new { workerId, botId }, cancellationToken)).OrderBy(row => row.Id)];
    }

    /// <summary>A call was made: its row goes, or stays as a mark where a dedupe key guards against a second one.</summary>
    public async ValueTask MarkSent(long id, DateTimeOffset sentAt, CancellationToken cancellationToken)
    {
        const string Keep = "update outbox set sent_at = @sentAt, call = '' where id = @id";
        if (await session.Execute(Delete, cancellationToken, id) == 0) await session.Execute(Keep, new { id, sentAt }, cancellationToken);
    }

    /// <summary>A try failed, and the next is due later.</summary>
    public Task Postpone(long id, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        const string Sql = "update outbox set attempts = attempts + 1, due_at = @dueAt where id = @id";
        return session.Execute(Sql, new { id, dueAt }, cancellationToken);
    }

    /// <summary>The call can never be made (the bot is blocked, the chat is gone): kept with its error, and not tried again.</summary>
    public Task GiveUp(long id, string error, DateTimeOffset at, CancellationToken cancellationToken)
    {
        const string Sql = "update outbox set attempts = attempts + 1, error = @error, sent_at = @at, call = '' where id = @id";
        return session.Execute(Sql, new { id, error, at }, cancellationToken);
    }

    /// <summary>How many calls were given up for a reason.</summary>
    public Task<long> GivenUp(string error, CancellationToken cancellationToken)
    {
        const string Sql = "select count(*) from outbox where error = @error";
        return session.QuerySingle<long>(Sql, new { error }, cancellationToken);
    }

    /// <summary>A group became a supergroup: what was meant for it goes to the new chat.</summary>
    public Task FollowMigration(long fromChatId, long toChatId, CancellationToken cancellationToken)
    {
        const string Sql = "update outbox set chat_id = @toChatId where chat_id = @fromChatId and sent_at is null";
        return session.Execute(Sql, new { fromChatId, toChatId }, cancellationToken);
    }

    /// <summary>Forgets calls made or given up before an instant.</summary>
    public Task<int> DeleteBefore(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        const string Sql = "delete from outbox where sent_at < @instant";
        return session.Execute(Sql, new { instant }, cancellationToken);
    }

    private static object?[] Values(OutboxRow row) =>
        [row.BotId, row.ChatId, row.Lane, row.Call, row.Track, row.DedupeKey, row.CreatedAt, row.DueAt, row.ClaimedBy];
}
