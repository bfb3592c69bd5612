using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Cases;

/// <summary>By when something has to be done about a case.</summary>
/// <param name="Schedule">The school day of the person's unit.</param>
/// <param name="Acknowledge">How long a case may wait until somebody takes it on: <c>Rules:AcknowledgeMinutes</c>.</param>
/// <param name="MonitorDays">How many days contact and key areas are followed: <c>Rules:MonitorDays</c>.</param>
public sealed record CaseDue(SchoolDaySchedule Schedule, TimeSpan Acknowledge, int MonitorDays)
{
    /// <summary>
    /// A case that nobody has is taken on within the minutes, not counting quiet hours. Contact and a key area wait until their days are
    /// over; an illness is looked at again until classes that are not complete are told to the school on the next school day.
    /// </summary>
    public DateTimeOffset After(CaseMatter matter, CaseState state, DateOnly openedDay, DateTimeOffset now)
    {
        if (state == CaseState.Open) return Schedule.AfterQuiet(now) + Acknowledge;
        var next = Schedule.DayOf(now).AddDays(1);
        var over = openedDay.AddDays(MonitorDays + 1);
        var from = Schedule.TimeZone.ToInstant(matter is CaseMatter.Contact or CaseMatter.KeyArea && over > next ? over : next, TimeOnly.MinValue);
        return (Schedule.NextEvent(from, SchoolDayEventKind.Escalate) ?? Schedule.NextEvent(from))?.At ?? from;
    }
}
