namespace CheckinBot.Storage;

/// <summary>Somebody who has not answered.</summary>
public sealed record Absentee
{
    /// <summary>Who.</summary>
    public long PersonId { get; init; }

    /// <summary>The name as in the roster.</summary>
    public string Name { get; init; } = "";

    /// <summary>Somebody who may report for them can be written to.</summary>
    public bool Reached { get; init; }
}

/// <summary>How far a unit's own people have come.</summary>
public sealed record Coverage
{
    /// <summary>People with a temperature or an exemption.</summary>
    public int Answered { get; init; }

    /// <summary>People who are to check in.</summary>
    public int Expected { get; init; }
}

/// <summary>Who has not answered, and whom to ask. A partial answer counts as missing.</summary>
public sealed class MissingStore(DbSession session)
{
    /// <summary>How many of a unit's own people have answered, as its card says.</summary>
    public Task<Coverage> CoverageOf(long unitId, DateOnly day, string slot, CancellationToken cancellation)
    {
        const string Sql = """
            select count(*) as expected, count(*) filter (where c.status in ('reported', 'exempt')) as answered
            from person p
            left join check_in c on c.person_id = p.id and c.day = @day and c.slot = @slot and c.is_current
            where p.unit_id = @unitId and p.active and p.expected
            """;
        return session.QuerySingle<Coverage>(Sql, new { unitId, day, slot }, cancellation);
    }

    /// <summary>A unit's own people who are missing, by number and name.</summary>
    public async Task<IReadOnlyList<Absentee>> OfUnit(long unitId, DateOnly day, string slot, CancellationToken cancellation)
    {
        const string Sql = """
            select p.id as person_id, p.name, exists (
                select 1 from link l left join account a on a.user_id = l.user_id
                where l.person_id = p.id and coalesce(a.reachable, true)) as reached
            from person p
            left join check_in c on c.person_id = p.id and c.day = @day and c.slot = @slot and c.is_current
            where p.unit_id = @unitId and p.active and p.expected and coalesce(c.status, 'missing') in ('missing', 'partial')
            order by length(p.number), p.number, p.name, p.id
            """;
        return [.. await session.Query<Absentee>(Sql, new { unitId, day, slot }, cancellation)];
    }

    /// <summary>
    /// The users to ask, with each unit in which one of theirs is missing: every guardian who can be written to, unless
    /// any of them has answered or has said that there is no thermometer. A user comes once a unit, not once a child.
    /// </summary>
    public async Task<IReadOnlyList<UserToAsk>> UsersToAsk(DateOnly day, string slot, CancellationToken cancellation)
    {
        const string Sql = """
            select distinct l.user_id, p.unit_id
            from person p
            join link l on l.person_id = p.id
            left join account a on a.user_id = l.user_id
            left join check_in c on c.person_id = p.id and c.day = @day and c.slot = @slot and c.is_current
            where p.active and p.expected and coalesce(a.reachable, true)
              and (coalesce(c.status, 'missing') = 'missing' or (c.status = 'partial' and not c.no_thermometer))
            order by l.user_id, p.unit_id
            """;
        return [.. await session.Query<UserToAsk>(Sql, new { day, slot }, cancellation)];
    }
}

/// <summary>A user with somebody missing in a unit.</summary>
public sealed record UserToAsk
{
    /// <summary>The Telegram user.</summary>
    public long UserId { get; init; }

    /// <summary>The unit of the one who is missing.</summary>
    public long UnitId { get; init; }
}
