using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Traffic;

/// <summary>An update that could not be dealt with.</summary>
/// <param name="BotId">The bot that received it.</param>
/// <param name="UpdateId">Its number.</param>
/// <param name="ReceivedAt">When it came (UTC).</param>
/// <param name="Error">The kind of its fault.</param>
/// <param name="Cause">Where it failed; null where that was not noted.</param>
/// <param name="Json">All of it, as Telegram sent it.</param>
public sealed record SetAsideUpdate(long BotId, long UpdateId, DateTimeOffset ReceivedAt, string Error, string? Cause, string Json);

/// <summary>
/// The updates that have been dealt with: a second delivery of one does nothing. One is known by its number and a hash of what it says,
/// because Telegram may begin its numbers again.
/// </summary>
public sealed class InboxStore(DbSession session)
{
    private static readonly HotStatement Insert = new("""
        insert into inbox (bot_id, update_id, content, received_at) values (@botId, @updateId, @content, @receivedAt)
        on conflict do nothing
        """);

    /// <summary>Notes an update; false where it was noted before.</summary>
    public async ValueTask<bool> Add(long botId, long updateId, long content, DateTimeOffset receivedAt, CancellationToken cancellationToken) =>
        await session.Execute(Insert, cancellationToken, botId, updateId, content, receivedAt) == 1;

    /// <summary>Sets an update aside that cannot be dealt with; false where it was noted before.</summary>
    public async Task<bool> SetAside(SetAsideUpdate update, long content, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into inbox (bot_id, update_id, content, received_at, error, cause, json)
            values (@BotId, @UpdateId, @content, @ReceivedAt, @Error, @Cause, @Json)
            on conflict do nothing
            """;
        var arguments = new { update.BotId, update.UpdateId, content, update.ReceivedAt, update.Error, update.Cause, update.Json };
        return await session.Execute(Sql, arguments, cancellationToken) == 1;
    }

    /// <summary>The updates that are set aside, the oldest first; those of a number where one is given.</summary>
    public async Task<IReadOnlyList<SetAsideUpdate>> AllSetAside(long? updateId, CancellationToken cancellationToken)
    {
        const string Sql = """
            select bot_id, update_id, received_at, error, cause, json from inbox
            where error is not null and json is not null and (cast(@updateId as bigint) is null or update_id = @updateId)
            order by received_at, update_id
            """;
        return await session.Query(Sql, new { updateId }, Read, cancellationToken);
    }

    /// <summary>An update that was set aside is handled again in this transaction; false where somebody else has.</summary>
    public async Task<bool> TakeBack(SetAsideUpdate update, CancellationToken cancellationToken)
    {
        const string Sql = """
            update inbox set error = null, cause = null, json = null
            where bot_id = @BotId and update_id = @UpdateId and json = @Json and error is not null
            """;
        return await session.Execute(Sql, new { update.BotId, update.UpdateId, update.Json }, cancellationToken) == 1;
    }

    /// <summary>Forgets updates that Telegram can no longer deliver (it keeps them for 24 hours).</summary>
    public Task<int> DeleteBefore(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        const string Sql = "delete from inbox where received_at < @instant";
        return session.Execute(Sql, new { instant }, cancellationToken);
    }

    private static SetAsideUpdate Read(IRow row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetInstant(2), row.GetString(3), row.TextOrNull(4), row.GetString(5));
}
