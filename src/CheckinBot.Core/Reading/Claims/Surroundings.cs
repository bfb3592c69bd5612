using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>What stands around a number and shows that it is no value of a body's temperature.</summary>
internal static class Surroundings
{
    private const WordClass OfMeasuring = WordClass.Thermo | WordClass.Site | WordClass.Remeasure;

    // A36.5, v36.5, 36.5abc, -36.5: a letter or a sign that touches.
    public static bool IsGlued(Message message, int at)
    {
        var (text, token) = (message.Text.Text, message.Tokens[at]);
        if (token.Start > 0 && Lexicon.IsLatin(text[token.Start - 1])
            && !message.Is(at - 1, WordClass.Thermo | WordClass.Today | WordClass.Site | WordClass.Filler)
            && !(message.Tokens[at - 1].Kind is TokenKind.Name or TokenKind.Unknown && message.Tokens[at - 1].Length >= 3))
            return true;
        if (token.Start > 0 && text[token.Start - 1] is '-' or '#' or '$' or '¥' or '€' or '£' or '=' or '^'
            && (token.Start == 1 || text[token.Start - 1] is not ('-' or '=') || !char.IsLetterOrDigit(text[token.Start - 2])))
            return true;
        return token.End < text.Length && Lexicon.IsLatin(text[token.End])
            && !(message.Is(at + 1, WordClass.CelsiusUnit | WordClass.FahrenheitUnit) || message.Is(at + 1, Term.Touching)
                    || (token.Form == NumberForm.Decimal && token.Hundredths < 9000 && message.Is(at + 1, Term.Ish)));
    }

    /// <summary>rechecked at 7.20: hours and minutes with a point.</summary>
    public static bool IsTime(Message message, int at) =>
        message.Is(at - 1, Term.AtTime) && message.Span(at) is [>= '0' and <= '9', '.', >= '0' and <= '5', >= '0' and <= '9'] or [
            '1', >= '0' and <= '9', '.', >= '0' and <= '5', >= '0' and <= '9'];

    public static bool HasOtherUnit(Message message, int at)
    {
        var (next, touches) = (at + 1, message.TouchesNext(at));
        // 1米35; 36.5一份 is a price; at 7am; 36.5的鞋码
        if (IsRestOfUnit(message, at)
            || (message.Is(next, Term.One) && message.TouchesNext(next) && message.Is(at + 2, Term.MeasureWord))
            || (message.Is(next, Term.HalfOfDay) && message.Tokens[at].Form == NumberForm.Integer)
            || (touches && message.Is(next, Term.Of) && message.TouchesNext(next) && message.Is(at + 2, WordClass.OtherCue)))
            return true;
        // 关羽36.6张飞36.7
        if (message.Is(next, TokenKind.Name)) return false;
        if (touches && message.Is(next, Term.NumberSign)) return true;
        if (!message.Is(next, WordClass.OtherUnit) || message.Is(next, WordClass.CelsiusUnit | WordClass.FahrenheitUnit)) return false;
        // "36.5 天气冷" is no 36.5 days: a unit that is set off by a space stands alone.
        return touches || message.Tokens[next].Length > 1 || message.First(next) < 0x80 || message.Rest(next) is not [var behind, ..] || !char.IsLetter(behind);
    }

    // 1米35, 3块5, 3栋502
    private static bool IsRestOfUnit(Message message, int at) =>
        at > 1 && message.Tokens[at].Form is NumberForm.Integer or NumberForm.Compact && message.TouchesNext(at - 1)
            && message.TouchesNext(at - 2) && message.Is(at - 2, TokenKind.Number)
        && message.Is(at - 1, WordClass.OtherUnit) && !Periods.IsOfTime(message.Span(at - 1)) && !message.Is(at - 1, Term.Turn);

    /// <summary>
    /// Whether a word in front of a number, or the unit behind it, says that it measures something else than a temperature
    /// (考了98.5, 98.5分), and that is not a date or an age.
    /// </summary>
    public static bool IsOfOtherMatter(Message message, int at)
    {
        if (message.TouchesNext(at) && message.Is(at + 1, Term.UnitOfOther)) return true;
        return message.Any(
            message.SinceNumber(at), at, token => token.Is(WordClass.OtherCue) && !token.Is(Term.Ordinal) && !token.Is(WordClass.ClassWord));
    }

    // The nearest of "体温" and "体重" in front of the number says what it is; so does a unit of something else.
    public static bool HasOtherCue(Message message, int at)
    {
        var cue = message.Before(at, OfMeasuring | WordClass.OtherCue | WordClass.OtherTopic);
        if (cue >= message.SinceNumber(at))
            return message.Is(cue, WordClass.OtherCue | WordClass.OtherTopic) && !(message.Is(cue, OfMeasuring) && !message.Is(cue, WordClass.OtherCue))
                && !(message.Is(cue, Term.Got) && message.AnyInClause(WordClass.Remeasure | WordClass.Thermo, at));
        // 36.5已付, 36.5转你了
        var paid = at + 1;
        while (message.TouchesNext(paid - 1) && message.Is(paid, WordClass.Filler) && message.Tokens[paid].Length == 1 && !message.Is(paid, WordClass.OtherCue))
            paid++;
        if (message.TouchesNext(paid - 1) && message.Is(paid, WordClass.OtherCue) && message.Tokens[paid].Length == 1 && !message.Is(paid, Term.Got))
            return true;
        // 36.5 长沙路堵车: the answer that was asked for, and then a remark.
        if (at == 0 && message.Context.Setting == ReadingSetting.PrivateAwaitingTemperature
            && message.Tokens[0].Form == NumberForm.Decimal && !message.TouchesNext(0))
            return false;
        for (var i = at + 1; message.SameClause(i, at) && !message.Is(i, TokenKind.Number); i++)
        {
            if (message.Is(i, WordClass.OtherTopic) && !message.Is(i, WordClass.Errand)) return true;
        }

        return false;
    }

    // "36." is a number that somebody has not finished; 36.x, 36度点5 and 36..5 are no safe values.
    public static bool IsCutOff(Message message, int at)
    {
        var text = message.Text.Text.AsSpan().TrimEnd();
        var end = message.Tokens[at].End;
        if (message.Tokens[at].Form != NumberForm.Integer || !Terms.At(text, end, Term.CutOffPoint)) return false;
        return end + 1 == text.Length ? text[end] == '.' && !IsEnglish(message, at) : char.IsAsciiDigit(text[end + 1])
            || text[end + 1] == '_' || Terms.Is(text[end + 1], Term.AfterCutOff)
            || (Lexicon.IsLatin(text[end + 1]) && (end + 2 == text.Length || !Lexicon.IsLatin(text[end + 2])));
    }

    // "36.5是正常的", "36.5 is normal" speaks of the number and not of a child.
    public static bool IsDefined(Message message, int at)
    {
        var next = message.BehindUnit(at);
        // 不是36.5是37.5
        if (message.Is(next + 1, TokenKind.Number) && message.Is(at - 1, WordClass.Negation)) return false;
        // 36.5是昨天的
        if (message.Is(next, Term.Is) && message.Is(next + 1, WordClass.Earlier | WordClass.Today)) return false;
        // 36.5 是密接，在等通知 tells of the child.
        if (message.EndsBefore(next + 1) || message.Is(next + 1, WordClass.Contact | WordClass.Isolation | WordClass.From)) return false;
        // 37.3就不让进校门
        return message.SameClause(at, next)
            && (message.Is(next, Term.Defines) || (message.Is(next, Term.Then) && message.Is(next + 1, WordClass.Negation | WordClass.Absence)));
    }

    public static bool IsBound(Message message, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 3 && message.SameClause(i, at); i--)
        {
            if (message.Is(i, WordClass.BoundBefore)) return true;
            if (!message.Is(i, WordClass.Filler | WordClass.Hedge)) break;
        }

        var next = at + 1;
        while (message.Is(next, WordClass.CelsiusUnit | WordClass.FahrenheitUnit) || message.First(next) == '.') next++;
        var touches = message.TouchesNext(next - 1);
        // 36.5+, but not 36.5+没外出; 37度没到, 37没超过
        if (touches && message.First(next) == '+' && (!message.TouchesOrSpaces(next) || message.EndsBefore(next + 1))) return true;
        if (touches && message.Is(next, WordClass.BoundBefore) && message.SameClause(next, at)
            && (message.EndsBefore(next + 1) || message.Is(next + 1, WordClass.Past) || message.Is(next + 1, Term.Of)))
            return true;
        // 韩梅梅36.7 以上均无外出 sums up what stands before.
        if (!touches && message.Is(next + 1, WordClass.All | WordClass.Negation | WordClass.NotOut)) return false;
        return message.Is(next, WordClass.BoundAfter) && (message.SameClause(next, at) || message.Span(next - 1) is ".");
    }

    // Latin words and no Chinese ones in the clause of the number.
    public static bool IsEnglish(Message message, int at)
    {
        var latin = false;
        for (var i = message.ClauseStart(at); i < message.ClauseEnd(at); i++)
        {
            if (Lexicon.IsHan(message.First(i)) && message.Tokens[i].Kind is TokenKind.Word or TokenKind.Unknown or TokenKind.Name) return false;
            latin |= Lexicon.IsLatin(message.First(i)) && message.Tokens[i].Length >= 2;
        }

        return latin;
    }
}
