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
/// One count of the check-ins of a subtree for a day and slot, in a few statements however many units there are.
/// Everybody counts for the unit in which they were on that day, with what was told of them, wherever it was told: whoever moves
/// takes their answer along.
/// </summary>
/// <remarks>
/// Nearly all of a million people report a normal temperature from the unit to which they belong. These are only counted,
/// by index: the number of check-ins less those that say anything else. The others, a few in a hundred, are read one by
/// one (<see cref="Remarkable"/>).
/// </remarks>
internal sealed class SubtreeCount(DbSession session, long rootId, DateOnly day, string slot, HealthRules rules, bool asksTravel)
{
    private const string Current = "c.day = @day and c.slot = @slot and c.is_current";

    // False also where there is no check-in.
    private const string OwesTravel = $"coalesce({Standing.TravelOpen}, false)";

    // Tens of thousands of rows in a province, so their columns are read by position; one text for each lowest fever line.
    private static readonly ConcurrentDictionary<string, HotStatement> RemarkableRows = new();

    private readonly Dictionary<long, UnitTally> _tallies = [];

    // People whose check-ins have to be looked at one by one: those who do not count, and those who have moved since.
    private readonly HashSet<long> _apart = [];

    private readonly Dictionary<string, bool> _keyAreas = new(StringComparer.Ordinal);

    private readonly string _expected = slot == SlotSchedule.EveningId ? Boarders.Expected : "p.active and p.expected";

    private readonly object _arguments = new { rootId, day, slot, since = new DateTimeOffset(day.AddDays(-1), default, TimeSpan.Zero) };

    // Who is monitored on the day, and who of them was counted with their answer.
    private ILookup<long, Monitored> _monitored = Enumerable.Empty<Monitored>().ToLookup(one => one.PersonId);

    private readonly HashSet<long> _followed = [];

    private bool _isEverything;

    /// <summary>The numbers of every unit, each without the units below it.</summary>
    public async Task<IReadOnlyList<UnitCount>> Run(CancellationToken cancellationToken)
    {
        var units = await Units(cancellationToken);
        foreach (var unit in units) _tallies.Add(unit.Id, new UnitTally());
        _isEverything = await session.QuerySingle<int>("select count(*) from unit", null, cancellationToken) == units.Count;

        await CountAll(cancellationToken);
        await SetUncountedApart(cancellationToken);
        _monitored = await MonitoredPeople(cancellationToken);
        await AddMoved(cancellationToken);
        await AddRemarkable(cancellationToken);
        await AddMonitored(cancellationToken);
        var residents = slot == SlotSchedule.EveningId && units.Exists(unit => unit.Kind == UnitKind.BoardingHouse)
            ? await Residents(cancellationToken)
            : [];

        var counts = new List<UnitCount>(units.Count);
        foreach (var unit in units)
        {
            var tally = _tallies[unit.Id];
            counts.Add(tally.ToCount(unit) with
            {
                ReopenedAt = tally.ReopenedAt is { } at && await WasCompleteBefore(at, unit.Id, cancellationToken) ? at : null,
                Residents = residents.TryGetValue(unit.Id, out var house) ? house.ToCount(unit).Own : null,
            });
        }

        return counts;
    }

    private async Task<List<DigestUnit>> Units(CancellationToken cancellationToken)
    {
        const string Sql = """
            select u.id, u.parent_id, u.path, u.kind from unit_ancestor a
            join unit u on u.id = a.unit_id
            where a.ancestor_id = @rootId
            order by u.id
            """;
        return await session.Query(
            Sql, new { rootId },
            row => new DigestUnit(row.GetInt64(0), row.NumberOrNull(1), row.GetString(2), row.GetWord<UnitKind>(3)), cancellationToken);
    }

    private async Task CountAll(CancellationToken cancellationToken)
    {
        var people = $"""
            select p.unit_id, count(*), count(*) filter (where p.role <> 'student') from person p
            where {Within("p")} and {_expected} group by p.unit_id
            """;
        await foreach (var row in session.Rows(people, _arguments, cancellationToken))
        {
            var tally = _tallies[row.GetInt64(0)];
            (tally.Expected, tally.Staff) = (row.GetInt32(1), row.GetInt32(2));
        }

        var checkIns = $"select c.unit_id, count(*) from check_in c where {Within("c")} and {Current} group by c.unit_id";
        await foreach (var (unitId, count) in Pairs(checkIns, cancellationToken)) _tallies[unitId].Reported = (int)count;
        if (!asksTravel) return;
        var travel = $"select c.unit_id, count(*) from check_in c where {Within("c")} and {Current} and {Standing.TravelOpen} group by c.unit_id";
        await foreach (var (unitId, count) in Pairs(travel, cancellationToken)) _tallies[unitId].TravelOpen = (int)count;
    }

    private async Task SetUncountedApart(CancellationToken cancellationToken)
    {
        var sql = $"""
            select p.id, c.unit_id, {OwesTravel} from person p
            join check_in c on c.person_id = p.id and {Current}
            where {Within("p")} and not ({_expected})
            """;
        await foreach (var row in session.Rows(sql, _arguments, cancellationToken))
        {
            _apart.Add(row.GetInt64(0));
            if (_tallies.TryGetValue(row.GetInt64(1), out var tally)) Leave(tally, row.GetBoolean(2));
        }
    }

    private async Task<ILookup<long, Monitored>> MonitoredPeople(CancellationToken cancellationToken)
    {
        const string Sql = $"select m.person_id, m.kind, m.since, m.until from monitored m where {MonitoredStore.IsOn}";
        return (await session.Query(
            Sql, _arguments, row => new Monitored(row.GetInt64(0), row.GetWord<MonitoredKind>(1), row.GetDay(2), row.GetDay(3)), cancellationToken))
            .ToLookup(one => one.PersonId);
    }

    // Those whose answer of the day says nothing of it, or who have given none.
    private async Task AddMonitored(CancellationToken cancellationToken)
    {
        if (_monitored.Count == 0) return;
        var sql = $"""
            select p.id, coalesce(c.unit_id, p.unit_id), coalesce(c.status, 'missing') = 'reported' from person p
            left join check_in c on c.person_id = p.id and {Current}
            where {_expected} and p.id in (select m.person_id from monitored m where {MonitoredStore.IsOn})
            """;
        await foreach (var row in session.Rows(sql, _arguments, cancellationToken))
        {
            var personId = row.GetInt64(0);
            if (!_apart.Contains(personId) && !_followed.Contains(personId) && _tallies.TryGetValue(row.GetInt64(1), out var tally))
                tally.AddMonitored(row.GetBoolean(2), _monitored[personId]);
        }
    }

    private async Task AddMoved(CancellationToken cancellationToken)
    {
        var sql = $"""
            select p.id, {ToldRow.Columns}, p.role, p.unit_id, ({_expected}), {OwesTravel},
                coalesce((select t.from_unit_id from transfer t where t.person_id = p.id and t.on_day > @day order by t.on_day, t.id limit 1), p.unit_id)
            from person p
            left join check_in c on c.person_id = p.id and {Current}
            where p.id in (select person_id from transfer where transferred_at >= @since or on_day > @day)
            """;
        await foreach (var row in session.Rows(sql, _arguments, cancellationToken))
        {
            var told = ToldRow.Read(row);
            var isPupil = row.GetWord<Role>(ToldRow.Count) == Role.Student;
            var (lives, counts) = (row.GetInt64(ToldRow.Count + 1), row.GetBoolean(ToldRow.Count + 2));
            var (owesTravel, wasIn) = (row.GetBoolean(ToldRow.Count + 3), row.GetInt64(ToldRow.Count + 4));
            if (counts && _tallies.TryGetValue(lives, out var home))
            {
                home.Expected--;
                if (!isPupil) home.Staff--;
            }

            if (_apart.Add(told.PersonId) && told.ToldAt is { } toldAt && _tallies.TryGetValue(toldAt, out var there)) Leave(there, owesTravel);
            if (counts && _tallies.TryGetValue(wasIn, out var tally)) AddPerson(tally, told, isPupil, owesTravel);
        }
    }

    private async Task AddRemarkable(CancellationToken cancellationToken)
    {
        var sql = $"select c.person_id, {ToldRow.Columns} from check_in c where {Within("c")} and {Current} and {Remarkable.Above(rules.Fever.Lowest)}";
        var statement = RemarkableRows.GetOrAdd(sql, text => new HotStatement(text));
        // To look up the role of each row was half of the work, so those who are no pupils are asked for at once.
        var others = $"select p.id from person p where {Within("p")} and p.role <> 'student'";
        var staff = (await session.Query(others, new { rootId }, row => row.GetInt64(0), cancellationToken)).ToHashSet();
        object?[] values = _isEverything ? [day, slot] : [rootId, day, slot];
        await session.Query(statement, Add, cancellationToken, values);

        bool Add(IRow row)
        {
            var told = ToldRow.Read(row);
            if (_apart.Contains(told.PersonId)) return false;
            var tally = _tallies[told.ToldAt!.Value];
            if (!told.Reported) tally.Reported--;
            _followed.Add(told.PersonId);
            tally.Add(told, !staff.Contains(told.PersonId), rules, IsKeyArea, _monitored[told.PersonId]);
            return true;
        }
    }

    // Where they live now: the roster does not say where they lived on an earlier day.
    private async Task<Dictionary<long, UnitTally>> Residents(CancellationToken cancellationToken)
    {
        var sql = $"""
            select p.id, {ToldRow.Columns}, t.unit_id, {OwesTravel}
            from post t
            join unit u on u.id = t.unit_id and u.kind = 'boarding_house'
            join person p on p.id = t.person_id and {Boarders.Expected}
            left join check_in c on c.person_id = p.id and {Current}
            where t.role = 'student' and {Within("t")}
            """;
        var houses = new Dictionary<long, UnitTally>();
        await foreach (var row in session.Rows(sql, _arguments, cancellationToken))
        {
            var (told, unitId) = (ToldRow.Read(row), row.GetInt64(ToldRow.Count));
            if (!houses.TryGetValue(unitId, out var tally)) houses.Add(unitId, tally = new UnitTally());
            AddPerson(tally, told, isPupil: true, owesTravel: row.GetBoolean(ToldRow.Count + 1));
        }

        return houses;
    }

    // Asked of the few units in which everybody who is missing had answered once: it was complete if all others had, too, before that.
    private async Task<bool> WasCompleteBefore(DateTimeOffset at, long unitId, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select count(*) from check_in c
            where c.unit_id = @unitId and {Current} and c.status in ('reported', 'exempt') and c.revision = 1 and c.reported_at > @at
            """;
        return await session.QuerySingle<int>(Sql, new { unitId, day, slot, at }, cancellationToken) == 0;
    }

    // Somebody who was counted with the many of a unit is counted by themselves instead.
    private void Leave(UnitTally tally, bool owesTravel)
    {
        tally.Reported--;
        if (asksTravel && owesTravel) tally.TravelOpen--;
    }

    private void AddPerson(UnitTally tally, ToldRow told, bool isPupil, bool owesTravel)
    {
        tally.Expected++;
        if (!isPupil) tally.Staff++;
        if (asksTravel && owesTravel) tally.TravelOpen++;
        if (told.Reported) tally.Reported++;
        if (told.ToldAt is not null) tally.Add(told, isPupil, rules, IsKeyArea, _monitored[told.PersonId]);
        else tally.AddMonitored(reported: false, _monitored[told.PersonId]);
    }

    // By the rule that the conversation follows too; each place is looked up once.
    private bool IsKeyArea(string place) =>
        _keyAreas.TryGetValue(place, out var isOne) ? isOne : _keyAreas[place] = rules.KeyAreaOf(place, day) is not null;

    // Where the subtree is all there is, no row needs a look at its unit.
    private string Within(string table) => _isEverything
        ? $"{table}.unit_id is not null"
        : $"{table}.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId)";

    private async IAsyncEnumerable<(long, long)> Pairs(string sql, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in session.Rows(sql, _arguments, cancellationToken)) yield return (row.GetInt64(0), row.GetInt64(1));
    }
}
