using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Storage.Digests;

/// <summary>Somebody about whom the class teacher still has to ask.</summary>
public sealed record Absentee
{
    /// <summary>Who.</summary>
    public long PersonId { get; init; }

    /// <summary>The name as in the roster.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether the bot can write to somebody who may report for them.</summary>
    public bool Reached { get; init; }

    /// <summary>Told to be absent without a reason; the others are missing.</summary>
    public bool NoReason { get; init; }

    /// <summary>The family has no thermometer.</summary>
    public bool NoThermometer { get; init; }

    /// <summary>When the family said that it answers later (UTC); null where it did not.</summary>
    public DateTimeOffset? SaidLaterAt { get; init; }

    /// <summary>When somebody of the family was last asked (UTC), on whatever day; null where nobody was.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>A classmate's parent told something that is to be confirmed.</summary>
    public bool Heard { get; init; }
}

/// <summary>How far a unit's own people have come.</summary>
public sealed record Coverage
{
    /// <summary>People with a temperature.</summary>
    public int Reported { get; init; }

    /// <summary>People who are absent by name and reason.</summary>
    public int Excused { get; init; }

    /// <summary>People who are absent without a reason.</summary>
    public int NoReason { get; init; }

    /// <summary>People who are to check in.</summary>
    public int Expected { get; init; }

    /// <summary>Of the expected, those who are no pupils.</summary>
    public int Staff { get; init; }

    /// <summary>Of the reported, those who owe the answer about travel.</summary>
    public int TravelUnanswered { get; init; }

    /// <summary>People about whom somebody still has to ask.</summary>
    public int Open => Expected - Reported - Excused;
}

/// <summary>Tells who is open by <see cref="Standing"/>, and whom to ask. A partial answer counts as missing.</summary>
public sealed class MissingStore(DbSession session)
{
    private const string Reached = """
        exists (
            select 1 from link l left join account a on a.user_id = l.user_id
            where l.person_id = p.id and coalesce(a.reachable, true)) as reached,
        exists (
            select 1 from check_in n
            where n.person_id = p.id and n.day = @day and n.slot = @slot and n.is_current and n.no_thermometer) as no_thermometer,
        (select s.said_at from said_later s where s.person_id = p.id and s.day = @day and s.slot = @slot) as said_later_at,
        (select max(q.asked_at) from link l join asked q on q.user_id = l.user_id where l.person_id = p.id) as asked_at,
        exists (select 1 from hearsay h where h.person_id = p.id and h.day = @day and h.slot = @slot) as heard
        """;

    private const string NoReason = $"coalesce({Standing.NoReason}, false) as no_reason";

    private const string Counted = $"""
        count(*) as expected, count(*) filter (where p.role <> 'student') as staff,
            count(*) filter (where c.status = 'reported') as reported, count(*) filter (where {Standing.Excused}) as excused,
            count(*) filter (where {Standing.NoReason}) as no_reason, count(*) filter (where {Standing.TravelOpen}) as travel_unanswered
        """;

    private const string Absentees = $"""
        select p.id as person_id, p.name, {Reached}, {NoReason}
        from person p
        left join check_in c on c.person_id = p.id and c.day = @day and c.slot = @slot and c.is_current
        """;

    private const string StillOpen = $"""
        {Boarders.Expected} and {Standing.Open}
        {InOrder}
        """;

    private const string InOrder = "order by length(p.number) nulls first, p.number, p.name, p.id";

    // For a whole province: an index alone tells who has no answer at all, and the index of remarkable answers has all others
    // who are open.
    private const string Missing = $"""
        missing as (
            select p.id, false as no_reason from person p
            where {Boarders.Expected} and not exists (select 1 from check_in c where c.person_id = p.id and c.day = @day and c.slot = @slot)
            union all
            select p.id, {NoReason} from check_in c join person p on p.id = c.person_id
            where c.unit_id is not null and c.day = @day and c.slot = @slot and c.is_current and {Remarkable.Indexed}
              and {Standing.Open} and {Boarders.Expected}
        )
        """;

    private const string Named = $"p.id, p.name, {Reached}, m.no_reason from missing m join person p on p.id = m.id";

    /// <summary>How far a unit's own people have come, as its card says.</summary>
    public Task<Coverage> CoverageOf(long unitId, DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {Counted}
            from person p
            left join check_in c on c.person_id = p.id and c.day = @day and c.slot = @slot and c.is_current
            where p.unit_id = @unitId and {Boarders.Expected}
            """;
        return session.QuerySingle<Coverage>(Sql, new { unitId, day, slot }, cancellationToken);
    }

    /// <summary>The units with people at and below one, in the order of the tree, with how far each has come.</summary>
    public async Task<IReadOnlyList<(Unit Unit, Coverage Coverage)>> Below(long rootId, DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {UnitRow.Columns}, {Counted}
            from unit_ancestor a
            join unit u on u.id = a.unit_id
            join person p on p.unit_id = u.id and {Boarders.Expected}
            left join check_in c on c.person_id = p.id and c.day = @day and c.slot = @slot and c.is_current
            where a.ancestor_id = @rootId
            group by {UnitRow.Columns}
            """;
        var covered = await session.Query(
            Sql, new { rootId, day, slot },
            row => (Unit: UnitRow.Read(row), ReadCoverage(row, UnitRow.Count)),
            cancellationToken);
        return [.. covered.OrderBy(one => one.Unit.Path, UnitPathOrder.Instance)];
    }

    /// <summary>Who is open among those for whom a unit answers: its own people; for a boarding house in the evening, the pupils who live there.</summary>
    public Task<IReadOnlyList<Absentee>> Of(long unitId, UnitKind kind, DateOnly day, string slot, CancellationToken cancellationToken) =>
        kind == UnitKind.BoardingHouse && slot == SlotSchedule.EveningId
            ? OfHouse(unitId, day, slot, cancellationToken)
            : OfUnit(unitId, day, slot, cancellationToken);

    /// <summary>A unit's own people who are open, as they were on that day, by number and name.</summary>
    public async Task<IReadOnlyList<Absentee>> OfUnit(long unitId, DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Now = $"""
            {Absentees}
            where p.unit_id = @unitId and {StillOpen}
            """;
        const string Then = $"""
            with {TransferStore.PlaceOnDay}
            {Absentees}
            join place on place.person_id = p.id
            where place.unit_id = @unitId and {StillOpen}
            """;
        var sql = await new TransferStore(session).AnyAfter(day, cancellationToken) ? Then : Now;
        return [.. await session.Query<Absentee>(sql, new { unitId, day, slot }, cancellationToken)];
    }

    private async Task<IReadOnlyList<Absentee>> OfHouse(long unitId, DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            {Absentees}
            join post t on t.person_id = p.id and t.unit_id = @unitId and t.role = 'student'
            where {StillOpen}
            """;
        return [.. await session.Query<Absentee>(Sql, new { unitId, day, slot }, cancellationToken)];
    }

    /// <summary>Everybody who is open, in the order of <see cref="OfUnit"/>, by the unit in which they were on that day.</summary>
    public async Task<ILookup<long, Absentee>> ByUnit(DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Now = $"with {Missing} select p.unit_id, {Named} {InOrder}";
        const string Then = $"with {TransferStore.PlaceOnDay}, {Missing} select place.unit_id, {Named} join place on place.person_id = p.id {InOrder}";
        return await Lookup(await new TransferStore(session).AnyAfter(day, cancellationToken) ? Then : Now, day, slot, cancellationToken);
    }

    /// <summary>The pupils who are open, by the boarding house in which they live.</summary>
    public Task<ILookup<long, Absentee>> ByHouse(DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            with {Missing} select t.unit_id, {Named}
            join post t on t.person_id = p.id and t.role = 'student'
            join unit u on u.id = t.unit_id and u.kind = 'boarding_house'
            {InOrder}
            """;
        return Lookup(Sql, day, slot, cancellationToken);
    }

    /// <summary>
    /// A unit's own people who have reported and owe the answer about travel, by number and name. In a slot in which travel is
    /// not asked there are none; the caller knows which one asks.
    /// </summary>
    public async Task<IReadOnlyList<Absentee>> TravelOpen(long unitId, DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            with {TransferStore.PlaceOnDay}
            {Absentees}
            join place on place.person_id = p.id
            where place.unit_id = @unitId and {Boarders.Expected} and {Standing.TravelOpen}
            {InOrder}
            """;
        return [.. await session.Query<Absentee>(Sql, new { unitId, day, slot }, cancellationToken)];
    }

    /// <summary>
    /// Everybody who has reported and owes the answer about travel, in the order of <see cref="OfUnit"/>, by the unit in which they
    /// were on that day.
    /// </summary>
    public Task<ILookup<long, Absentee>> TravelOpenByUnit(DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            with {TransferStore.PlaceOnDay}
            select place.unit_id, p.id, p.name, {Reached}, false as no_reason
            from check_in c
            join person p on p.id = c.person_id
            join place on place.person_id = p.id
            where c.unit_id is not null and c.day = @day and c.slot = @slot and {Standing.TravelOpen} and {Boarders.Expected}
            {InOrder}
            """;
        return Lookup(Sql, day, slot, cancellationToken);
    }

    /// <summary>
    /// Everybody who is missing, with each user who may answer for them and can be written to. For each person the user who
    /// answered last comes first, then the one who was linked first. Those without a thermometer are left to the school.
    /// </summary>
    /// <param name="day">The school day.</param>
    /// <param name="slot">The slot's id.</param>
    /// <param name="withTravel">Also those who have reported and owe the answer about travel.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<PossibleReporter>> PossibleReporters(
        DateOnly day, string slot, bool withTravel, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select p.id as person_id, p.unit_id, l.user_id
            from person p
            join link l on l.person_id = p.id
            left join account a on a.user_id = l.user_id
            left join check_in c on c.person_id = p.id and c.day = @day and c.slot = @slot and c.is_current
            where {Boarders.Expected} and coalesce(a.reachable, true)
              and (coalesce(c.status, 'missing') = 'missing' or (c.status = 'partial' and not c.no_thermometer) or (@withTravel and {Standing.TravelOpen}))
            order by p.id,
              coalesce((select max(b.day) from check_in b where b.person_id = p.id and b.reporter_user_id = l.user_id), '0001-01-01') desc,
              l.linked_at, l.user_id
            """;
        return [.. await session.Query<PossibleReporter>(Sql, new { day, slot, withTravel }, cancellationToken)];
    }

    private async Task<ILookup<long, Absentee>> Lookup(string sql, DateOnly day, string slot, CancellationToken cancellationToken)
    {
        var rows = await session.Query(
            sql, new { day, slot },
            row => (UnitId: row.GetInt64(0), Who: new Absentee
            {
                PersonId = row.GetInt64(1),
                Name = row.GetString(2),
                Reached = row.GetBoolean(3),
                NoThermometer = row.GetBoolean(4),
                SaidLaterAt = row.InstantOrNull(5),
                AskedAt = row.InstantOrNull(6),
                Heard = row.GetBoolean(7),
                NoReason = row.GetBoolean(8),
            }),
            cancellationToken);
        return rows.ToLookup(row => row.UnitId, row => row.Who);
    }

    private static Coverage ReadCoverage(IRow row, int at) => new()
    {
        Expected = row.GetInt32(at),
        Staff = row.GetInt32(at + 1),
        Reported = row.GetInt32(at + 2),
        Excused = row.GetInt32(at + 3),
        NoReason = row.GetInt32(at + 4),
        TravelUnanswered = row.GetInt32(at + 5),
    };
}

/// <summary>A user who may answer for somebody who is missing.</summary>
public sealed record PossibleReporter
{
    /// <summary>Who is missing.</summary>
    public long PersonId { get; init; }

    /// <summary>Their unit.</summary>
    public long UnitId { get; init; }

    /// <summary>The Telegram user.</summary>
    public long UserId { get; init; }
}
