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
/// Tells each class teacher in private about whom of the class somebody has to ask, by name, and likewise whoever is responsible for a department or a
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
        var travel = units.Schedule.AsksTravelIn(slot) ? await store.TravelOpenByUnit(day, slot, cancellationToken) : null;
        var inHouses = slot == SlotSchedule.EveningId ? await store.ByHouse(day, slot, cancellationToken) : inUnits;
        var teachers = await new PersonStore(reading).HoldersByUnit(Role.ClassTeacher, cancellationToken);
        return async (session, chunk) =>
        {
            var messages = new List<OutgoingMessage>(chunk.Count);
            foreach (var unit in chunk)
            {
                var held = await rules.For(session, unit.Id, CancellationToken.None);
                var open = (unit.Kind == UnitKind.BoardingHouse ? inHouses : inUnits)[unit.Id];
                var ping = new TeacherPing(unit.Id, unit.ShortName, [.. open.Select(person => Of(person, due.Event, held.Schedule.TimeZone))])
                {
                    Day = day,
                    Slot = slot,
                    TravelOpen = [.. (travel?[unit.Id] ?? []).Select(person => person.Name)],
                };
                if (!ping.IsEmpty) messages.AddRange(Pings(ping, teachers[unit.Id], held.Language));
            }

            await outbox.SendAll(session, messages, CancellationToken.None);
        };
    }

    private static IEnumerable<OutgoingMessage> Pings(TeacherPing ping, IEnumerable<Recipient> teachers, Language language)
    {
        foreach (var teacher in teachers)
        {
            var spoken = teacher.Language ?? language;
            yield return new OutgoingMessage(teacher.UserId, ping.Text(spoken)) { Lane = Lane.Reminders, Keyboard = ping.Keyboard(spoken) };
        }
    }

    private static MissingPerson Of(Absentee person, SchoolDayEvent due, TimeZoneInfo zone) => new(person.PersonId, person.Name, person.Reached)
    {
        NoReason = person.NoReason,
        NoThermometer = person.NoThermometer,
        SaidLater = person.SaidLaterAt is { } later ? zone.TimeOf(later) : null,
        Asked = person.AskedAt is { } asked && zone.DayOf(asked) == due.Day ? zone.TimeOf(asked) : null,
        Heard = person.Heard,
    };
}
