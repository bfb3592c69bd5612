using CheckinBot.Core.Conversations;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Storage;

/// <summary>A group that belongs to a unit.</summary>
/// <param name="BotId">The bot in it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Binding">Whose it is.</param>
/// <param name="Rights">What the bot may do there.</param>
public sealed record UnitGroup(long BotId, string? Title, GroupBinding Binding, BotRights Rights)
{
    /// <summary>The user who bound it.</summary>
    public long? BoundBy { get; init; }
}

/// <summary>Groups that the bot is in, and whose they are.</summary>
public sealed class GroupStore(DbSession session)
{
    private const string Columns = $"""
        {UnitRow.Columns}, g.chat_id, g.bot_id, g.title, g.bot_admin, g.can_delete, g.tidy, g.bound_by
        """;

    /// <summary>The binding of a group; null where nobody has bound it.</summary>
    public async ValueTask<GroupBinding?> Find(long chatId, CancellationToken cancellation)
    {
        const string Sql = $"select {Columns} from group_chat g join unit u on u.id = g.unit_id where g.chat_id = @chatId";
        return (await session.QuerySingleOrDefault<Row>(Sql, new { chatId }, cancellation))?.ToGroup().Binding;
    }

    /// <summary>What the bot may do in a group, bound or not; nothing where the group is not known.</summary>
    public async ValueTask<BotRights> RightsIn(long chatId, CancellationToken cancellation)
    {
        const string Sql = "select bot_admin, can_delete from group_chat where chat_id = @chatId";
        var row = await session.QuerySingleOrDefault<Row>(Sql, new { chatId }, cancellation);
        return new BotRights(row?.BotAdmin ?? false, row?.CanDelete ?? false);
    }

    /// <summary>The groups of a unit.</summary>
    public async Task<IReadOnlyList<UnitGroup>> OfUnit(long unitId, CancellationToken cancellation)
    {
        const string Sql = $"select {Columns} from group_chat g join unit u on u.id = g.unit_id where g.unit_id = @unitId order by g.chat_id";
        return [.. (await session.Query<Row>(Sql, new { unitId }, cancellation)).Select(row => row.ToGroup())];
    }

    /// <summary>All groups that are bound.</summary>
    public async Task<IReadOnlyList<UnitGroup>> All(CancellationToken cancellation)
    {
        const string Sql = $"select {Columns} from group_chat g join unit u on u.id = g.unit_id order by g.chat_id";
        return [.. (await session.Query<Row>(Sql, null, cancellation)).Select(row => row.ToGroup())];
    }

    /// <summary>Makes a group the group of a unit; an earlier binding of this chat ends.</summary>
    public Task Bind(long botId, Effect.BindGroup group, DateTimeOffset now, CancellationToken cancellation)
    {
        const string Sql = """
            insert into group_chat (chat_id, bot_id, unit_id, title, bot_admin, can_delete, bound_by, bound_at)
            values (@ChatId, @botId, @UnitId, @Title, @BotIsAdministrator, @CanDelete, @ByUserId, @now)
            on conflict (chat_id) do update
            set bot_id = excluded.bot_id, unit_id = excluded.unit_id, title = excluded.title, bot_admin = excluded.bot_admin,
                can_delete = excluded.can_delete, bound_by = excluded.bound_by, bound_at = excluded.bound_at,
                tidy = (group_chat.tidy and group_chat.unit_id = excluded.unit_id)
            """;
        return session.Execute(
            Sql,
            new { group.ChatId, botId, group.UnitId, group.Title, group.BotIsAdministrator, group.CanDelete, group.ByUserId, now },
            cancellation);
    }

    /// <summary>Ends a group's binding.</summary>
    public Task Unbind(long chatId, CancellationToken cancellation)
    {
        const string Sql = "delete from group_chat where chat_id = @chatId";
        return session.Execute(Sql, new { chatId }, cancellation);
    }

    /// <summary>Keeps the bot's rights in a group, whether it is bound or not.</summary>
    public Task SetRights(long botId, Effect.SetGroupRights rights, CancellationToken cancellation)
    {
        const string Sql = """
            insert into group_chat (chat_id, bot_id, title, bot_admin, can_delete)
            values (@ChatId, @botId, @Title, @BotIsAdministrator, @CanDelete)
            on conflict (chat_id) do update
            set title = coalesce(excluded.title, group_chat.title), bot_admin = excluded.bot_admin, can_delete = excluded.can_delete
            """;
        return session.Execute(Sql, new { rights.ChatId, botId, rights.Title, rights.BotIsAdministrator, rights.CanDelete }, cancellation);
    }

    /// <summary>Switches <c>tidy</c> on or off.</summary>
    public Task SetTidy(long chatId, bool tidy, CancellationToken cancellation)
    {
        const string Sql = "update group_chat set tidy = @tidy where chat_id = @chatId";
        return session.Execute(Sql, new { chatId, tidy }, cancellation);
    }

    /// <summary>Follows a group that became a supergroup: binding, cards, unsent calls. The cards' messages stayed behind.</summary>
    public async Task Migrate(long fromChatId, long toChatId, CancellationToken cancellation)
    {
        const string Newer = "delete from group_chat where chat_id = @toChatId and exists (select 1 from group_chat where chat_id = @fromChatId)";
        const string Group = "update group_chat set chat_id = @toChatId where chat_id = @fromChatId";
        const string Cards = "update card set chat_id = @toChatId where chat_id = @fromChatId";
        await session.Execute(Newer, new { fromChatId, toChatId }, cancellation);
        await session.Execute(Group, new { fromChatId, toChatId }, cancellation);
        await session.Execute(Cards, new { fromChatId, toChatId }, cancellation);
        await new OutboxStore(session).FollowMigration(fromChatId, toChatId, cancellation);
    }

    private sealed record Row : UnitRow
    {
        public long ChatId { get; init; }

        public long BotId { get; init; }

        public string? Title { get; init; }

        public bool BotAdmin { get; init; }

        public bool CanDelete { get; init; }

        public bool Tidy { get; init; }

        public long? BoundBy { get; init; }

        public UnitGroup ToGroup() => new(
            BotId,
            Title,
            new GroupBinding(ChatId, ToUnit()) { Tidy = Tidy },
            new BotRights(BotAdmin, CanDelete))
        {
            BoundBy = BoundBy,
        };
    }
}
