using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Traffic;

namespace CheckinBot.Storage.Groups;

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
    public async ValueTask<GroupBinding?> Find(long chatId, CancellationToken cancellationToken)
    {
        const string Sql = $"select {Columns} from group_chat g join unit u on u.id = g.unit_id where g.chat_id = @chatId";
        return (await session.Query(Sql, new { chatId }, Read, cancellationToken)).SingleOrDefault()?.Binding;
    }

    /// <summary>What the bot may do in a group, bound or not; nothing where the group is not known.</summary>
    public async ValueTask<BotRights> RightsIn(long chatId, CancellationToken cancellationToken)
    {
        const string Sql = "select bot_admin, can_delete from group_chat where chat_id = @chatId";
        return (await session.Query(Sql, new { chatId }, row => new BotRights(row.GetBoolean(0), row.GetBoolean(1)), cancellationToken)).SingleOrDefault()
            ?? new BotRights(false, false);
    }

    /// <summary>The groups of a unit.</summary>
    public async Task<IReadOnlyList<UnitGroup>> OfUnit(long unitId, CancellationToken cancellationToken)
    {
        const string Sql = $"select {Columns} from group_chat g join unit u on u.id = g.unit_id where g.unit_id = @unitId order by g.chat_id";
        return await session.Query(Sql, new { unitId }, Read, cancellationToken);
    }

    /// <summary>All groups that are bound.</summary>
    public async Task<IReadOnlyList<UnitGroup>> All(CancellationToken cancellationToken)
    {
        const string Sql = $"select {Columns} from group_chat g join unit u on u.id = g.unit_id order by g.chat_id";
        return await session.Query(Sql, null, Read, cancellationToken);
    }

    /// <summary>Makes a group the group of a unit; an earlier binding of this chat ends.</summary>
    public Task Bind(long botId, Effect.BindGroup group, DateTimeOffset now, CancellationToken cancellationToken)
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
            cancellationToken);
    }

    /// <summary>Ends a group's binding.</summary>
    public Task Unbind(long chatId, CancellationToken cancellationToken)
    {
        const string Sql = "delete from group_chat where chat_id = @chatId";
        return session.Execute(Sql, new { chatId }, cancellationToken);
    }

    /// <summary>Keeps the bot's rights in a group, whether it is bound or not.</summary>
    public Task SetRights(long botId, Effect.SetGroupRights rights, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into group_chat (chat_id, bot_id, title, bot_admin, can_delete)
            values (@ChatId, @botId, @Title, @BotIsAdministrator, @CanDelete)
            on conflict (chat_id) do update
            set title = coalesce(excluded.title, group_chat.title), bot_admin = excluded.bot_admin, can_delete = excluded.can_delete
            """;
        return session.Execute(Sql, new { rights.ChatId, botId, rights.Title, rights.BotIsAdministrator, rights.CanDelete }, cancellationToken);
    }

    /// <summary>Switches <c>tidy</c> on or off.</summary>
    public Task SetTidy(long chatId, bool tidy, CancellationToken cancellationToken)
    {
        const string Sql = "update group_chat set tidy = @tidy where chat_id = @chatId";
        return session.Execute(Sql, new { chatId, tidy }, cancellationToken);
    }

    /// <summary>Follows a group that became a supergroup: binding, cards, unsent calls. The cards' messages stayed behind.</summary>
    public async Task Migrate(long fromChatId, long toChatId, CancellationToken cancellationToken)
    {
        const string Newer = "delete from group_chat where chat_id = @toChatId and exists (select 1 from group_chat where chat_id = @fromChatId)";
        const string Group = "update group_chat set chat_id = @toChatId where chat_id = @fromChatId";
        const string Cards = "update card set chat_id = @toChatId where chat_id = @fromChatId";
        await session.Execute(Newer, new { fromChatId, toChatId }, cancellationToken);
        await session.Execute(Group, new { fromChatId, toChatId }, cancellationToken);
        await session.Execute(Cards, new { fromChatId, toChatId }, cancellationToken);
        await new OutboxStore(session).FollowMigration(fromChatId, toChatId, cancellationToken);
    }

    private static UnitGroup Read(IRow row)
    {
        const int Own = UnitRow.Count;
        return new UnitGroup(
            row.GetInt64(Own + 1),
            row.TextOrNull(Own + 2),
            new GroupBinding(row.GetInt64(Own), UnitRow.Read(row)) { Tidy = row.GetBoolean(Own + 5) },
            new BotRights(row.GetBoolean(Own + 3), row.GetBoolean(Own + 4)))
        {
            BoundBy = row.NumberOrNull(Own + 6),
        };
    }
}
