using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Answers;

/// <summary>Finds leave that is asked for a later day (明天还要请假): it says nothing about today.</summary>
public static class LeaveAhead
{
    /// <summary>Whether the text asks for leave on a later day, and not for today as well.</summary>
    public static bool Is(string text)
    {
        if (text.Length > ReadingContext.LongestMessage) return false;
        var message = Message.Of(text, new ReadingContext { Setting = ReadingSetting.PrivateIdle }, KnownNames.None);
        var absences = Enumerable.Range(0, message.Tokens.Count).Where(at => message.Is(at, WordClass.Absence)).ToList();
        return absences.Count > 0 && absences.TrueForAll(at => message.ClauseOf(at).IsAhead);
    }
}
