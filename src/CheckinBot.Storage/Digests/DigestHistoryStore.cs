using CheckinBot.Core.Digests;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Digests;

/// <summary>The numbers of a unit, or of one below it, on one day.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Day">The school day.</param>
/// <param name="Total">Everybody of the unit and below it.</param>
public sealed record DayTotal(long UnitId, DateOnly Day, DigestNumbers Total);

/// <summary>Reads from the snapshots how a unit and those below it did over some days.</summary>
public sealed class DigestHistoryStore(DbSession session)
{
    /// <summary>The last numbers of each day: of the unit, of those right below it, and of its classes where they are asked for.</summary>
    public async Task<IReadOnlyList<DayTotal>> Totals(long rootId, DateOnly from, DateOnly to, string slot, bool classes, CancellationToken cancellationToken)
    {
        const string Sql = """
            select d.unit_id, d.day, d.body
            from unit_ancestor a
            join unit u on u.id = a.unit_id
            join digest d on d.unit_id = u.id and d.slot = @slot and d.day between @from and @to
            where a.ancestor_id = @rootId and (a.distance <= 1 or (u.kind = 'class' and @classes))
              and d.revision = (select max(l.revision) from digest l where l.unit_id = d.unit_id and l.day = d.day and l.slot = d.slot)
            """;
        var rows = await session.Query<Row>(Sql, new { rootId, from, to, slot, classes }, cancellationToken);
        return [.. rows.Select(row => new DayTotal(row.UnitId, row.Day, Snapshot.ReadTotal(row.Body)))];
    }

    /// <summary>Whether anybody of a subtree has answered for a day and slot.</summary>
    public async Task<bool> HasAnswers(long rootId, DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Sql = """
            select 1 from unit_ancestor a
            join check_in c on c.unit_id = a.unit_id and c.day = @day and c.slot = @slot and c.is_current
            where a.ancestor_id = @rootId
            limit 1
            """;
        return (await session.Query<int>(Sql, new { rootId, day, slot }, cancellationToken)).Any();
    }

    private sealed record Row
    {
        public long UnitId { get; init; }

        public DateOnly Day { get; init; }

        public string Body { get; init; } = "";
    }
}
