using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Traffic;

/// <summary>The bots that this database serves, as <c>getMe</c> names them.</summary>
public sealed class BotStore(DbSession session)
{
    /// <summary>Keeps a bot's user name, which links into the private chat are made of.</summary>
    public Task Save(long botId, string userName, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into bot (bot_id, username) values (@botId, @userName)
            on conflict (bot_id) do update set username = excluded.username
            """;
        return session.Execute(Sql, new { botId, userName }, cancellationToken);
    }

    /// <summary>The user name of a bot, without <c>@</c>; of any where the id is null. Null where none was ever seen.</summary>
    public Task<string?> UserName(long? botId, CancellationToken cancellationToken)
    {
        const string Sql = "select username from bot where cast(@botId as bigint) is null or bot_id = @botId order by bot_id limit 1";
        return session.QuerySingleOrDefault<string>(Sql, new { botId }, cancellationToken);
    }
}
