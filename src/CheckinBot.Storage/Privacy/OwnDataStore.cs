using CheckinBot.Core.CheckIns;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Privacy;

/// <summary>Since when the bot knows a user.</summary>
public sealed record KnownSince
{
    /// <summary>The user's first word to the bot (UTC).</summary>
    public DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>When they were last asked for a check-in (UTC); null where never.</summary>
    public DateTimeOffset? AskedAt { get; init; }
}

/// <summary>What is held about one user and the people for whom they answer, for themselves to read.</summary>
public sealed class OwnDataStore(DbSession session)
{
    /// <summary>Since when the user is known; null where they are not.</summary>
    public async Task<KnownSince?> Known(long userId, CancellationToken cancellationToken)
    {
        const string Sql = """
            select a.first_seen_at, k.asked_at from account a left join asked k on k.user_id = a.user_id where a.user_id = @userId
            """;
        return (await session.Query(Sql, new { userId }, Read, cancellationToken)).SingleOrDefault();

        static KnownSince Read(IRow row) => new() { FirstSeenAt = row.GetInstant(0), AskedAt = row.InstantOrNull(1) };
    }

    /// <summary>The name in Telegram at the last linking; null where there is no link.</summary>
    public Task<string?> DisplayName(long userId, CancellationToken cancellationToken)
    {
        const string Sql = "select display_name from link where user_id = @userId order by linked_at desc limit 1";
        return session.QuerySingleOrDefault<string>(Sql, new { userId }, cancellationToken);
    }

    /// <summary>Every revision that is held of the people to whom the user is linked, the oldest day first.</summary>
    public async Task<IReadOnlyList<CheckIn>> Revisions(long userId, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {CheckInRow.Columns} from link l
            join check_in c on c.person_id = l.person_id
            where l.user_id = @userId
            order by c.day, c.slot, c.person_id, c.revision
            """;
        return await session.Query(Sql, new { userId }, CheckInRow.Read, cancellationToken);
    }
}
