using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Traffic;

/// <summary>The updates that have been dealt with: a second delivery of one does nothing.</summary>
public sealed class InboxStore(DbSession session)
{
    private static readonly HotStatement Insert = new("""
        insert into inbox (bot_id, update_id, received_at) values (@botId, @updateId, @receivedAt)
        on conflict do nothing
        """);

    /// <summary>Notes an update; false where it was noted before.</summary>
    public async ValueTask<bool> Add(long botId, long updateId, DateTimeOffset receivedAt, CancellationToken cancellationToken) =>
        await session.Execute(Insert, cancellationToken, botId, updateId, receivedAt) == 1;

    /// <summary>Sets an update aside that cannot be dealt with: the kind of its fault, and all of it as Telegram sent it.</summary>
    public Task SetAside(long botId, long updateId, DateTimeOffset receivedAt, string error, string json, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into inbox (bot_id, update_id, received_at, error, json) values (@botId, @updateId, @receivedAt, @error, @json)
            on conflict (bot_id, update_id) do update set error = excluded.error, json = excluded.json
            """;
        return session.Execute(Sql, new { botId, updateId, receivedAt, error, json }, cancellationToken);
    }

    /// <summary>Forgets updates that Telegram can no longer deliver (it keeps them for 24 hours).</summary>
    public Task<int> DeleteBefore(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        const string Sql = "delete from inbox where received_at < @instant";
        return session.Execute(Sql, new { instant }, cancellationToken);
    }
}
