using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage;

namespace CheckinBot.Conversations;

/// <summary>Reads a class as its teacher or its group sees it.</summary>
internal sealed class ClassRosterLoader(UnitRulesLoader rules)
{
    public async ValueTask<ClassRoster> Load(DbSession session, Unit unit, DateTimeOffset now, bool withHistory, CancellationToken cancellationToken)
    {
        var held = await rules.For(session, unit.Id, cancellationToken);
        var window = held.Schedule.WindowAt(now);
        var checkIns = new CheckInStore(session);
        var current = (await checkIns.OfUnit(unit.Id, window.Day, window.Slot, cancellationToken)).ToDictionary(one => one.PersonId);
        var previous = (await checkIns.OfUnit(unit.Id, window.PreviousDay, window.Slot, cancellationToken)).ToDictionary(one => one.PersonId);
        var students = new List<Subject>();
        foreach (var person in await new PersonStore(session).Expected(unit.Id, cancellationToken))
        {
            students.Add(new Subject(person, unit, Relation.AtUnit, window, held.Health)
            {
                Current = current.GetValueOrDefault(person.Id),
                Previous = previous.GetValueOrDefault(person.Id),
                History = withHistory && current.ContainsKey(person.Id)
                    ? await checkIns.History(person.Id, window.Day, window.Slot, cancellationToken)
                    : [],
            });
        }

        return new ClassRoster(unit, window, students)
        {
            Guardians = await new LinkStore(session).GuardiansOfUnit(unit.Id, cancellationToken),
            SchoolName = (await new UnitStore(session).SchoolOf(unit.Id, cancellationToken))?.Name,
        };
    }
}
