using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Jobs;

/// <summary>Does what one kind of event of the school day asks for.</summary>
internal abstract class EventRun
{
    /// <summary>The kind.</summary>
    public abstract SchoolDayEventKind Kind { get; }

    /// <summary>Whether the event leaves units alone that are let off today.</summary>
    public virtual bool LeavesWaivedAlone => false;

    /// <summary>
    /// How many units share one transaction: few enough that an answer never waits long behind a broadcast.
    /// </summary>
    public virtual int UnitsToATransaction => 25;

    /// <summary>Whether the event concerns a unit at all. It is recorded as run for such units only.</summary>
    public abstract bool Concerns(ScheduledUnit unit);

    /// <summary>
    /// Reads what all units need before any is acted on, and returns what is to be done for some of them, in the
    /// transaction that records it as done. The returned action may be run again where that transaction is rolled back.
    /// </summary>
    /// <param name="units">The units that share the schedule.</param>
    /// <param name="due">The event.</param>
    /// <param name="now">The instant for which it is run.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Func<DbSession, IReadOnlyList<Unit>, ValueTask>> Prepare(
        ScheduledUnits units, DueEvent due, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Does once for a unit that is let off what is due all the same: nobody is asked, and nobody who is excused becomes one who is missing.</summary>
    public virtual Task WhileWaived(DbSession session, Unit unit, DueEvent due, DateTimeOffset now) => Task.CompletedTask;

    /// <summary>Turns an action for one unit into an action for several.</summary>
    protected static Func<DbSession, IReadOnlyList<Unit>, ValueTask> Each(Func<DbSession, Unit, ValueTask> act) => async (session, units) =>
    {
        foreach (var unit in units) await act(session, unit);
    };
}
