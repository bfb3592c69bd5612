using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Storage.Digests;

/// <summary>Who signed which revision of a unit's report, and when the signature was found outdated.</summary>
public sealed class SignOffStore(DbSession session)
{
    private const string Latest = """
        s.revision = (select max(revision) from sign_off where unit_id = s.unit_id and day = s.day and slot = s.slot)
        """;

    /// <summary>Signs a revision; false where it is signed already.</summary>
    public async Task<bool> Add(
        long unitId, DateOnly day, string slot, int revision, DigestNumbers numbers, long personId, DateTimeOffset at,
        CancellationToken cancellationToken, string? note = null)
    {
        const string Sql = """
            insert into sign_off (unit_id, day, slot, revision, numbers, person_id, signed_at, note)
            values (@unitId, @day, @slot, @revision, @numbers, @personId, @at, @note)
            on conflict do nothing
            """;
        var arguments = new { unitId, day, slot, revision, numbers = Snapshot.WriteNumbers(numbers), personId, at, note };
        return await session.Execute(Sql, arguments, cancellationToken) == 1;
    }

    /// <summary>The last signature of a unit; null where there is none.</summary>
    public async Task<SignOff?> Of(long unitId, DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select s.*, p.name from sign_off s join person p on p.id = s.person_id
            where s.unit_id = @unitId and s.day = @day and s.slot = @slot and {Latest}
            """;
        return (await session.QuerySingleOrDefault<Row>(Sql, new { unitId, day, slot }, cancellationToken))?.ToSignOff();
    }

    /// <summary>The last signatures of a unit and of those that its digest shows, by unit.</summary>
    public async Task<IReadOnlyDictionary<long, SignOff>> ShownIn(long unitId, DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select s.*, p.name from sign_off s join person p on p.id = s.person_id
            where s.day = @day and s.slot = @slot and {Latest} and s.unit_id in (
                select id from unit where id = @unitId or parent_id = @unitId or school_id = @unitId)
            """;
        return (await session.Query<Row>(Sql, new { unitId, day, slot }, cancellationToken)).ToDictionary(row => row.UnitId, row => row.ToSignOff());
    }

    /// <summary>The last signatures of a unit and of all below it, by unit.</summary>
    public async Task<IReadOnlyDictionary<long, SignOff>> Under(long rootId, DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select s.*, p.name from sign_off s join person p on p.id = s.person_id
            where s.day = @day and s.slot = @slot and {Latest} and s.unit_id in (
                select unit_id from unit_ancestor where ancestor_id = @rootId)
            """;
        return (await session.Query<Row>(Sql, new { rootId, day, slot }, cancellationToken)).ToDictionary(row => row.UnitId, row => row.ToSignOff());
    }

    /// <summary>The units of a subtree at which somebody who can be written to signs: a class's teacher, a school's officer, an area's official.</summary>
    public async Task<IReadOnlySet<long>> WithSigners(long rootId, CancellationToken cancellationToken)
    {
        const string Sql = """
            select distinct t.unit_id from unit_ancestor a
            join unit u on u.id = a.unit_id
            join post t on t.unit_id = u.id and t.role = case u.kind when 'area' then 'official' when 'school' then 'school_officer' else 'class_teacher' end
            join person p on p.id = t.person_id and p.active
            join link l on l.person_id = t.person_id and l.kind = 'self'
            left join account c on c.user_id = l.user_id
            where a.ancestor_id = @rootId and coalesce(c.reachable, true)
            """;
        return (await session.Query<long>(Sql, new { rootId }, cancellationToken)).ToHashSet();
    }

    /// <summary>The units with a signature that holds: among the unit itself, those above it, and in the evening the boarding houses of its pupils.</summary>
    public async Task<IReadOnlyList<long>> HoldingAbove(long unitId, DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select s.unit_id from sign_off s
            where s.day = @day and s.slot = @slot and s.outdated_at is null and {Latest} and (
                s.unit_id in (select ancestor_id from unit_ancestor where unit_id = @unitId)
                or (s.slot = '{SlotSchedule.EveningId}' and s.unit_id in (
                    select t.unit_id from post t join person p on p.id = t.person_id where p.unit_id = @unitId and t.role = 'student')))
            """;
        return [.. await session.Query<long>(Sql, new { unitId, day, slot }, cancellationToken)];
    }

    /// <summary>The days and slots from a day on for which some signature holds.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, string Slot)>> Holding(DateOnly from, CancellationToken cancellationToken)
    {
        const string Sql = "select distinct day, slot from sign_off where outdated_at is null and day >= @from";
        return [.. (await session.Query<DaySlot>(Sql, new { from }, cancellationToken)).Select(row => (row.Day, row.Slot))];
    }

    /// <summary>Marks a signature as outdated; false where it was marked before.</summary>
    public async Task<bool> Outdate(long unitId, DateOnly day, string slot, int revision, DateTimeOffset at, CancellationToken cancellationToken)
    {
        const string Sql = """
            update sign_off set outdated_at = @at
            where unit_id = @unitId and day = @day and slot = @slot and revision = @revision and outdated_at is null
            """;
        return await session.Execute(Sql, new { unitId, day, slot, revision, at }, cancellationToken) == 1;
    }

    /// <summary>The users who are the person that signed a revision.</summary>
    public async Task<IReadOnlyList<Recipient>> Signers(long unitId, DateOnly day, string slot, int revision, CancellationToken cancellationToken)
    {
        const string Sql = """
            select l.user_id, coalesce(a.language, a.seen_language), s.unit_id, coalesce(a.reachable, true) from sign_off s
            join link l on l.person_id = s.person_id and l.kind = 'self'
            left join account a on a.user_id = l.user_id
            where s.unit_id = @unitId and s.day = @day and s.slot = @slot and s.revision = @revision
            """;
        return await session.Query(Sql, new { unitId, day, slot, revision }, Recipient.Read, cancellationToken);
    }

    private sealed record DaySlot
    {
        public DateOnly Day { get; init; }

        public string Slot { get; init; } = "";
    }

    private sealed record Row
    {
        public long UnitId { get; init; }

        public int Revision { get; init; }

        public string Numbers { get; init; } = "";

        public string Name { get; init; } = "";

        public DateTimeOffset SignedAt { get; init; }

        public DateTimeOffset? OutdatedAt { get; init; }

        public string? Note { get; init; }

        public SignOff ToSignOff() => new(UnitId, Revision, Snapshot.ReadNumbers(Numbers), Name, SignedAt) { OutdatedAt = OutdatedAt, Note = Note };
    }
}
