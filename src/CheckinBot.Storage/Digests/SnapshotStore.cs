using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Storage.Digests;

/// <summary>The numbers as they were at each cut-off. They never change, and they stay when the check-ins themselves are purged.</summary>
public sealed class SnapshotStore(DbSession session)
{
    /// <summary>Keeps a unit's digest as the next revision of its day and slot, and returns that.</summary>
    public Task<int> Add(Digest digest, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into digest (unit_id, day, slot, revision, as_of, body)
            select @unitId, @day, @slot, coalesce(max(revision), 0) + 1, @asOf, @body from digest
            where unit_id = @unitId and day = @day and slot = @slot
            returning revision
            """;
        var (day, slot, asOf) = digest.Moment;
        return session.QuerySingle<int>(
            Sql, new { unitId = digest.Unit.Id, day, slot, asOf = asOf.ToUniversalTime(), body = Snapshot.Write(digest) }, cancellationToken);
    }

    /// <summary>Keeps a unit's digest where its numbers differ from the last revision's; returns the revision that has them.</summary>
    public async Task<int> AddIfChanged(Digest digest, CancellationToken cancellationToken)
    {
        var last = await Last(digest.Unit, digest.Moment.Day, digest.Moment.Slot, cancellationToken);
        return last is not null && last.Numbers == digest.Numbers && last.Own == digest.Own ? last.Revision : await Add(digest, cancellationToken);
    }

    /// <summary>A unit's last snapshot of a day and slot; null where there is none.</summary>
    public async Task<Digest?> Last(DigestUnit unit, DateOnly day, string slot, CancellationToken cancellationToken) =>
        (await Days(unit, slot, day, day, cancellationToken)).SingleOrDefault()?.Digest;

    /// <summary>A unit's last snapshot of a day and slot that was taken before an instant; null where there is none.</summary>
    public async Task<Digest?> LastUntil(DigestUnit unit, DateOnly day, string slot, DateTimeOffset instant, CancellationToken cancellationToken)
    {
        const string Sql = """
            select day, revision, as_of, body from digest
            where unit_id = @unitId and day = @day and slot = @slot and as_of < @instant
            order by revision desc limit 1
            """;
        return (await session.Query<DayRow>(Sql, new { unitId = unit.Id, day, slot, instant = instant.ToUniversalTime() }, cancellationToken))
            .Select(row => Snapshot.Read(row.Body, unit, new DigestMoment(row.Day, slot, row.AsOf), row.Revision)).FirstOrDefault();
    }

    /// <summary>The slots of which a unit has snapshots since a day.</summary>
    public async Task<IReadOnlyList<string>> SlotsOf(long unitId, DateOnly since, CancellationToken cancellationToken)
    {
        const string Sql = "select distinct slot from digest where unit_id = @unitId and day >= @since order by slot";
        return [.. await session.Query<string>(Sql, new { unitId, since }, cancellationToken)];
    }

    /// <summary>A unit's last snapshots of the days from one to another, both included; days without one are left out.</summary>
    public async Task<IReadOnlyList<DigestDay>> Days(DigestUnit unit, string slot, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        const string Sql = """
            select d.day, d.revision, d.as_of, d.body from digest d
            where d.unit_id = @unitId and d.slot = @slot and d.day between @from and @to and d.revision = (
                select max(revision) from digest where unit_id = d.unit_id and day = d.day and slot = d.slot)
            order by d.day
            """;
        return
        [
            .. (await session.Query<DayRow>(Sql, new { unitId = unit.Id, slot, from, to }, cancellationToken)).Select(row => new DigestDay(
                row.Day, Snapshot.Read(row.Body, unit, new DigestMoment(row.Day, slot, row.AsOf), row.Revision))),
        ];
    }

    /// <summary>
    /// A snapshot with all units below, as deep as they were counted at that same moment. One snapshot alone has only those that its
    /// message shows.
    /// </summary>
    public async Task<Digest> InDepth(Digest snapshot, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {UnitRow.Columns}, d.revision, d.body
            from unit_ancestor a
            join unit u on u.id = a.unit_id
            join digest d on d.unit_id = u.id and d.day = @day and d.slot = @slot and d.as_of = @asOf
            where a.ancestor_id = @rootId
            order by u.id, d.revision
            """;
        var moment = snapshot.Moment;
        var found = await session.Query(
            Sql, new { rootId = snapshot.Unit.Id, day = moment.Day, slot = moment.Slot, asOf = moment.At.ToUniversalTime() },
            row => ReadDigest(row, moment), cancellationToken);
        var byUnit = new Dictionary<long, Digest>();
        foreach (var one in found) byUnit[one.Unit.Id] = one;
        return Filled(snapshot);

        Digest Filled(Digest digest)
        {
            var units = digest.Units.Count > 0 ? digest.Units : byUnit.GetValueOrDefault(digest.Unit.Id)?.Units ?? [];
            var alerts = digest.Alerts.Count > 0 ? digest.Alerts : byUnit.GetValueOrDefault(digest.Unit.Id)?.Alerts ?? [];
            return digest with { Units = [.. units.Select(Filled)], Alerts = alerts };
        }
    }

    /// <summary>The last numbers of every unit of a subtree that has any for that day and slot.</summary>
    public async Task<IReadOnlyList<UnitCount>> Tree(long rootId, DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {UnitRow.Columns}, d.revision, d.as_of, d.body
            from unit_ancestor a
            join unit u on u.id = a.unit_id
            join digest d on d.unit_id = u.id and d.day = @day and d.slot = @slot
            where a.ancestor_id = @rootId and d.revision = (
                select max(revision) from digest where unit_id = u.id and day = @day and slot = @slot)
            """;
        return await session.Query(Sql, new { rootId, day, slot }, row => ReadCount(row, day, slot), cancellationToken);
    }

    private static Digest ReadDigest(IRow row, DigestMoment moment)
    {
        var unit = UnitRow.Read(row);
        var counted = DigestUnit.Of(unit);
        return Snapshot.Read(row.GetString(UnitRow.Count + 1), counted, moment, row.GetInt32(UnitRow.Count));
    }

    private static UnitCount ReadCount(IRow row, DateOnly day, string slot)
    {
        var unit = UnitRow.Read(row);
        var counted = DigestUnit.Of(unit);
        var moment = new DigestMoment(day, slot, row.GetInstant(UnitRow.Count + 1));
        var digest = Snapshot.Read(row.GetString(UnitRow.Count + 2), counted, moment, row.GetInt32(UnitRow.Count));
        return new UnitCount(counted, digest.Own, digest.LikeSymptoms)
        {
            Residents = unit.Kind == UnitKind.BoardingHouse && digest.Own != digest.Numbers ? digest.Numbers : null,
        };
    }

    private sealed record DayRow
    {
        public DateOnly Day { get; init; }

        public int Revision { get; init; }

        public DateTimeOffset AsOf { get; init; }

        public string Body { get; init; } = "";
    }
}
