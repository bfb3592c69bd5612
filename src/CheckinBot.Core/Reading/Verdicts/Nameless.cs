using CheckinBot.Core.Reading.Claims;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Verdicts;

/// <summary>
/// A number without a name in a class group: 36.5 没外出. It is taken only where every word belongs to a check-in, because a
/// group talks of many other things with numbers (武汉36.5, 36.5就好, lunch was 36.5).
/// </summary>
internal static class Nameless
{
    private const WordClass OfCheckin = WordClass.Thermo | WordClass.Site | WordClass.CelsiusUnit | WordClass.FahrenheitUnit | WordClass.Today | WordClass.Child
        | WordClass.Home | WordClass.NotOut | WordClass.Leave | WordClass.Negation | WordClass.Symptom | WordClass.Normal
        | WordClass.Recovered | WordClass.Absence | WordClass.Isolation
        | WordClass.Self | WordClass.From | WordClass.Back | WordClass.Went | WordClass.Remeasure | WordClass.Correction
        | WordClass.SignedFor | WordClass.Relation | WordClass.Away | WordClass.Doctor;

    public static bool IsCheckin(Message message, List<Measured> numbers)
    {
        var spoken = message.Any(WordClass.Thermo | WordClass.Site | WordClass.Child);
        // "37度" in a group may be of the weather; 36度5 is not.
        if (!spoken && numbers.TrueForAll(n => message.Tokens[n.Token].Form is not NumberForm.Decimal)) return false;
        if (message.Any(WordClass.ClassWord | WordClass.All)
            || numbers.Exists(n => n.Verdict == Verdict.Foreign && message.Tokens[n.Token].Form != NumberForm.Foreign))
            return false;
        var travelled = message.Any(WordClass.From | WordClass.Back | WordClass.Went);
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            var token = message.Tokens[i];
            if (token.Kind == TokenKind.Place && !travelled) return false;
            if (token.Kind == TokenKind.Word && !token.Is(OfCheckin) && !(spoken && numbers.Count == 1 && token.Is(WordClass.Or) && !token.Is(WordClass.Hedge))
                && !IsPolite(message, numbers, i, spoken))
                return false;
        }

        return true;
    }

    // A word of thanks may stand anywhere; other small words only away from the number, or where 体温 is said.
    private static bool IsPolite(Message message, List<Measured> numbers, int at, bool spoken)
    {
        var token = message.Tokens[at];
        if (!token.Is(WordClass.Filler | WordClass.Earlier)) return token.Is(WordClass.From | WordClass.Past);
        var isHan = Lexicon.IsHan(message.First(at));
        return spoken || (isHan && token.Length >= 2) || !numbers.Exists(n => message.SameClause(n.Token, at));
    }
}
