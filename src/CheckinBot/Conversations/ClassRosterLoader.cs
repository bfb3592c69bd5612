using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Users;

namespace CheckinBot.Conversations;

/// <summary>Reads a class as its teacher or its group sees it.</summary>
internal sealed class ClassRosterLoader(UnitRulesLoader rules)
{
    public async ValueTask<ClassRoster> Load(
        DbSession session, Unit unit, DateTimeOffset now, DaySlot? about, bool withHistory, CancellationToken cancellationToken)
    {
        var held = await rules.For(session, unit.Id, cancellationToken);
        var people = await new PersonStore(session).Expected(unit.Id, cancellationToken);
        // A class without boarders has no evening slot. Otherwise each pupil has a window of their own.
        var window = (people.Any(person => person.IsBoarder) || people.Count == 0 ? held.Schedule : held.Schedule.For(people[0])).WindowAt(now, about);
        var checkIns = new CheckInStore(session);
        var answers = await checkIns.OfUnit(unit.Id, window.PreviousDay, window.Day, cancellationToken);
        var students = new List<Subject>();
        foreach (var person in people)
        {
            var own = held.Schedule.For(person).WindowAt(now, about);
            var told = answers[person.Id];
            var current = told.FirstOrDefault(one => one.Day == own.Day && one.Slot == own.Slot);
            students.Add(new Subject(person, unit, Relation.AtUnit, own, held.Health)
            {
                Current = current,
                Previous = told.FirstOrDefault(one => one.Day == own.PreviousDay && one.Slot == own.Slot),
                Earlier = told.Where(one => one.Day == own.Day && one.Slot != own.Slot && one.Answer.Status != CheckInStatus.Missing)
                    .MaxBy(one => one.ReportedAt),
                History = withHistory && current is not null ? await checkIns.History(person.Id, own.Day, own.Slot, cancellationToken) : [],
            });
        }

        if (unit.Kind == UnitKind.BoardingHouse)
            return await WithResidents(session, new ClassRoster(unit, window, students), held, now, about, withHistory, cancellationToken);
        return new ClassRoster(unit, window, students)
        {
            Quiet = held.Schedule.Quiet,
            Guardians = await new LinkStore(session).GuardiansOfUnit(unit.Id, cancellationToken),
            SchoolName = (await new UnitStore(session).SchoolOf(unit.Id, cancellationToken))?.Name,
        };
    }

    // Boarders answer at the hours of their class, and are counted there.
    private async ValueTask<ClassRoster> WithResidents(
        DbSession session, ClassRoster house, UnitRules held, DateTimeOffset now, DaySlot? about, bool withHistory, CancellationToken cancellationToken)
    {
        var students = new List<Subject>(house.Students);
        var guardians = new List<Guardian>();
        var window = house.Window;
        foreach (var residents in await new PersonStore(session).Residents(house.Unit.Id, cancellationToken))
        {
            if (await new UnitStore(session).Find(residents.Key, cancellationToken) is not { } room) continue;
            var roster = await Load(session, room, now, about, withHistory, cancellationToken);
            students.AddRange(roster.Students.Where(student => residents.Contains(student.Person.Id)).Select(student => student with { House = house.Unit }));
            guardians.AddRange(roster.Guardians.Where(guardian => residents.Contains(guardian.PersonId)));
            window = roster.Window;
        }

        return house with { Window = window, Students = students, Guardians = guardians, Quiet = held.Schedule.Quiet };
    }
}
