using CheckinBot.Core.CheckIns;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Schedule;

/// <summary>Units that need not report on a day. What a school says holds for its classes.</summary>
public sealed class WaiverStore(DbSession session)
{
    private const string Columns = "w.unit_id, w.day, w.slot, w.by_name, w.reason, w.note, w.at";

    /// <summary>Lets a unit off for a day; a later word replaces the earlier one.</summary>
    public Task Set(Waiver waiver, long byUserId, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into waiver (unit_id, day, slot, by_user_id, by_name, reason, note, at)
            values (@UnitId, @Day, @Slot, @byUserId, @ByName, @reason, @Note, @At)
            on conflict (unit_id, day) do update set slot = excluded.slot, by_user_id = excluded.by_user_id, by_name = excluded.by_name,
                reason = excluded.reason, note = excluded.note, at = excluded.at
            """;
        var arguments = new { waiver.UnitId, waiver.Day, waiver.Slot, byUserId, waiver.ByName, reason = Word.Of(waiver.Reason), waiver.Note, waiver.At };
        return session.Execute(Sql, arguments, cancellationToken);
    }

    /// <summary>Takes a waiver back; false where there was none.</summary>
    public async Task<bool> Clear(long unitId, DateOnly day, CancellationToken cancellationToken)
    {
        const string Sql = "delete from waiver where unit_id = @unitId and day = @day";
        return await session.Execute(Sql, new { unitId, day }, cancellationToken) > 0;
    }

    /// <summary>The units that are let off on a day, each with the nearest word that holds for it.</summary>
    public async Task<IReadOnlyDictionary<long, Waiver>> On(DateOnly day, CancellationToken cancellationToken) =>
        (await Between(day, day, cancellationToken)).ToDictionary(waived => waived.UnitId, waived => waived.Waiver);

    /// <summary>What was said on a day of units below a unit, by that unit.</summary>
    public async Task<ILookup<long, Waiver>> Below(DateOnly day, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select a.ancestor_id, {Columns} from waiver w
            join unit_ancestor a on a.unit_id = w.unit_id and a.distance > 0
            where w.day = @day
            order by w.unit_id
            """;
        return (await session.Query(Sql, new { day }, Read, cancellationToken)).ToLookup(row => row.UnitId, row => row.Waiver);
    }

    /// <summary>What holds for one unit on a day; null where nothing does.</summary>
    public async Task<Waiver?> Of(long unitId, DateOnly day, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select a.unit_id, {Columns} from unit_ancestor a
            join waiver w on w.unit_id = a.ancestor_id and w.day = @day
            where a.unit_id = @unitId
            order by a.distance
            """;
        return (await session.Query(Sql, new { unitId, day }, Read, cancellationToken)).FirstOrDefault().Waiver;
    }

    /// <summary>The units that are let off from a day to another, both included, with those below them.</summary>
    private async Task<IReadOnlyList<(long UnitId, DateOnly Day, Waiver Waiver)>> Between(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select a.unit_id, {Columns} from waiver w
            join unit_ancestor a on a.ancestor_id = w.unit_id
            where w.day between @from and @to
            order by a.unit_id, a.distance
            """;
        return [.. (await session.Query(Sql, new { from, to }, Read, cancellationToken))
            .Select(row => (row.UnitId, row.Waiver.Day, row.Waiver)).DistinctBy(row => (row.UnitId, row.Day))];
    }

    private static (long UnitId, Waiver Waiver) Read(IRow row) => (
        row.GetInt64(0),
        new(row.GetInt64(1), row.GetDay(2), row.GetString(3), row.GetWord<WaiverReason>(5), row.TextOrNull(6), row.GetString(4), row.GetInstant(7)));
}
