using CheckinBot.Core.Conversations;

namespace CheckinBot.Storage;

/// <summary>Where conversations stand, one row each.</summary>
public sealed class ConversationStore(DbSession session)
{
    private const string Columns = "bot_id, chat_id, thread_id, user_id, epoch, version, state, expires_at";

    /// <summary>The conversation; a new one where none was ever stored.</summary>
    public async ValueTask<Conversation> Load(ConversationKey key, CancellationToken cancellation)
    {
        const string Sql = $"""
            select {Columns} from conversation
            where bot_id = @BotId and chat_id = @ChatId and thread_id = @ThreadId and user_id = @UserId
            """;
        return (await session.QuerySingleOrDefault<Row>(Sql, new Key(key), cancellation))?.ToConversation() ?? Conversation.New(key);
    }

    /// <summary>Stores the conversation, which was read at its <see cref="Conversation.Version"/>, and raises the version by one.</summary>
    /// <exception cref="ConcurrentChangeException">Somebody else has stored it since it was read.</exception>
    public async ValueTask Save(Conversation conversation, DateTimeOffset now, CancellationToken cancellation)
    {
        const string Sql = """
            insert into conversation (bot_id, chat_id, thread_id, user_id, epoch, version, state, expires_at, updated_at)
            values (@BotId, @ChatId, @ThreadId, @UserId, @Epoch, @Version + 1, @State, @ExpiresAt, @UpdatedAt)
            on conflict (bot_id, chat_id, thread_id, user_id) do update
            set epoch = excluded.epoch, version = excluded.version, state = excluded.state,
                expires_at = excluded.expires_at, updated_at = excluded.updated_at
            where conversation.version = @Version
            """;
        if (await session.Execute(Sql, Row.From(conversation, now), cancellation) == 1) return;
        throw new ConcurrentChangeException("The conversation was changed since it was read.");
    }

    /// <summary>Conversations whose question has lapsed, the oldest first.</summary>
    public async Task<IReadOnlyList<Conversation>> Expired(DateTimeOffset now, int limit, CancellationToken cancellation)
    {
        const string Sql = $"select {Columns} from conversation where expires_at <= @now order by expires_at limit @limit";
        return [.. (await session.Query<Row>(Sql, new { now, limit }, cancellation)).Select(row => row.ToConversation())];
    }

    /// <summary>Forgets conversations that nobody has touched since an instant: their state may hold answers.</summary>
    public Task<int> DeleteBefore(DateTimeOffset instant, CancellationToken cancellation)
    {
        const string Sql = "delete from conversation where updated_at < @instant";
        return session.Execute(Sql, new { instant }, cancellation);
    }

    // A class: Dapper cannot take a value type apart without boxing it for each parameter.
    private sealed record Key(ConversationKey Value)
    {
        public long BotId => Value.BotId;

        public long ChatId => Value.ChatId;

        public int ThreadId => Value.ThreadId;

        public long UserId => Value.UserId;
    }

    private sealed record Row
    {
        public long BotId { get; init; }

        public long ChatId { get; init; }

        public int ThreadId { get; init; }

        public long UserId { get; init; }

        public int Epoch { get; init; }

        public int Version { get; init; }

        public string? State { get; init; }

        public DateTimeOffset? ExpiresAt { get; init; }

        public DateTimeOffset UpdatedAt { get; init; }

        public static Row From(Conversation conversation, DateTimeOffset now) => new()
        {
            BotId = conversation.Key.BotId,
            ChatId = conversation.Key.ChatId,
            ThreadId = conversation.Key.ThreadId,
            UserId = conversation.Key.UserId,
            Epoch = conversation.Epoch,
            Version = conversation.Version,
            State = ConversationStateJson.Write(conversation.State),
            ExpiresAt = conversation.ExpiresAt,
            UpdatedAt = now,
        };

        public Conversation ToConversation() =>
            new(new ConversationKey(BotId, ChatId, ThreadId, UserId), Epoch, Version, ConversationStateJson.Read(State), ExpiresAt);
    }
}

/// <summary>A row was changed between its reading and its writing; the work may be run again.</summary>
public sealed class ConcurrentChangeException(string message) : Exception(message);
