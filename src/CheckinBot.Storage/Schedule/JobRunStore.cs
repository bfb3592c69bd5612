using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Schedule;

/// <summary>What the schedule has done: each kind of run once for a unit, day and slot, whatever starts it and however often.</summary>
public sealed class JobRunStore(DbSession session)
{
    private static readonly HotStatement Insert = new("""
        insert into job_run (unit_id, day, slot, kind, ran_at) values (@unitId, @day, @slot, @kind, @now)
        on conflict do nothing
        returning unit_id
        """);

    /// <summary>Claims a run for each unit, in the transaction that does its work; returns the units for which it was not done before.</summary>
    public async ValueTask<IReadOnlyList<long>> Claim(
        IReadOnlyList<long> unitIds, DateOnly day, string slot, string kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = unitIds.Select(unitId => new object?[] { unitId, day, slot, kind, now });
        return await session.QueryEach(Insert, row => row.GetInt64(0), [.. rows], cancellationToken);
    }

    /// <summary>The units for which a kind has run.</summary>
    public async Task<IReadOnlySet<long>> Done(DateOnly day, string slot, string kind, CancellationToken cancellationToken)
    {
        const string Sql = "select unit_id from job_run where day = @day and slot = @slot and kind = @kind";
        return (await session.Query<long>(Sql, new { day, slot, kind }, cancellationToken)).ToHashSet();
    }

    /// <summary>The units for which anything has run on a day.</summary>
    public async Task<IReadOnlySet<long>> UnitsOf(DateOnly day, CancellationToken cancellationToken)
    {
        const string Sql = "select distinct unit_id from job_run where day = @day";
        return (await session.Query<long>(Sql, new { day }, cancellationToken)).ToHashSet();
    }
}
