using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Traffic;

/// <summary>Where conversations stand, one row each.</summary>
public sealed class ConversationStore(DbSession session)
{
    private const string Columns = "bot_id, chat_id, thread_id, user_id, epoch, version, state, expires_at, album";

    private static readonly HotStatement Select = new($"""
        select {Columns} from conversation
        where bot_id = @botId and chat_id = @chatId and thread_id = @threadId and user_id = @userId
        """);

    private static readonly HotStatement Upsert = new("""
        insert into conversation (bot_id, chat_id, thread_id, user_id, epoch, version, state, expires_at, album, updated_at)
        values (@botId, @chatId, @threadId, @userId, @epoch, @version + 1, @state, @expiresAt, @album, @updatedAt)
        on conflict (bot_id, chat_id, thread_id, user_id) do update
        set epoch = excluded.epoch, version = excluded.version, state = excluded.state,
            expires_at = excluded.expires_at, album = excluded.album, updated_at = excluded.updated_at
        where conversation.version = @version
        """);

    private static readonly HotStatement Lapsed = new($"select {Columns} from conversation where expires_at <= @now order by expires_at limit @limit");

    /// <summary>The conversation; a new one where none was ever stored.</summary>
    public async ValueTask<Conversation> Load(ConversationKey key, CancellationToken cancellationToken)
    {
        var found = await session.Query(Select, Read, cancellationToken, key.BotId, key.ChatId, key.ThreadId, key.UserId);
        return found.Count == 1 ? found[0] : Conversation.New(key);
    }

    /// <summary>Stores the conversation, which was read at its <see cref="Conversation.Version"/>, and raises the version by one.</summary>
    /// <exception cref="ConcurrentChangeException">Somebody else has stored it since it was read.</exception>
    public async ValueTask Save(Conversation conversation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = conversation.Key;
        var stored = await session.Execute(
            Upsert, cancellationToken,
            key.BotId, key.ChatId, key.ThreadId, key.UserId, conversation.Epoch, conversation.Version,
            ConversationStateJson.Write(conversation.State), conversation.ExpiresAt, conversation.Album, now);
        if (stored == 0) throw new ConcurrentChangeException("The conversation was changed since it was read.");
    }

    /// <summary>Conversations whose question has lapsed, the oldest first.</summary>
    public async Task<IReadOnlyList<Conversation>> Expired(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        await session.Query(Lapsed, Read, cancellationToken, now, limit);

    /// <summary>Forgets conversations that nobody has touched since an instant: their state may hold answers.</summary>
    public Task<int> DeleteBefore(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        const string Sql = "delete from conversation where updated_at < @instant";
        return session.Execute(Sql, new { instant }, cancellationToken);
    }

    private static Conversation Read(IRow row) => new(
        new ConversationKey(row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.GetInt64(3)),
        row.GetInt32(4),
        row.GetInt32(5),
        ConversationStateJson.Read(row.TextOrNull(6)),
        row.InstantOrNull(7))
    {
        Album = row.TextOrNull(8),
    };
}
