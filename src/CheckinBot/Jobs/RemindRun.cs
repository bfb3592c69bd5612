using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage;

namespace CheckinBot.Jobs;

/// <summary>Asks the families that have not answered.</summary>
internal sealed class RemindRun(Asking asking) : EventRun
{
    public override SchoolDayEventKind Kind => SchoolDayEventKind.Remind;

    public override bool Concerns(ScheduledUnit unit) => unit.HasPeople;

    public override async Task<Func<DbSession, Unit, ValueTask>> Prepare(ScheduledUnits units, DueEvent due, DateTimeOffset now, CancellationToken cancellation)
    {
        var ids = units.Units.Where(Concerns).Select(unit => unit.Unit.Id).ToHashSet();
        var users = await asking.UsersByUnit(due.Event.Day, due.Event.Slot, ids, cancellation);
        var first = units.Schedule.Slot(due.Event.Slot)!.RemindAt.Min();
        var kind = due.Event.LocalTime == first ? ReminderKind.First : ReminderKind.Again;
        return (session, unit) => asking.Ask(session, users[unit.Id], kind);
    }
}
