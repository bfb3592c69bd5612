using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Alerts;

/// <summary>The message by which somebody was told of a rule that fired.</summary>
public sealed record AlertMessage
{
    /// <summary>The firing.</summary>
    public long FiringId { get; init; }

    /// <summary>The private chat, whose id is the user's.</summary>
    public long ChatId { get; init; }

    /// <summary>The message; null while it is on its way.</summary>
    public int? MessageId { get; init; }

    /// <summary>What it says now.</summary>
    public string Shown { get; init; } = "";
}

/// <summary>The messages by which people were told of alerts, kept so that each can be edited when its alert changes.</summary>
public sealed class AlertMessageStore(DbSession session)
{
    /// <summary>Notes a message that is being sent; false where that chat was told of this firing before.</summary>
    public async ValueTask<bool> Add(long firingId, long chatId, string shown, CancellationToken cancellationToken)
    {
        const string Sql = "insert into alert_message (firing_id, chat_id, shown) values (@firingId, @chatId, @shown) on conflict do nothing";
        return await session.Execute(Sql, new { firingId, chatId, shown }, cancellationToken) == 1;
    }

    /// <summary>Stores the id of the message once it is sent.</summary>
    public Task SetMessage(long firingId, long chatId, int messageId, CancellationToken cancellationToken)
    {
        const string Sql = "update alert_message set message_id = @messageId where firing_id = @firingId and chat_id = @chatId";
        return session.Execute(Sql, new { firingId, chatId, messageId }, cancellationToken);
    }

    /// <summary>Stores what the message says now.</summary>
    public Task SetShown(long firingId, long chatId, string shown, CancellationToken cancellationToken)
    {
        const string Sql = "update alert_message set shown = @shown where firing_id = @firingId and chat_id = @chatId";
        return session.Execute(Sql, new { firingId, chatId, shown }, cancellationToken);
    }

    /// <summary>The messages about a firing, one for each chat that was told.</summary>
    public async Task<IReadOnlyList<AlertMessage>> Of(long firingId, CancellationToken cancellationToken)
    {
        const string Sql = "select firing_id, chat_id, message_id, shown from alert_message where firing_id = @firingId order by chat_id";
        return [.. await session.Query<AlertMessage>(Sql, new { firingId }, cancellationToken)];
    }
}
