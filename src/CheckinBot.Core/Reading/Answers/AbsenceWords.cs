using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading.Claims;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Answers;

/// <summary>Reads an absence and its reason where it was asked for, so that words beside it do no harm (请假三天, staying off for three days).</summary>
public static class AbsenceWords
{
    /// <summary>The absence that a text tells of today; none for a question.</summary>
    public static Absence Read(string text)
    {
        if (MessageOf(text) is not { } message || message.Any(WordClass.Question)) return Absence.None;
        return Health.Read(message, 0, message.Tokens.Count).Absence;
    }

    /// <summary>Whether the text says that the family has something on: 有事, 家里有事, something came up.</summary>
    public static bool IsFamilyMatter(string text) => MessageOf(text) is { } message && Health.HasSomethingOn(message);

    private static Message? MessageOf(string text) => text.Length > ReadingContext.LongestMessage
        ? null
        : Message.Of(text, new ReadingContext { Setting = ReadingSetting.PrivateIdle }, KnownNames.None);
}
