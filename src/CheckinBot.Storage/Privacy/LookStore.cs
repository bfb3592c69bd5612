using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Users;

namespace CheckinBot.Storage.Privacy;

/// <summary>An entry of the log of looks, as an administrator reads it.</summary>
public sealed record LookEntry
{
    /// <summary>When (UTC).</summary>
    public DateTimeOffset LookedAt { get; init; }

    /// <summary>The Telegram user; null for the operator.</summary>
    public long? ByUserId { get; init; }

    /// <summary>The name of the member of staff who looked; null for the operator, and for a user who is nobody's any more.</summary>
    public string? ByName { get; init; }

    /// <summary>The operating system's account, where the operator looked.</summary>
    public string? ByOperator { get; init; }

    /// <summary>Whom they looked at.</summary>
    public long PersonId { get; init; }

    /// <summary>That person's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>That person's number in the school.</summary>
    public string? Number { get; init; }

    /// <summary>The path of the unit in which that person was then.</summary>
    public string UnitPath { get; init; } = "";

    /// <summary>Why.</summary>
    public LookReason Reason { get; init; }

    /// <summary>By what means.</summary>
    public LookVia Via { get; init; }

    /// <summary>As people read it, at an offset from UTC.</summary>
    public LookSeen Seen(TimeSpan offset) => new(LookedAt.ToOffset(offset), ByName, ByOperator is not null, Name, UnitPath, Reason, Via);
}

/// <summary>The log of looks at named people's health.</summary>
public sealed class LookStore(DbSession session)
{
    private static readonly HotStatement Insert = new("""
        insert into look (looked_at, by_user_id, by_person_id, by_operator, person_id, unit_id, reason, via)
        select @at, @userId, @byPersonId, @account, p.id, p.unit_id, @reason, @via from person p where p.id = @personId
        """);

    private const string Columns = """
        select k.looked_at, k.by_user_id, b.name as by_name, k.by_operator, k.person_id, p.name, p.number, u.path as unit_path, k.reason, k.via
        from look k
        join person p on p.id = k.person_id
        join unit u on u.id = k.unit_id
        left join person b on b.id = k.by_person_id
        """;

    /// <summary>Logs that somebody saw these people's health; once for each person, however often a list names them.</summary>
    public async ValueTask Add(
        IEnumerable<long> personIds, Looker by, LookReason reason, LookVia via, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var personId in personIds.Distinct())
            await session.Execute(Insert, cancellationToken, at, by.UserId, by.PersonId, by.Account, Word.Of(reason), Word.Of(via), personId);
    }

    /// <summary>
    /// Logs looks by a file that somebody ordered. The instant is that of the order, so that a file which is made and sent
    /// again after a failed call is one look.
    /// </summary>
    public async ValueTask AddOnce(
        IEnumerable<long> personIds, Looker by, LookReason reason, LookVia via, DateTimeOffset orderedAt, CancellationToken cancellationToken)
    {
        const string Sql = """
            select person_id from look where looked_at = @orderedAt and by_user_id = @userId and reason = @reason and via = @via
              and person_id = @personId
            """;
        var fresh = new List<long>();
        foreach (var personId in personIds.Distinct())
        {
            var arguments = new { orderedAt, userId = by.UserId, reason = Word.Of(reason), via = Word.Of(via), personId };
            var logged = await session.Query<long>(Sql, arguments, cancellationToken);
            if (!logged.Any()) fresh.Add(personId);
        }

        await Add(fresh, by, reason, via, orderedAt, cancellationToken);
    }

    /// <summary>The looks at people of a subtree in a span of time, the latest first.</summary>
    /// <param name="rootId">The unit at the top.</param>
    /// <param name="from">From that instant on.</param>
    /// <param name="to">Before that instant.</param>
    /// <param name="most">Not more entries than this.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<LookEntry>> Under(long rootId, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            {Columns}
            where k.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId) and k.looked_at >= @from and k.looked_at < @to
            order by k.looked_at desc, k.id desc
            limit @most
            """;
        return await session.Query(Sql, new { rootId, from, to, most }, Read, cancellationToken);
    }

    /// <summary>The looks at one person since an instant, the latest first.</summary>
    public async Task<IReadOnlyList<LookEntry>> Of(long personId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        const string Sql = $"{Columns} where k.person_id = @personId and k.looked_at >= @since order by k.looked_at desc, k.id desc";
        return await session.Query(Sql, new { personId, since }, Read, cancellationToken);
    }

    private static LookEntry Read(IRow row) => new()
    {
        LookedAt = row.GetInstant(0),
        ByUserId = row.NumberOrNull(1),
        ByName = row.TextOrNull(2),
        ByOperator = row.TextOrNull(3),
        PersonId = row.GetInt64(4),
        Name = row.GetString(5),
        Number = row.TextOrNull(6),
        UnitPath = row.GetString(7),
        Reason = row.GetWord<LookReason>(8),
        Via = row.GetWord<LookVia>(9),
    };
}
