using CheckinBot.Core.Reading.Claims;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Verdicts;

/// <summary>Puts the stages together for a message that is no chain: whom, what, and whether it is safe to take.</summary>
internal static class MessageReader
{
    public static TextReading Read(Message message)
    {
        var diagnoses = Diagnoses.Read(message);
        var numbers = Temperatures.Read(message);
        numbers.RemoveAll(n => message.Signs(n.Token));
        var ofOthers = Subjects.RemoveOthers(message, numbers);
        var entries = Entries.Build(message, diagnoses, numbers, out var forAll);
        NameMatcher.Unsettle(entries, message.Context);
        return Intent.Decide(message, numbers, entries, forAll, ofOthers);
    }

    /// <summary>The entry of a line that holds one name and nothing else, or null.</summary>
    public static ReadingEntry? NameOnly(Message message)
    {
        if (message.People.Found.Count != 1) return null;
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            if (!message.Signs(i) && message.Tokens[i].Kind is not (TokenKind.Mark or TokenKind.Mention) && !message.Is(i, WordClass.ClassWord))
                return null;
        }

        return Blank(message.People.Found[0], message);
    }

    /// <summary>The entry, without a value, of the one person whom a line of a chain begins with, or null.</summary>
    public static ReadingEntry? Owner(Message message)
    {
        return message.People.Found is [{ Token: 0 } only] ? Blank(only, message) : message.People.Found.Count == 0 && message.People.LatinName() is { } name
            ? Blank(new(0, name, -1), message)
            : null;
    }

    private static ReadingEntry Blank(Named named, Message message) =>
        NameMatcher.Bind(new ReadingEntry { Name = named.Name }, named, message.Context);
}
