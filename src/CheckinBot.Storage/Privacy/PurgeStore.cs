using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Settings;
using CheckinBot.Storage.Traffic;
using CheckinBot.Storage.Users;

namespace CheckinBot.Storage.Privacy;

/// <summary>What is old enough to go.</summary>
/// <param name="Day">Health data of days before this one go.</param>
/// <param name="Dialog">Conversations that rest since before this instant go; their state may hold answers.</param>
/// <param name="Traffic">Updates, calls and wrong codes of before this instant go.</param>
public sealed record PurgeLimits(DateOnly Day, DateTimeOffset Dialog, DateTimeOffset Traffic)
{
    /// <summary>The key of the retention time in days.</summary>
    public const string Key = "Privacy:RetentionDays";

    /// <summary>Of this unit and those below it alone, as far as no nearer unit sets a time of its own; null for all where none is set.</summary>
    public long? UnitId { get; init; }

    // Telegram delivers an update for 24 hours; a week leaves time to look into a fault.
    private static readonly TimeSpan TrafficKept = TimeSpan.FromDays(7);

    /// <summary>The limits of a retention time at an instant.</summary>
    public static PurgeLimits At(DateTimeOffset now, int retentionDays) =>
        new(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-retentionDays), now.AddDays(-retentionDays), now - TrafficKept);
}

/// <summary>The retention rule: health data go, the numbers of the digests stay.</summary>
public sealed class PurgeStore(DbSession session)
{
    private const string Nowhere = $"unit_id not in (select a.unit_id from unit_ancestor a join setting s on s.unit_id = a.ancestor_id where s.key = '{PurgeLimits.Key}')";

    private const string There = $"""
        unit_id in (
            select a.unit_id from unit_ancestor a
            where a.ancestor_id = @UnitId and not exists (
                select 1 from unit_ancestor n
                join setting s on s.unit_id = n.ancestor_id and s.key = '{PurgeLimits.Key}'
                where n.unit_id = a.unit_id and n.distance < a.distance))
        """;

    /// <summary>The limits of the configured time, and those of each unit that sets another one.</summary>
    /// <param name="now">The present instant.</param>
    /// <param name="retentionDays">The configured time.</param>
    /// <param name="read">Reads a unit's time; null where it is not allowed: the configured one then holds there.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<PurgeLimits>> Limits(DateTimeOffset now, int retentionDays, Func<string, int?> read, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(read);
        var own = (await new SettingStore(session).All(cancellation)).Where(setting => setting.Key == PurgeLimits.Key);
        return
        [
            PurgeLimits.At(now, retentionDays),
            .. own.Select(setting => PurgeLimits.At(now, read(setting.Value) ?? retentionDays) with { UnitId = setting.UnitId }),
        ];
    }

    /// <summary>How many check-in revisions would go.</summary>
    public Task<long> CountCheckIns(PurgeLimits limits, CancellationToken cancellation)
    {
        const string All = $"select count(*) from check_in where day < @Day and {Nowhere}";
        const string Own = $"select count(*) from check_in where day < @Day and {There}";
        return limits.UnitId is { } unitId
            ? session.QuerySingle<long>(Own, new { limits.Day, UnitId = unitId }, cancellation)
            : session.QuerySingle<long>(All, new { limits.Day }, cancellation);
    }

    /// <summary>Removes the oldest check-in revisions, at most so many, and returns how many: a large purge is done bit by bit, and families are answered meanwhile.</summary>
    public Task<int> DeleteCheckIns(PurgeLimits limits, int most, CancellationToken cancellation)
    {
        const string All = $"delete from check_in where id in (select id from check_in where day < @Day and {Nowhere} order by id limit @most)";
        const string Own = $"delete from check_in where id in (select id from check_in where day < @Day and {There} order by id limit @most)";
        return limits.UnitId is { } unitId
            ? session.Execute(Own, new { limits.Day, UnitId = unitId, most }, cancellation)
            : session.Execute(All, new { limits.Day, most }, cancellation);
    }

    /// <summary>
    /// Removes what else is old. By the time of each unit: cards, runs, rules that fired, waivers, looks. By the configured
    /// time, the first of the limits, what belongs to no unit: conversations at rest, updates, calls made, wrong codes.
    /// Returns how many rows.
    /// </summary>
    public async Task<int> DeleteTraces(IReadOnlyList<PurgeLimits> all, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(all);
        var removed = await new ConversationStore(session).DeleteBefore(all[0].Dialog, cancellation)
            + await new InboxStore(session).DeleteBefore(all[0].Traffic, cancellation)
            + await new OutboxStore(session).DeleteBefore(all[0].Traffic, cancellation)
            + await new InvitationStore(session).DeleteFailuresBefore(all[0].Traffic, cancellation);
        foreach (var limits in all)
        {
            foreach (var sql in OfUnits(limits.UnitId is null ? Nowhere : There))
                removed += await session.Execute(sql, new { limits.Day, limits.Dialog, limits.UnitId }, cancellation);
        }

        return removed;
    }

    private static string[] OfUnits(string where) =>
    [
        $"delete from alert_message where firing_id in (select id from rule_firing where last_day < @Day and {where})",
        $"delete from rule_firing_pupil where firing_id in (select id from rule_firing where last_day < @Day and {where})",
        $"delete from rule_firing where last_day < @Day and {where}",
        $"delete from waiver where day < @Day and {where}",
        $"delete from look where looked_at < @Dialog and {where}",
        $"delete from card where day < @Day and {where}",
        $"delete from job_run where day < @Day and {where}",
    ];
}
