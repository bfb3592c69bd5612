using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Storage;

/// <summary>Numbers as they were at each cut-off. Never changed, and kept when the check-ins themselves are purged.</summary>
public sealed class SnapshotStore(DbSession session)
{
    /// <summary>Keeps a unit's numbers as a new revision, where they differ from the last one.</summary>
    public Task Add(DigestTree tree, long unitId, CancellationToken cancellation)
    {
        const string Sql = """
            insert into digest (unit_id, day, slot, revision, as_of, body)
            select @unitId, @day, @slot, coalesce(max(revision), 0) + 1, @asOf, @body from digest
            where unit_id = @unitId and day = @day and slot = @slot
            having coalesce(max(revision), 0) = 0 or not exists (
                select 1 from digest last
                where last.unit_id = @unitId and last.day = @day and last.slot = @slot and last.body = @body
                  and last.revision = (select max(revision) from digest where unit_id = @unitId and day = @day and slot = @slot))
            """;
        var body = SnapshotBody.Write(tree.CountOf(unitId), tree.Totals[unitId]);
        var (day, slot, asOf) = tree.Moment;
        return session.Execute(Sql, new { unitId, day, slot, asOf, body }, cancellation);
    }

    /// <summary>The last numbers of every unit of a subtree that has any for that day and slot.</summary>
    public async Task<IReadOnlyList<UnitCount>> Last(long rootId, DateOnly day, string slot, CancellationToken cancellation)
    {
        const string Sql = $"""
            select {UnitRow.Columns}, d.body
            from unit_ancestor a
            join unit u on u.id = a.unit_id
            join digest d on d.unit_id = u.id and d.day = @day and d.slot = @slot
            where a.ancestor_id = @rootId and d.revision = (
                select max(revision) from digest where unit_id = u.id and day = @day and slot = @slot)
            """;
        return [.. (await session.Query<Row>(Sql, new { rootId, day, slot }, cancellation)).Select(row => row.ToCount())];
    }

    private sealed record Row : UnitRow
    {
        public string Body { get; init; } = "";

        public UnitCount ToCount()
        {
            var body = SnapshotBody.Read(Body);
            return new UnitCount(new DigestUnit(Id, ParentId, Path, Word.Parse<UnitKind>(Kind)), body.Own, body.LikeSymptoms);
        }
    }
}
