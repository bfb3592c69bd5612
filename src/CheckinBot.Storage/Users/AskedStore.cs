using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Users;

/// <summary>When users were last asked without having written: by a reminder or a nudge.</summary>
public sealed class AskedStore(DbSession session)
{
    private static readonly HotStatement Upsert = new("""
        insert into asked (user_id, asked_at) values (@userId, @now)
        on conflict (user_id) do update set asked_at = excluded.asked_at
        """);

    private static readonly HotStatement Select = new("select asked_at from asked where user_id = @userId");

    /// <summary>Notes that a user is asked now.</summary>
    public async ValueTask Note(long userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await session.Execute(Upsert, cancellationToken, userId, now);

    /// <summary>When the user was last asked (UTC); null where never.</summary>
    public async ValueTask<DateTimeOffset?> Of(long userId, CancellationToken cancellationToken) =>
        await session.Query(Select, row => row.GetInstant(0), cancellationToken, userId) is [var at] ? at : null;

    /// <summary>Forgets what was asked before an instant.</summary>
    public Task<int> DeleteBefore(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        const string Sql = "delete from asked where asked_at < @instant";
        return session.Execute(Sql, new { instant }, cancellationToken);
    }
}
