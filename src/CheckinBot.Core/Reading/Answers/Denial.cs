using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Answers;

/// <summary>Reads a text that denies what was asked and tells nothing else: 没有别的不舒服, 没了, no other symptoms.</summary>
public static class Denial
{
    private const int LongestAnswer = 40;

    private const WordClass OfDenials = WordClass.Negation | WordClass.Normal | WordClass.Symptom | WordClass.Filler | WordClass.Other
        | WordClass.Still | WordClass.All | WordClass.And | WordClass.Or | WordClass.Today | WordClass.Child | WordClass.ChildName | WordClass.NotName;

    /// <summary>Whether the text begins by denying and holds nothing that is no part of a denial of symptoms.</summary>
    public static bool Is(string text)
    {
        if (text.Length > LongestAnswer) return false;
        var message = Message.Of(text, new ReadingContext { Setting = ReadingSetting.PrivateIdle }, KnownNames.None);
        var denies = false;
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            var token = message.Tokens[i];
            if (token.Kind == TokenKind.Mark) continue;
            if (token.Kind == TokenKind.Number || token.Is(WordClass.Recovered)) return false;
            denies |= token.Is(WordClass.Negation | WordClass.Normal) || Terms.Is(message.First(i), Term.NegationSign);
            if (!denies && !token.Is(OfDenials)) return false;
        }

        return denies;
    }
}
