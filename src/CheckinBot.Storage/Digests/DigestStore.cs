using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Storage.Digests;

/// <summary>What check-ins add up to, unit by unit; adding up the tree is <see cref="DigestTree"/>'s.</summary>
public sealed class DigestStore(DbSession session)
{
    /// <summary>The numbers of every unit of a subtree, each without the units below it. Units without people have zeros.</summary>
    /// <param name="rootId">The unit at the top.</param>
    /// <param name="day">The school day.</param>
    /// <param name="slot">The slot's id.</param>
    /// <param name="rules">Fever lines and key areas.</param>
    /// <param name="asksTravel">Travel is asked in this slot, so that an answer without it is not whole.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    public async Task<IReadOnlyList<UnitCount>> Count(
        long rootId, DateOnly day, string slot, HealthRules rules, bool asksTravel, CancellationToken cancellationToken) =>
        await new SubtreeCount(session, rootId, day, slot, rules, asksTravel).Run(cancellationToken);

    /// <summary>How many people of a subtree are to check in, in a slot of a day with school.</summary>
    public Task<int> ExpectedUnder(long rootId, string slot, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select count(*) from person p
            where p.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId) and {Boarders.Expected}
            """;
        return session.QuerySingle<int>(Sql, new { rootId, slot }, cancellationToken);
    }

    /// <summary>How many people of a subtree had answered by an instant and have corrected that since, or taken it back.</summary>
    public Task<int> Corrected(long rootId, DateOnly day, string slot, DateTimeOffset since, CancellationToken cancellationToken)
    {
        const string Sql = """
            select count(*) from check_in c
            where c.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId)
              and c.day = @day and c.slot = @slot and c.is_current and c.revision > 1 and c.reported_at > @since
              and exists (
                select 1 from check_in e
                where e.person_id = c.person_id and e.day = c.day and e.slot = c.slot and e.revision < c.revision
                  and e.reported_at <= @since and e.status in ('reported', 'exempt'))
            """;
        return session.QuerySingle<int>(Sql, new { rootId, day, slot, since }, cancellationToken);
    }

    /// <summary>How many people of a subtree have answered or been corrected since an instant.</summary>
    public Task<int> AnsweredSince(long rootId, DateOnly day, string slot, DateTimeOffset since, CancellationToken cancellationToken)
    {
        const string Sql = """
            select count(*) from check_in c
            where c.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId)
              and c.day = @day and c.slot = @slot and c.is_current and c.reported_at > @since
            """;
        return session.QuerySingle<int>(Sql, new { rootId, day, slot, since }, cancellationToken);
    }
}
