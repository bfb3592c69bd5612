using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;

namespace CheckinBot.Core.Conversations.Group;

/// <summary>
/// A chain is posted again and again, each time with one line more. A line that says what the last chain of the day
/// said of a person is not news, even where the family has corrected it in the meantime.
/// </summary>
internal static class ChainMemory
{
    /// <summary>Whether the last chain of the day that named this person said the same.</summary>
    public static bool SaidBefore(Subject subject, CheckInAnswer told)
    {
        var last = subject.History.LastOrDefault(one =>
            one.Day == subject.Window.Day && one.Slot == subject.Window.Slot && one.Source == CheckInSource.Chain);
        return last is not null
            && last.Answer.TemperatureTenths == told.TemperatureTenths
            && last.Answer.Absence == told.Absence
            && (told.Travel == Travel.Unknown || last.Answer.Travel == told.Travel);
    }
}
