using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>
/// A clause tells of a trip only if every word in it is known to leave that meaning alone. In front of the place may stand
/// subject, time, company and means (昨天跟妈妈坐大巴从); behind it means, return, and a verb of what was done there, with
/// anything as its object. A place that modifies another noun (去上海的车, the Shanghai Tang store) is not a place that somebody went to.
/// </summary>
internal static class JourneyClause
{
    private const WordClass Function = WordClass.Today | WordClass.Earlier | WordClass.Past | WordClass.Filler
        | WordClass.And | WordClass.With | WordClass.All | WordClass.Both
        | WordClass.Child | WordClass.ChildName | WordClass.Self | WordClass.Relation | WordClass.Other | WordClass.Go
        | WordClass.Went | WordClass.From | WordClass.At | WordClass.Via | WordClass.Back
        | WordClass.Leave | WordClass.NotOut | WordClass.Home | WordClass.RelativeHome | WordClass.Away
        | WordClass.Still | WordClass.Correction | WordClass.Negation
        | WordClass.Isolation | WordClass.Symptom | WordClass.Normal | WordClass.Recovered | WordClass.Doctor
        | WordClass.Absence | WordClass.Thermo | WordClass.Site | WordClass.OtherUnit
        | WordClass.CelsiusUnit | WordClass.FahrenheitUnit;

    /// <summary>Is every word of the clause of the place in [<paramref name="first"/>, <paramref name="last"/>] accounted for?</summary>
    public static bool IsWhole(Message message, int first, int last) =>
        LeadIsKnown(message, first) && TailIsKnown(message, last);

    // What is said together with the place begins behind the last gap.
    private static bool LeadIsKnown(Message message, int place)
    {
        var from = place;
        while (from > 0 && message.SameClause(from - 1, from) && !IsSetOff(message, from - 1)) from--;
        var denied = false;
        for (var i = from; i < place; i++)
        {
            // 隔离的都是从上海回来的, 姐姐的学校在上海: of others, or of a thing of somebody's; but 去的是, 我的孩子.
            if (message.Is(i, Term.Of)
                && (message.Is(i + 1, Term.IsAll) || (i > from && IsPerson(message, i - 1) && !IsPerson(message, i + 1))))
                return false;
            // his coach just returned
            if (message.Is(i, Term.EnglishOwner) && message.Is(i + 1, TokenKind.Unknown)
                && !message.Is(i + 1, Term.OwnThing))
                return false;
            // 没说去过南京: another verb is denied; in 不是武汉是长沙 another place.
            denied = !message.Is(i, TokenKind.Place) && (denied || message.Is(i, WordClass.Negation));
            if (!IsFunction(message, i) && !Covers(message, ref i, out _)) return false;
        }

        return !denied;
    }

    /// <summary>Does what follows a place, and is said together with it, tell of coming, staying or doing something there?</summary>
    public static bool TailIsKnown(Message message, int last)
    {
        var doing = false;
        for (var i = last + 1; i < message.Tokens.Count && message.SameClause(last, i) && !IsSetOff(message, i - 1); i++)
        {
            if (IsModifier(message, i)) return false;
            doing = doing || Longest(message, message.Tokens[i].Start, Term.Purpose) > 0 || IsDone(message, i);
            if (doing || IsFunction(message, i)) continue;
            if (!Covers(message, ref i, out var rest) && !(doing = Longest(message, rest, Term.Purpose) > 0)) return false;
        }

        return true;
    }

    // Does a token consist of known words? The last of them may reach into the tokens behind it.
    private static bool Covers(Message message, ref int at, out int rest)
    {
        var end = message.Tokens[at].End;
        rest = message.Tokens[at].Start;
        while (rest < end)
        {
            var length = Longest(message, rest, Term.Beside);
            if (length == 0 && (message.Text.Text[rest] == ' ' || Numerals.IsNumeral(message.Text.Text[rest]))) length = 1;
            if (length == 0) return false;
            rest += length;
        }

        while (at + 1 < message.Tokens.Count && message.Tokens[at + 1].Start < rest) at++;
        return true;
    }

    private static bool IsPerson(Message message, int at) =>
        message.Signs(at) || message.Is(at, WordClass.Child | WordClass.ChildName | WordClass.Self | WordClass.Relation | WordClass.Other);

    // 加了个油: whatever is done, it is done there.
    private static bool IsDone(Message message, int at) =>
        message.Tokens[at].Kind is TokenKind.Unknown or TokenKind.Word && message.Tokens[at].Length <= 2
            && message.TouchesNext(at) && message.Is(at + 1, WordClass.Past);

    private static bool IsFunction(Message message, int at)
    {
        var token = message.Tokens[at];
        return message.Signs(at) || token.Kind is TokenKind.Number or TokenKind.Mark or TokenKind.LineEnd or TokenKind.Mention or TokenKind.Place
            || (token.Kind == TokenKind.Word && (token.Is(Function) || (token.Is(WordClass.Errand) && token.Info.Value == 1)));
    }

    // 去上海的车, 回来的同学: what the place only describes; but not 回来的, 去上海的路上, 回来的第三天.
    private static bool IsModifier(Message message, int at)
    {
        if (!Terms.Is(message.Text.Text[message.Tokens[at].End - 1], Term.OfSign) || !message.Is(at, TokenKind.Word))
            return false;
        var next = at + 1;
        if (next == message.Tokens.Count || !message.SameClause(at, next) || IsSetOff(message, at) || message.Signs(next)
            || message.Tokens[next].Kind is TokenKind.Mark or TokenKind.LineEnd or TokenKind.Number or TokenKind.Place)
            return false;
        var rest = message.Text.Text.AsSpan(message.Tokens[next].Start);
        return Terms.Begin(rest, Term.NoNoun) == 0 && !Terms.At(rest, 2, Term.UpSign);
    }

    // The longest word of a list that begins here; one in Latin letters is as long as its token.
    private static int Longest(Message message, int start, Term words)
    {
        var text = message.Text.Text.AsSpan(start);
        if (Lexicon.IsLatin(text[0]))
        {
            var end = 1;
            while (end < text.Length && Lexicon.IsLatin(text[end])) end++;
            return Terms.Is(text[..end], words) ? end : 0;
        }

        for (var length = Math.Min(4, text.Length); length > 0; length--)
        {
            if (Terms.Is(text[..length], words)) return length;
        }

        return 0;
    }

    // Words of Chinese that are set apart by a space are said by themselves.
    private static bool IsSetOff(Message message, int at) =>
        !message.TouchesNext(at) && !(Lexicon.IsLatin(message.Text.Text[message.Tokens[at].End - 1]) && Lexicon.IsLatin(message.First(at + 1)));
}
