using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage;

namespace CheckinBot.Jobs;

/// <summary>What one kind of event does.</summary>
internal abstract class EventRun
{
    /// <summary>The kind.</summary>
    public abstract SchoolDayEventKind Kind { get; }

    /// <summary>Nobody of a unit that is let off today is asked or pinged by it.</summary>
    public virtual bool LeavesWaivedAlone => false;

    /// <summary>
    /// How many units are acted on in one transaction: so few that an answer never waits long behind one of a broadcast.
    /// </summary>
    public virtual int UnitsToATransaction => 25;

    /// <summary>Whether the event concerns a unit at all; it is recorded as run for no other.</summary>
    public abstract bool Concerns(ScheduledUnit unit);

    /// <summary>
    /// Reads what all units need before any is acted on, and returns what is to be done for some of them, in the
    /// transaction that records it as done. The returned action may be run again where that transaction is rolled back.
    /// </summary>
    /// <param name="units">The units that share the schedule.</param>
    /// <param name="due">The event.</param>
    /// <param name="now">The instant for which it is run.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public abstract Task<Func<DbSession, IReadOnlyList<Unit>, ValueTask>> Prepare(ScheduledUnits units, DueEvent due, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>What is to be done for one unit, for each of some.</summary>
    protected static Func<DbSession, IReadOnlyList<Unit>, ValueTask> Each(Func<DbSession, Unit, ValueTask> act) => async (session, units) =>
    {
        foreach (var unit in units) await act(session, unit);
    };
}
