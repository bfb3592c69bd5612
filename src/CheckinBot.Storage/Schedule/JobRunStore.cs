using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Schedule;

/// <summary>A run of the schedule that failed for a unit and is not tried again by itself.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Day">The school day.</param>
/// <param name="Slot">The slot.</param>
/// <param name="Kind">What was to be done, as runs are recorded.</param>
/// <param name="At">When it was set aside (UTC).</param>
/// <param name="Error">The kind of its fault.</param>
/// <param name="Cause">Where it failed.</param>
public sealed record SetAsideRun(long UnitId, DateOnly Day, string Slot, string Kind, DateTimeOffset At, string Error, string? Cause);

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

    /// <summary>A run counts as done, with what it failed by; false where it was done before.</summary>
    public async Task<bool> SetAside(SetAsideRun run, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into job_run (unit_id, day, slot, kind, ran_at, error, cause) values (@UnitId, @Day, @Slot, @Kind, @At, @Error, @Cause)
            on conflict do nothing
            """;
        return await session.Execute(Sql, run, cancellationToken) == 1;
    }

    /// <summary>The runs that are set aside, the oldest first.</summary>
    public async Task<IReadOnlyList<SetAsideRun>> AllSetAside(CancellationToken cancellationToken)
    {
        const string Sql = "select unit_id, day, slot, kind, ran_at, error, cause from job_run where error is not null order by ran_at, unit_id";
        return await session.Query(
            Sql,
            null,
            row => new SetAsideRun(
                row.GetInt64(0), row.GetDay(1), row.GetString(2), row.GetString(3), row.GetInstant(4), row.GetString(5), row.TextOrNull(6)),
            cancellationToken);
    }

    /// <summary>A run that was set aside is to be made again, in this transaction; false where somebody else has.</summary>
    public async Task<bool> TakeBack(SetAsideRun run, CancellationToken cancellationToken)
    {
        const string Sql = "delete from job_run where unit_id = @UnitId and day = @Day and slot = @Slot and kind = @Kind and error is not null";
        return await session.Execute(Sql, new { run.UnitId, run.Day, run.Slot, run.Kind }, cancellationToken) == 1;
    }

    /// <summary>The units for which anything has run on a day.</summary>
    public async Task<IReadOnlySet<long>> UnitsOf(DateOnly day, CancellationToken cancellationToken)
    {
        const string Sql = "select distinct unit_id from job_run where day = @day";
        return (await session.Query<long>(Sql, new { day }, cancellationToken)).ToHashSet();
    }
}
