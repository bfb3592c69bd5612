using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Cases;

/// <summary>By when something has to be done about a case.</summary>
public static class CaseDue
{
    /// <summary>
    /// A case that nobody has is taken on within the minutes of <c>Rules:AcknowledgeMinutes</c>, not counting quiet hours; any other is
    /// looked at again until classes that are not complete are told to the school on the next school day.
    /// </summary>
    public static DateTimeOffset After(CaseState state, DateTimeOffset now, SchoolDaySchedule schedule, TimeSpan acknowledge)
    {
        if (state == CaseState.Open) return schedule.AfterQuiet(now) + acknowledge;
        var tomorrow = schedule.TimeZone.ToInstant(schedule.DayOf(now).AddDays(1), TimeOnly.MinValue);
        return (schedule.NextEvent(tomorrow, SchoolDayEventKind.Escalate) ?? schedule.NextEvent(tomorrow))?.At ?? now.AddDays(1);
    }
}
