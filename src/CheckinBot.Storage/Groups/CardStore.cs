using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Groups;

/// <summary>The card of a unit in one of its groups, for a day and slot.</summary>
public sealed record Card
{
    /// <summary>The unit whose card it is.</summary>
    public long UnitId { get; init; }

    /// <summary>The group.</summary>
    public long ChatId { get; init; }

    /// <summary>The school day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The slot.</summary>
    public string Slot { get; init; } = "";

    /// <summary>Its message; null while it is on its way.</summary>
    public int? MessageId { get; init; }

    /// <summary>What it says now; it is left alone where that would not change.</summary>
    public string? Shown { get; init; }
}

/// <summary>The cards that are kept up to date by editing.</summary>
public sealed class CardStore(DbSession session)
{
    private const string Columns = "unit_id, chat_id, day, slot, message_id, shown";

    /// <summary>Notes a card that is being sent; an older one of the same group, day and slot is replaced.</summary>
    public Task Add(long unitId, long chatId, DateOnly day, string slot, string shown, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into card (unit_id, chat_id, day, slot, shown) values (@unitId, @chatId, @day, @slot, @shown)
            on conflict (unit_id, chat_id, day, slot) do update set message_id = null, shown = excluded.shown
            """;
        return session.Execute(Sql, new { unitId, chatId, day, slot, shown }, cancellationToken);
    }

    /// <summary>Stores the id of a card's message once it is sent.</summary>
    public Task SetMessage(long unitId, long chatId, DateOnly day, string slot, int messageId, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into card (unit_id, chat_id, day, slot, message_id) values (@unitId, @chatId, @day, @slot, @messageId)
            on conflict (unit_id, chat_id, day, slot) do update set message_id = excluded.message_id
            """;
        return session.Execute(Sql, new { unitId, chatId, day, slot, messageId }, cancellationToken);
    }

    /// <summary>Takes out a card that never became a message.</summary>
    public Task RemoveUnsent(long unitId, long chatId, DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Sql = "delete from card where unit_id = @unitId and chat_id = @chatId and day = @day and slot = @slot and message_id is null";
        return session.Execute(Sql, new { unitId, chatId, day, slot }, cancellationToken);
    }

    /// <summary>Stores what a card says now.</summary>
    public Task SetShown(long unitId, long chatId, DateOnly day, string slot, string shown, CancellationToken cancellationToken)
    {
        const string Sql = "update card set shown = @shown where unit_id = @unitId and chat_id = @chatId and day = @day and slot = @slot";
        return session.Execute(Sql, new { unitId, chatId, day, slot, shown }, cancellationToken);
    }

    /// <summary>The cards of a unit for a day and slot, one a group.</summary>
    public async Task<IReadOnlyList<Card>> Of(long unitId, DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Sql = $"select {Columns} from card where unit_id = @unitId and day = @day and slot = @slot";
        return [.. await session.Query<Card>(Sql, new { unitId, day, slot }, cancellationToken)];
    }

    /// <summary>The units that have a card for that day or a later one.</summary>
    public async Task<IReadOnlyList<long>> Units(DateOnly since, CancellationToken cancellationToken)
    {
        const string Sql = "select distinct unit_id from card where day >= @since order by unit_id";
        return [.. await session.Query<long>(Sql, new { since }, cancellationToken)];
    }

    /// <summary>The card that a message is; null where it is none.</summary>
    public async ValueTask<Card?> FindByMessage(long chatId, int messageId, CancellationToken cancellationToken)
    {
        const string Sql = $"select {Columns} from card where chat_id = @chatId and message_id = @messageId";
        return await session.QuerySingleOrDefault<Card>(Sql, new { chatId, messageId }, cancellationToken);
    }
}
