using CheckinBot.Conversations;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Organisation;
using CheckinBot.Sending;
using CheckinBot.Storage;

namespace CheckinBot.Jobs;

/// <summary>
/// Tells each class teacher, in private, who of the class is missing, and whoever answers so for a department or a boarding
/// house. A unit that is complete gets no message. Boarders are looked for in their house in the evening, by day in their class.
/// </summary>
internal sealed class PingRun(Outbox outbox, UnitRulesLoader rules) : EventRun
{
    public override SchoolDayEventKind Kind => SchoolDayEventKind.Ping;

    public override bool LeavesWaivedAlone => true;

    public override bool Concerns(ScheduledUnit unit) => unit.Unit.Kind == UnitKind.BoardingHouse || (unit.HasPeople && unit.Unit.Kind.HoldsPeople());

    public override Task<Func<DbSession, Unit, ValueTask>> Prepare(ScheduledUnits units, DueEvent due, DateTimeOffset now, CancellationToken cancellation) =>
        Task.FromResult<Func<DbSession, Unit, ValueTask>>((session, unit) => Ping(session, unit, due.Event));

    private async ValueTask Ping(DbSession session, Unit unit, SchoolDayEvent due)
    {
        var missing = await new MissingStore(session).Of(unit.Id, unit.Kind, due.Day, due.Slot, CancellationToken.None);
        if (missing.Count == 0) return;
        var ping = new TeacherPing(unit.Id, unit.ShortName, [.. missing.Select(person => new MissingPerson(person.PersonId, person.Name, person.Reached))]) { Day = due.Day, Slot = due.Slot };
        var language = (await rules.For(session, unit.Id, CancellationToken.None)).Language;
        foreach (var teacher in await new PersonStore(session).Holders(unit.Id, Role.ClassTeacher, CancellationToken.None))
        {
            var spoken = teacher.Language ?? language;
            var message = new OutgoingMessage(teacher.UserId, ping.Text(spoken)) { Lane = Lane.Reminders, Keyboard = ping.Keyboard(spoken) };
            await outbox.Send(session, message, CancellationToken.None);
        }
    }
}
