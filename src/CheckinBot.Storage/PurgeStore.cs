namespace CheckinBot.Storage;

/// <summary>What is old enough to go.</summary>
/// <param name="Day">Health data of days before this one go.</param>
/// <param name="Dialog">Conversations that rest since before this instant go; their state may hold answers.</param>
/// <param name="Traffic">Updates, calls and wrong codes of before this instant go.</param>
public sealed record PurgeLimits(DateOnly Day, DateTimeOffset Dialog, DateTimeOffset Traffic)
{
    // Telegram delivers an update for 24 hours; a week leaves time to look into a fault.
    private static readonly TimeSpan TrafficKept = TimeSpan.FromDays(7);

    /// <summary>The limits of a retention time at an instant.</summary>
    public static PurgeLimits At(DateTimeOffset now, int retentionDays) =>
        new(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-retentionDays), now.AddDays(-retentionDays), now - TrafficKept);
}

/// <summary>The retention rule: health data go, the numbers of the digests stay.</summary>
public sealed class PurgeStore(DbSession session)
{
    /// <summary>How many check-in revisions would go.</summary>
    public Task<long> CountCheckIns(PurgeLimits limits, CancellationToken cancellation)
    {
        const string Sql = "select count(*) from check_in where day < @Day";
        return session.QuerySingle<long>(Sql, new { limits.Day }, cancellation);
    }

    /// <summary>Removes the oldest check-in revisions, at most so many, and returns how many: a large purge is done bit by bit, and families are answered meanwhile.</summary>
    public Task<int> DeleteCheckIns(PurgeLimits limits, int most, CancellationToken cancellation)
    {
        const string Sql = "delete from check_in where id in (select id from check_in where day < @Day order by id limit @most)";
        return session.Execute(Sql, new { limits.Day, most }, cancellation);
    }

    /// <summary>Removes what else is old: cards, runs, rules that fired, waivers, looks, conversations at rest, updates, calls made, wrong codes. Returns how many rows.</summary>
    public async Task<int> DeleteTraces(PurgeLimits limits, CancellationToken cancellation) =>
        await new CardStore(session).DeleteBefore(limits.Day, cancellation)
        + await new JobRunStore(session).DeleteBefore(limits.Day, cancellation)
        + await new FiringStore(session).DeleteBefore(limits.Day, cancellation)
        + await new WaiverStore(session).DeleteBefore(limits.Day, cancellation)
        + await new LookStore(session).DeleteBefore(limits.Dialog, cancellation)
        + await new ConversationStore(session).DeleteBefore(limits.Dialog, cancellation)
        + await new InboxStore(session).DeleteBefore(limits.Traffic, cancellation)
        + await new OutboxStore(session).DeleteBefore(limits.Traffic, cancellation)
        + await new InvitationStore(session).DeleteFailuresBefore(limits.Traffic, cancellation);
}
