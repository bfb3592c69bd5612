using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Schedule;

/// <summary>What the schedule has done: each unit, day, slot and kind once, whatever starts it and however often.</summary>
public sealed class JobRunStore(DbSession session)
{
    private static readonly HotStatement Insert = new("""
        insert into job_run (unit_id, day, slot, kind, ran_at) values (@unitId, @day, @slot, @kind, @now)
        on conflict do nothing
        returning unit_id
        """);

    /// <summary>Claims a run for each unit in the transaction that does its work; returns those for which it was not done before.</summary>
    public async ValueTask<IReadOnlyList<long>> Claim(IReadOnlyList<long> unitIds, DateOnly day, string slot, string kind, DateTimeOffset now, CancellationToken cancellation) =>
        await session.QueryEach(Insert, row => row.GetInt64(0), [.. unitIds.Select(unitId => new object?[] { unitId, day, slot, kind, now })], cancellation);

    /// <summary>The units for which a kind has run.</summary>
    public async Task<IReadOnlySet<long>> Done(DateOnly day, string slot, string kind, CancellationToken cancellation)
    {
        const string Sql = "select unit_id from job_run where day = @day and slot = @slot and kind = @kind";
        return (await session.Query<long>(Sql, new { day, slot, kind }, cancellation)).ToHashSet();
    }

    /// <summary>The units for which anything has run on a day.</summary>
    public async Task<IReadOnlySet<long>> UnitsOf(DateOnly day, CancellationToken cancellation)
    {
        const string Sql = "select distinct unit_id from job_run where day = @day";
        return (await session.Query<long>(Sql, new { day }, cancellation)).ToHashSet();
    }
}
