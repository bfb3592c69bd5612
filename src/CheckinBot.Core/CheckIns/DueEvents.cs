namespace CheckinBot.Core.CheckIns;

/// <summary>An event that is due, and how to run it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Silent">Numbers are taken, but nobody is written to.</param>
/// <param name="Supersedes">Run keys of earlier events of the same slot and kind that need not run any more.</param>
/// <param name="ReminderFollows">A reminder of the same slot is due as well, so that no family need be asked by this event.</param>
public sealed record DueEvent(SchoolDayEvent Event, bool Silent, IReadOnlyList<string> Supersedes, bool ReminderFollows);

/// <summary>
/// Tells what has to be done at an instant, given only the schedule. The answer is the same whether the worker ran all day,
/// was down, or its clock jumped. Recorded runs tell what has been run already; this rule does not.
/// </summary>
public static class DueEvents
{
    /// <summary>
    /// Everything of today that still makes sense, and the close of the school day before.
    /// Of several reminders or cut-offs that have passed only the last is run; in quiet hours whatever writes to people
    /// waits until they are over, except that a cut-off takes its numbers silently; once a slot has closed,
    /// nobody is asked for it.
    /// </summary>
    public static IReadOnlyList<DueEvent> DueAt(this SchoolDaySchedule schedule, DateTimeOffset now)
    {
        var today = schedule.DayOf(now);
        var passed = schedule.EventsOf(today).Where(e => e.At <= now).ToList();
        var quiet = schedule.IsQuiet(now);
        var closed = passed.Where(e => e.Kind == SchoolDayEventKind.Close).Select(e => e.Slot).ToHashSet();
        var latest = passed
            // Each time of an escalation upwards is for another level, so a later one does not replace an earlier one.
            .GroupBy(e => (e.Slot, e.Kind, Level: e.Kind == SchoolDayEventKind.EscalateUp ? e.LocalTime : default))
            .Select(group => (Last: group.Last(), Earlier: group.SkipLast(1).Select(e => e.RunKey).ToList()))
            .Where(due => MakesSense(due.Last.Kind, quiet, closed.Contains(due.Last.Slot)))
            .ToList();
        var reminded = latest.Where(due => due.Last.Kind == SchoolDayEventKind.Remind).Select(due => due.Last.Slot).ToHashSet();
        return
        [
            .. ClosesOfTheDayBefore(schedule, today),
            .. latest.Select(due => new DueEvent(due.Last, quiet, due.Earlier, reminded.Contains(due.Last.Slot))),
        ];
    }

    private static bool MakesSense(SchoolDayEventKind kind, bool quiet, bool closed) => kind switch
    {
        SchoolDayEventKind.Close or SchoolDayEventKind.Digest => true,
        _ => !quiet && !closed,
    };

    private static IEnumerable<DueEvent> ClosesOfTheDayBefore(SchoolDaySchedule schedule, DateOnly today) =>
        schedule.Calendar.Previous(today) is { } before
            ? schedule.EventsOf(before)
                .Where(e => e.Kind == SchoolDayEventKind.Close)
                .Select(e => new DueEvent(e, Silent: true, [], ReminderFollows: false))
            : [];
}
