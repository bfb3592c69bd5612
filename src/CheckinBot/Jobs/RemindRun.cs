using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Jobs;

/// <summary>Asks the families that have not answered.</summary>
internal sealed class RemindRun(Asking asking) : EventRun
{
    public override SchoolDayEventKind Kind => SchoolDayEventKind.Remind;

    public override bool LeavesWaivedAlone => true;

    public override bool Concerns(ScheduledUnit unit) => unit.HasPeople;

    public override async Task<Func<DbSession, IReadOnlyList<Unit>, ValueTask>> Prepare(
        ScheduledUnits units, DueEvent due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = units.Units.Where(Concerns).Select(unit => unit.Unit.Id).ToHashSet();
        var times = units.Schedule.Slot(due.Event.Slot)!.RemindAt;
        var turn = times.Count(time => time < due.Event.LocalTime);
        // Once a day, with the last reminder: who passed the question over has had the time to come back to it.
        var withTravel = units.Schedule.AsksTravelIn(due.Event.Slot) && times.All(time => time <= due.Event.LocalTime);
        var users = await asking.UsersByUnit(due.Event.Day, due.Event.Slot, ids, turn, withTravel, cancellationToken);
        var kind = turn == 0 ? ReminderKind.First : ReminderKind.Again;
        return Each((session, unit) => asking.Ask(session, users[unit.Id], kind, withTravel));
    }
}
