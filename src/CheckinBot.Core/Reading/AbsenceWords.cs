namespace CheckinBot.Core.Reading;

/// <summary>Reads the reason of an absence where no illness is told.</summary>
public static class AbsenceWords
{
    /// <summary>Whether the text says that the family has something on: 有事, 家里有事, something came up.</summary>
    public static bool IsFamilyMatter(string text) =>
        text.Length <= TextReader.LongestMessage
        && Health.HasSomethingOn(Message.Of(text, new ReadingContext { Setting = ReadingSetting.PrivateIdle }, KnownNames.None));
}
