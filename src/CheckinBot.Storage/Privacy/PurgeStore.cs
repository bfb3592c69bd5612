using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Settings;
using CheckinBot.Storage.Traffic;
using CheckinBot.Storage.Users;

namespace CheckinBot.Storage.Privacy;

/// <summary>What is old enough to be deleted.</summary>
/// <param name="Day">Health data of the days before this one are deleted.</param>
/// <param name="Dialog">Conversations that nobody has touched since this instant are deleted; their state may hold answers.</param>
/// <param name="Traffic">Updates, calls and wrong codes from before this instant are deleted.</param>
public sealed record PurgeLimits(DateOnly Day, DateTimeOffset Dialog, DateTimeOffset Traffic)
{
    /// <summary>The key of the retention time in days.</summary>
    public const string Key = "Privacy:RetentionDays";

    /// <summary>Only this unit and those below it, except where a nearer unit sets its own time; null for all units without a time of their own.</summary>
    public long? UnitId { get; init; }

    // Telegram delivers an update for 24 hours; a week leaves time to look into a fault.
    private static readonly TimeSpan TrafficKept = TimeSpan.FromDays(7);

    /// <summary>The limits of a retention time at an instant.</summary>
    public static PurgeLimits At(DateTimeOffset now, int retentionDays) =>
        new(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-retentionDays), now.AddDays(-retentionDays), now - TrafficKept);
}

/// <summary>The retention rule: health data are deleted, and the numbers of the digests stay.</summary>
public sealed class PurgeStore(DbSession session)
{
    private const string Nowhere = $"""
        unit_id not in (select a.unit_id from unit_ancestor a join setting s on s.unit_id = a.ancestor_id where s.key = '{PurgeLimits.Key}')
        """;

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
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<PurgeLimits>> Limits(DateTimeOffset now, int retentionDays, Func<string, int?> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        var own = (await new SettingStore(session).All(cancellationToken)).Where(setting => setting.Key == PurgeLimits.Key);
        return
        [
            PurgeLimits.At(now, retentionDays),
            .. own.Select(setting => PurgeLimits.At(now, read(setting.Value) ?? retentionDays) with { UnitId = setting.UnitId }),
        ];
    }

    /// <summary>How many check-in revisions would be deleted.</summary>
    public Task<long> CountCheckIns(PurgeLimits limits, CancellationToken cancellationToken)
    {
        const string All = $"select count(*) from check_in where day < @Day and {Nowhere}";
        const string Own = $"select count(*) from check_in where day < @Day and {There}";
        return limits.UnitId is { } unitId
            ? session.QuerySingle<long>(Own, new { limits.Day, UnitId = unitId }, cancellationToken)
            : session.QuerySingle<long>(All, new { limits.Day }, cancellationToken);
    }

    /// <summary>
    /// Removes the oldest check-in revisions, at most a given number, and returns how many it removed. A large purge is done in
    /// steps, so that families are answered meanwhile.
    /// </summary>
    public Task<int> DeleteCheckIns(PurgeLimits limits, int most, CancellationToken cancellationToken)
    {
        const string All = $"delete from check_in where id in (select id from check_in where day < @Day and {Nowhere} order by id limit @most)";
        const string Own = $"delete from check_in where id in (select id from check_in where day < @Day and {There} order by id limit @most)";
        return limits.UnitId is { } unitId
            ? session.Execute(Own, new { limits.Day, UnitId = unitId, most }, cancellationToken)
            : session.Execute(All, new { limits.Day, most }, cancellationToken);
    }

    /// <summary>
    /// Removes everything else that is old, and returns how many rows that were. The time of each unit holds for cards, runs,
    /// rules that fired, waivers, looks, hearsay, words of later and requests for help. The
    /// configured time, which is the first of the limits, holds for what belongs to no
    /// unit: conversations at rest, updates, calls made, wrong codes, when users were asked.
    /// </summary>
    public async Task<int> DeleteTraces(IReadOnlyList<PurgeLimits> all, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(all);
        var removed = await new ConversationStore(session).DeleteBefore(all[0].Dialog, cancellationToken)
            + await new InboxStore(session).DeleteBefore(all[0].Traffic, cancellationToken)
            + await new OutboxStore(session).DeleteBefore(all[0].Traffic, cancellationToken)
            + await new InvitationStore(session).DeleteFailuresBefore(all[0].Traffic, cancellationToken)
            + await new ShownQuestionStore(session).DeleteBefore(all[0].Dialog, cancellationToken)
            + await new AskedStore(session).DeleteBefore(all[0].Traffic, cancellationToken);
        foreach (var limits in all)
        {
            foreach (var sql in OfUnits(limits.UnitId is null ? Nowhere : There))
                removed += await session.Execute(sql, new { limits.Day, limits.Dialog, limits.UnitId }, cancellationToken);
        }

        return removed;
    }

    private static string[] OfUnits(string where) =>
    [
        $"delete from alert_message where firing_id in (select id from rule_firing where last_day < @Day and {where})",
        $"delete from rule_firing_pupil where firing_id in (select id from rule_firing where last_day < @Day and {where})",
        $"delete from rule_firing where last_day < @Day and {where}",
        $"delete from monitored where until < @Day and {OfPeople(where)}",
        $"delete from case_entry where case_id in (select f.id from case_file f where f.closed_at < @Dialog and {OfPeople(where)})",
        $"delete from case_file where closed_at < @Dialog and {OfPeople(where)}",
        $"delete from rule_look where day < @Day and {where}",
        $"delete from growing_message where grown_at < @Dialog and {where}",
        $"delete from waiver where day < @Day and {where}",
        $"delete from look where looked_at < @Dialog and {where}",
        $"delete from hearsay where day < @Day and {OfPeople(where)}",
        $"delete from said_later where day < @Day and {OfPeople(where)}",
        $"delete from help_request where asked_at < @Dialog and {where}",
        $"delete from card where day < @Day and {where}",
        $"delete from job_run where day < @Day and {where}",
    ];

    private static string OfPeople(string where) => $"person_id in (select id from person where {where})";
}
