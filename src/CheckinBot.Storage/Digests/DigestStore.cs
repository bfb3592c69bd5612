using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Storage.Digests;

/// <summary>
/// Counts check-ins unit by unit, in a few statements for a whole subtree; adding up is <see cref="DigestTree"/>'s.
/// An answer counts for the unit in which it was given, whoever is missing for the unit in which they were on that day.
/// </summary>
/// <remarks>
/// Nearly all of a million people report a normal temperature from the unit to which they belong: these are only counted,
/// by index, as the number of check-ins less those that say anything else. The others, a few in a hundred, are read one by
/// one (<see cref="Remarkable"/>).
/// </remarks>
public sealed class DigestStore(DbSession session)
{
    // Tens of thousands of rows in a province, so their columns are read by position; one text for each lowest fever line.
    private static readonly ConcurrentDictionary<string, HotStatement> RemarkableRows = new();

    private const string Current = "c.day = @day and c.slot = @slot and c.is_current";

    /// <summary>The numbers of every unit of a subtree, each without the units below it. Units without people have zeros.</summary>
    /// <param name="rootId">The unit at the top.</param>
    /// <param name="day">The school day.</param>
    /// <param name="slot">The slot's id.</param>
    /// <param name="rules">Fever lines and key areas.</param>
    /// <param name="cancellation">Stops the count.</param>
    public async Task<IReadOnlyList<UnitCount>> Count(long rootId, DateOnly day, string slot, HealthRules rules, CancellationToken cancellation)
    {
        var units = await Units(rootId, cancellation);
        var within = await Within(units.Count, cancellation);
        var arguments = new { rootId, day, slot, since = new DateTimeOffset(day.AddDays(-1), default, TimeSpan.Zero) };
        var expected = slot == SlotSchedule.EveningId ? Boarders.Expected : "p.active and p.expected";

        var tallies = units.ToDictionary(unit => unit.Id, _ => new UnitTally());
        await foreach (var (unitId, people) in Pairs($"select p.unit_id, count(*) from person p where {within("p")} and {expected} group by p.unit_id", arguments, cancellation))
            tallies[unitId].Expected = (int)people;
        await foreach (var (unitId, checkIns) in Pairs($"select c.unit_id, count(*) from check_in c where {within("c")} and {Current} group by c.unit_id", arguments, cancellation))
            tallies[unitId].Reported = (int)checkIns;

        // Neither who does not count nor who has moved since may be taken for one of the many.
        var apart = new HashSet<long>();
        await foreach (var (personId, toldAt) in Pairs(Uncounted(within("p"), expected), arguments, cancellation))
        {
            apart.Add(personId);
            if (tallies.TryGetValue(toldAt, out var tally)) tally.Reported--;
        }

        var isKeyArea = KeyAreas(rules, day);
        await AddMoved(tallies, apart, expected, arguments, rules, isKeyArea, cancellation);
        await AddRemarkable(tallies, apart, within, rootId, day, slot, rules, isKeyArea, cancellation);
        var residents = slot == SlotSchedule.EveningId && units.Exists(unit => unit.Kind == UnitKind.BoardingHouse)
            ? await Residents(within("t"), arguments, rules, isKeyArea, cancellation)
            : [];
        var counts = new List<UnitCount>(units.Count);
        foreach (var unit in units)
        {
            var tally = tallies[unit.Id];
            var reopened = tally.ReopenedAt is { } at && await WasCompleteBefore(at, unit.Id, day, slot, cancellation) ? tally.ReopenedAt : null;
            counts.Add(tally.ToCount(unit) with
            {
                ReopenedAt = reopened,
                Residents = residents.TryGetValue(unit.Id, out var house) ? house.ToCount(unit).Own : null,
            });
        }

        return counts;
    }

    /// <summary>How many people of a subtree had answered by an instant and have corrected that since, or taken it back.</summary>
    public Task<int> Corrected(long rootId, DateOnly day, string slot, DateTimeOffset since, CancellationToken cancellation)
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
        return session.QuerySingle<int>(Sql, new { rootId, day, slot, since }, cancellation);
    }

    /// <summary>How many people of a subtree have answered or been corrected since an instant.</summary>
    public Task<int> AnsweredSince(long rootId, DateOnly day, string slot, DateTimeOffset since, CancellationToken cancellation)
    {
        const string Sql = """
            select count(*) from check_in c
            where c.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId)
              and c.day = @day and c.slot = @slot and c.is_current and c.reported_at > @since
            """;
        return session.QuerySingle<int>(Sql, new { rootId, day, slot, since }, cancellation);
    }

    // Asked of the few units in which everybody who is missing had answered once: everybody else had, too, before that.
    private async Task<bool> WasCompleteBefore(DateTimeOffset at, long unitId, DateOnly day, string slot, CancellationToken cancellation)
    {
        const string Sql = $"""
            select count(*) from check_in c
            where c.unit_id = @unitId and {Current} and c.status in ('reported', 'exempt') and c.revision = 1 and c.reported_at > @at
            """;
        return await session.QuerySingle<int>(Sql, new { unitId, day, slot, at }, cancellation) == 0;
    }

    private async Task<List<DigestUnit>> Units(long rootId, CancellationToken cancellation)
    {
        const string Sql = """
            select u.id, u.parent_id, u.path, u.kind from unit_ancestor a
            join unit u on u.id = a.unit_id
            where a.ancestor_id = @rootId
            order by u.id
            """;
        var units = new List<DigestUnit>();
        await foreach (var row in session.Rows(Sql, new { rootId }, cancellation))
            units.Add(new DigestUnit(row.GetInt64(0), row.NumberOrNull(1), row.GetString(2), row.GetWord<UnitKind>(3)));
        return units;
    }

    // The whole province needs no look at each unit.
    private async Task<Func<string, string>> Within(int units, CancellationToken cancellation) =>
        await session.QuerySingle<int>("select count(*) from unit", null, cancellation) == units
            ? table => $"{table}.unit_id is not null"
            : table => $"{table}.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId)";

    // Matched by the same rule as in the conversation, each place once.
    private static Func<string, bool> KeyAreas(HealthRules rules, DateOnly day)
    {
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        return place => known.TryGetValue(place, out var isOne) ? isOne : known[place] = rules.KeyAreaOf(place, day) is not null;
    }

    private static string Uncounted(string within, string expected) => $"""
        select p.id, c.unit_id from person p
        join check_in c on c.person_id = p.id and {Current}
        where {within} and not ({expected})
        """;

    private async Task AddMoved(
        Dictionary<long, UnitTally> tallies, HashSet<long> apart, string expected, object arguments, HealthRules rules, Func<string, bool> isKeyArea, CancellationToken cancellation)
    {
        var sql = $"""
            select p.id, {ToldRow.Columns}, p.role, p.unit_id, ({expected}),
                coalesce((select t.from_unit_id from transfer t where t.person_id = p.id and t.on_day > @day order by t.on_day, t.id limit 1), p.unit_id)
            from person p
            left join check_in c on c.person_id = p.id and {Current}
            where p.id in (select person_id from transfer where transferred_at >= @since or on_day > @day)
            """;
        await foreach (var row in session.Rows(sql, arguments, cancellation))
        {
            var told = ToldRow.Read(row);
            var (lives, counts, wasIn) = (row.GetInt64(ToldRow.Count + 1), row.GetBoolean(ToldRow.Count + 2), row.GetInt64(ToldRow.Count + 3));
            if (counts && tallies.TryGetValue(lives, out var home)) home.Expected--;
            if (apart.Add(told.PersonId) && told.ToldAt is { } toldAt && tallies.TryGetValue(toldAt, out var there)) there.Reported--;
            var answered = told.Answer.Status is CheckInStatus.Reported or CheckInStatus.Exempt;
            if (!counts || !tallies.TryGetValue(answered ? told.ToldAt!.Value : wasIn, out var tally)) continue;
            tally.Expected++;
            if (told.Reported) tally.Reported++;
            if (told.ToldAt is not null) tally.Add(told, row.GetWord<Role>(ToldRow.Count) == Role.Student, rules, isKeyArea);
        }
    }

    // As they live now: a roster has no past of beds.
    private async Task<Dictionary<long, UnitTally>> Residents(string within, object arguments, HealthRules rules, Func<string, bool> isKeyArea, CancellationToken cancellation)
    {
        var sql = $"""
            select p.id, {ToldRow.Columns}, t.unit_id
            from post t
            join unit u on u.id = t.unit_id and u.kind = 'boarding_house'
            join person p on p.id = t.person_id and {Boarders.Expected}
            left join check_in c on c.person_id = p.id and {Current}
            where t.role = 'student' and {within}
            """;
        var houses = new Dictionary<long, UnitTally>();
        await foreach (var row in session.Rows(sql, arguments, cancellation))
        {
            var (told, unitId) = (ToldRow.Read(row), row.GetInt64(ToldRow.Count));
            if (!houses.TryGetValue(unitId, out var tally)) houses.Add(unitId, tally = new UnitTally());
            tally.Expected++;
            if (told.Reported) tally.Reported++;
            if (told.ToldAt is not null) tally.Add(told, isPupil: true, rules, isKeyArea);
        }

        return houses;
    }

    private async Task AddRemarkable(
        Dictionary<long, UnitTally> tallies, HashSet<long> apart, Func<string, string> within, long rootId, DateOnly day, string slot, HealthRules rules, Func<string, bool> isKeyArea, CancellationToken cancellation)
    {
        var statement = RemarkableRows.GetOrAdd($"select c.person_id, {ToldRow.Columns} from check_in c where {within("c")} and {Current} and {Remarkable.Above(rules.Fever.Lowest)}", sql => new HotStatement(sql));
        // Who is no pupil, at once: to look up the role of each was half of the work.
        var staff = (await session.Query($"select p.id from person p where {within("p")} and p.role <> 'student'", new { rootId }, row => row.GetInt64(0), cancellation)).ToHashSet();
        // The whole province is not asked for by its root.
        object?[] values = statement.Parameters.Count == 2 ? [day, slot] : [rootId, day, slot];
        await session.Query(statement, Add, cancellation, values);

        bool Add(IRow row)
        {
            var told = ToldRow.Read(row);
            if (apart.Contains(told.PersonId)) return false;
            var tally = tallies[told.ToldAt!.Value];
            if (!told.Reported) tally.Reported--;
            tally.Add(told, !staff.Contains(told.PersonId), rules, isKeyArea);
            return true;
        }
    }

    private async IAsyncEnumerable<(long, long)> Pairs(string sql, object arguments, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in session.Rows(sql, arguments, cancellation)) yield return (row.GetInt64(0), row.GetInt64(1));
    }
}
