using CheckinBot.Core.Cases;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Rules;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Storage.Alerts;

/// <summary>Reads the open cases of a subtree, from what answers tell, from the rules that fired, and from what is still followed.</summary>
public sealed class CaseStore(DbSession session)
{
    private static readonly HotStatement Told = new($"""
        select {CheckInRow.Columns}, p.id, p.role, p.name, p.number, {UnitRow.Columns}
        from check_in c
        join person p on p.id = c.person_id and p.active
        join unit u on u.id = p.unit_id
        where c.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId) and c.day between @from and @to and c.is_current
          and (c.symptoms <> 0 or c.temperature_tenths >= @lowest or c.travel = 'yes' or c.isolation <> 'none' or c.contact or c.diseases <> 0
              or c.taken is not null
              or c.absence in ('ill_at_home', 'hospital'))
        order by c.day, c.id
        """);

    private static readonly HotStatement Named = new($"""
        select p.id, p.role, p.name, p.number, {UnitRow.Columns}
        from rule_firing_pupil m
        join person p on p.id = m.person_id and p.active
        join unit u on u.id = p.unit_id
        where m.firing_id = @firingId
        """);

    private static readonly HotStatement One = new($"""
        select p.id, p.role, p.name, p.number, {UnitRow.Columns}
        from person p
        join unit u on u.id = p.unit_id
        where p.id = @personId
        """);

    /// <summary>The cases in a unit and below it from one day to another, both included.</summary>
    public async Task<IReadOnlyList<FollowedCase>> Under(long rootId, DateOnly from, DateOnly to, HealthRules rules, CancellationToken cancellationToken)
    {
        var told = (await session.Query(Told, ReadTold, cancellationToken, rootId, from, to, rules.Fever.Lowest))
            .Where(one => rules.NeedsFollowUp(one.CheckIn.Answer, one.CheckIn.Day))
            .GroupBy(one => one.Who.Id)
            .ToDictionary(person => person.Key, person => (person.First().Who, person.First().Unit, Answers: person.Select(one => one.CheckIn).ToList()));
        var firings = new Dictionary<long, List<Firing>>();
        foreach (var firing in (await new FiringStore(session).Under(rootId, from, cancellationToken)).Where(firing => firing.WithdrawnAt is null))
        {
            foreach (var (who, unit) in await session.Query(Named, row => ReadPerson(row, 0), cancellationToken, firing.Id))
            {
                told.TryAdd(who.Id, (who, unit, []));
                if (!firings.TryGetValue(who.Id, out var own)) firings[who.Id] = own = [];
                own.Add(firing);
            }
        }

        var monitored = await new MonitoredStore(session).On(rootId, to, cancellationToken);
        foreach (var person in monitored.Where(person => !told.ContainsKey(person.Key)))
        {
            var (who, unit) = (await session.Query(One, row => ReadPerson(row, 0), cancellationToken, person.Key)).Single();
            told.Add(who.Id, (who, unit, []));
        }

        var files = (await new CaseFileStore(session).Under(rootId, cancellationToken)).ToLookup(file => file.Person.Id);
        foreach (var person in files) told.TryAdd(person.Key, (person.First().Person, person.First().Unit, []));

        return
        [
            .. told.Values.Select(one =>
                new FollowedCase(one.Who, one.Unit, one.Answers, firings.GetValueOrDefault(one.Who.Id) ?? [])
                {
                    Monitored = [.. monitored[one.Who.Id]],
                    Files = [.. files[one.Who.Id]],
                }),
        ];
    }

    private static (CheckIn CheckIn, Person Who, Unit Unit) ReadTold(IRow row)
    {
        var (who, unit) = ReadPerson(row, CheckInRow.Count);
        return (CheckInRow.Read(row), who, unit);
    }

    private static (Person Who, Unit Unit) ReadPerson(IRow row, int first)
    {
        var unit = UnitRow.Read(row, first + 4);
        return (new Person(row.GetInt64(first), unit.Id, row.GetWord<Role>(first + 1), row.GetString(first + 2), row.TextOrNull(first + 3)), unit);
    }
}
