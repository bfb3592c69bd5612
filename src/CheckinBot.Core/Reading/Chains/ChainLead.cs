using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Chains;

/// <summary>
/// Whom a line of a chain begins with, where neither a list nor the form of a name tells it: 齐心36.6, 花满楼36.4, 柏林妈妈 36.5. In a list of
/// people what stands in front of the value is somebody.
/// </summary>
internal static class ChainLead
{
    private const int LongestHan = 4, LongestLatin = 24;

    // What a value is introduced by in a line that names nobody.
    private const WordClass NoName = WordClass.Thermo | WordClass.Site | WordClass.Today | WordClass.Child | WordClass.Self | WordClass.Home
        | WordClass.NotOut | WordClass.Symptom | WordClass.Normal | WordClass.ClassWord | WordClass.OtherMatter | WordClass.OtherTopic
        | WordClass.Notice | WordClass.Sample | WordClass.Hearsay | WordClass.Question | WordClass.Leave | WordClass.Both | WordClass.All
        | WordClass.Absence | WordClass.NotMeasured | WordClass.Correction | WordClass.CelsiusUnit | WordClass.Intent | WordClass.Later;

    /// <summary>The name, and the line without it; null where the line begins with no name.</summary>
    public static (string Name, string Behind)? Of(Message message)
    {
        var tokens = message.Tokens;
        var end = 0;
        while (end < tokens.Count && tokens[end].Kind is TokenKind.Unknown or TokenKind.Word or TokenKind.Name or TokenKind.Place
            && (end == 0 || Continues(message, end)) && !message.Is(end, Term.Possessive))
            end++;
        if (end == 0 || !IsName(message, end)) return null;
        var next = end;
        if (message.Is(next, Term.Possessive)) next++;
        if (message.Is(next, WordClass.Relation)) next++;
        while (message.Is(next, TokenKind.Mark) && message.First(next) is ':' or ',' or '-') next++;
        if (!message.Is(next, TokenKind.Number) || tokens[next].Form == NumberForm.Foreign) return null;
        return (message.Text.Typed(tokens[0].Start, tokens[end - 1].End), message.Text.Typed(tokens[next].Start, tokens[^1].End));
    }

    private static bool Continues(Message message, int at) =>
        !message.Is(at, WordClass.Relation) && (message.TouchesNext(at - 1) || Lexicon.IsLatin(message.First(at)));

    private static bool IsName(Message message, int end)
    {
        var (start, length) = (message.Tokens[0].Start, message.Tokens[end - 1].End - message.Tokens[0].Start);
        // A sign by itself is no word of a list: 花满楼.
        for (var i = 0; i < end; i++)
        {
            if ((message.Tokens[i].Length > 1 || end == 1) && message.Is(i, NoName | WordClass.Relation)) return false;
        }

        return Lexicon.IsLatin(message.First(0))
            ? length <= LongestLatin && message.Text.IsUpper(start)
            : length is >= 2 and <= LongestHan && Lexicon.IsAllHan(message.Text.Text.AsSpan(start, length));
    }
}
