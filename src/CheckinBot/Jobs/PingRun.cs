using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.LocalSettings;
using CheckinBot.Sending;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Jobs;

/// <summary>
/// Tells each class teacher in private who of the class is missing, and likewise whoever is responsible for a department or a
/// boarding house. A unit that is complete gets no message. Boarders are listed with their house in the evening and with
/// their class by day. The missing people of all units are read at once: asking for each of a province's 25,000 classes took
/// several times as long.
/// </summary>
internal sealed class PingRun(Database database, Outbox outbox, UnitRulesLoader rules) : EventRun
{
    public override SchoolDayEventKind Kind => SchoolDayEventKind.Ping;

    public override bool LeavesWaivedAlone => true;

    // Each takes some 20 µs.
    public override int UnitsToATransaction => 250;

    public override bool Concerns(ScheduledUnit unit) => unit.Unit.Kind == UnitKind.BoardingHouse || (unit.HasPeople && unit.Unit.Kind.HoldsPeople());

    public override async Task<Func<DbSession, IReadOnlyList<Unit>, ValueTask>> Prepare(
        ScheduledUnits units, DueEvent due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (day, slot) = (due.Event.Day, due.Event.Slot);
        await using var reading = await database.OpenRead(cancellationToken);
        var store = new MissingStore(reading);
        var inUnits = await store.ByUnit(day, slot, cancellationToken);
        var inHouses = slot == SlotSchedule.EveningId ? await store.ByHouse(day, slot, cancellationToken) : inUnits;
        var teachers = await new PersonStore(reading).HoldersByUnit(Role.ClassTeacher, cancellationToken);
        return async (session, chunk) =>
        {
            var messages = new List<OutgoingMessage>(chunk.Count);
            foreach (var unit in chunk)
            {
                var missing = (unit.Kind == UnitKind.BoardingHouse ? inHouses : inUnits)[unit.Id].ToList();
                if (missing.Count == 0) continue;
                var held = await rules.For(session, unit.Id, CancellationToken.None);
                messages.AddRange(Pings(unit, due.Event, missing, teachers[unit.Id], held));
            }

            await outbox.SendAll(session, messages, CancellationToken.None);
        };
    }

    private static IEnumerable<OutgoingMessage> Pings(
        Unit unit, SchoolDayEvent due, IEnumerable<Absentee> missing, IEnumerable<Recipient> teachers, UnitRules held)
    {
        var ping = new TeacherPing(unit.Id, unit.ShortName, [.. missing.Select(person => Of(person, due, held.Schedule.TimeZone))])
        {
            Day = due.Day,
            Slot = due.Slot,
        };
        foreach (var teacher in teachers)
        {
            var spoken = teacher.Language ?? held.Language;
            yield return new OutgoingMessage(teacher.UserId, ping.Text(spoken)) { Lane = Lane.Reminders, Keyboard = ping.Keyboard(spoken) };
        }
    }

    private static MissingPerson Of(Absentee person, SchoolDayEvent due, TimeZoneInfo zone) => new(person.PersonId, person.Name, person.Reached)
    {
        NoThermometer = person.NoThermometer,
        SaidLater = person.SaidLaterAt is { } later ? zone.TimeOf(later) : null,
        Asked = person.AskedAt is { } asked && zone.DayOf(asked) == due.Day ? zone.TimeOf(asked) : null,
        Heard = person.Heard,
    };
}
