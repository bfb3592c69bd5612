using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>What stands around a number and shows that it is no value of a body's temperature.</summary>
internal static class Surroundings
{
    // A36.5, v36.5, 36.5abc, -36.5: a letter or a sign that touches.
    public static bool IsGlued(Message message, int at)
    {
        var (text, token) = (message.Text.Text, message.Tokens[at]);
        if (token.Start > 0 && Lexicon.IsLatin(text[token.Start - 1])
            && !message.Is(at - 1, WordClass.Thermo | WordClass.Today | WordClass.Site | WordClass.Filler)
            && !(message.Tokens[at - 1].Kind is TokenKind.Name or TokenKind.Unknown
                && message.Tokens[at - 1].Length >= 3))
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
        if (at + 1 >= message.Tokens.Count) return IsRestOfUnit(message, at);
        var next = message.Tokens[at + 1];
        // 36.5一份 is a price.
        if (message.Is(at + 1, Term.One) && message.TouchesNext(at + 1) && message.Is(at + 2, Term.MeasureWord)) return true;
        if (IsRestOfUnit(message, at)) return true;
        // at 7am
        if (message.Is(at + 1, Term.HalfOfDay) && message.Tokens[at].Form == NumberForm.Integer) return true;
        // 36.5的鞋码
        if (message.Is(at + 1, Term.Of) && message.TouchesNext(at)
            && message.TouchesNext(at + 1) && message.Is(at + 2, WordClass.OtherCue))
            return true;
        // 关羽36.6张飞36.7
        if (next.Kind == TokenKind.Name) return false;
        if (message.Is(at + 1, Term.NumberSign) && message.TouchesNext(at)) return true;
        if (!next.Is(WordClass.OtherUnit) || next.Is(WordClass.CelsiusUnit | WordClass.FahrenheitUnit)) return false;
        // "36.5 天气冷" is no 36.5 days: a unit that is set off by a space stands alone.
        var (text, end) = (message.Text.Text, next.End);
        return message.TouchesNext(at) || next.End - next.Start > 1 || text[next.Start] < 0x80 || end == text.Length || !char.IsLetter(text[end]);
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
        for (var i = at - 1; i >= 0 && message.SameClause(i, at) && !message.Is(i, TokenKind.Number); i--)
        {
            if (message.Is(i, WordClass.OtherCue) && !message.Is(i, Term.Ordinal) && !message.Is(i, WordClass.ClassWord))
                return true;
        }

        return false;
    }

    // The nearest of "体温" and "体重" in front of the number says what it is; so does a unit of something else.
    public static bool HasOtherCue(Message message, int at)
    {
        for (var i = at - 1; i >= 0 && message.SameClause(i, at) && !message.Is(i, TokenKind.Number); i--)
        {
            if (message.Is(i, WordClass.Thermo | WordClass.Site | WordClass.Remeasure) && !message.Is(i, WordClass.OtherCue))
                return false;
            if (message.Is(i, WordClass.OtherCue | WordClass.OtherTopic))
                return !(message.Is(i, Term.Got) && message.AnyInClause(WordClass.Remeasure | WordClass.Thermo, at));
        }

        // 36.5已付, 36.5转你了
        var paid = at + 1;
        while (paid < message.Tokens.Count && message.TouchesNext(paid - 1) && message.Is(paid, WordClass.Filler)
            && message.Span(paid).Length == 1 && !message.Is(paid, WordClass.OtherCue))
            paid++;
        if (paid < message.Tokens.Count && message.TouchesNext(paid - 1) && message.Is(paid, TokenKind.Word)
            && message.Is(paid, WordClass.OtherCue) && message.Span(paid).Length == 1 && !message.Is(paid, Term.Got))
            return true;
        // 36.5 长沙路堵车: the answer that was asked for, and then a remark.
        if (at == 0 && message.Context.Setting == ReadingSetting.PrivateAwaitingTemperature
            && message.Tokens[0].Form == NumberForm.Decimal && !message.TouchesNext(0))
            return false;
        for (var i = at + 1; i < message.Tokens.Count && message.SameClause(i, at) && !message.Is(i, TokenKind.Number); i++)
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
        if (next + 1 >= message.Tokens.Count || !message.SameClause(next, next + 1) || message.Tokens[next + 1].Kind is TokenKind.Mark or TokenKind.LineEnd)
            return false;
        // 36.5 是密接，在等通知 tells of the child.
        if (message.Is(next + 1, WordClass.Contact | WordClass.Isolation | WordClass.From)) return false;
        // 37.3就不让进校门
        if (message.SameClause(at, next) && message.Is(next, Term.Then) && message.Is(next + 1, WordClass.Negation | WordClass.Absence))
            return true;
        return message.SameClause(at, next) && message.Is(next, Term.Defines);
    }

    public static bool IsBound(Message message, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 3 && message.SameClause(i, at); i--)
        {
            if (message.Is(i, WordClass.BoundBefore)) return true;
            if (!message.Is(i, WordClass.Filler | WordClass.Hedge)) break;
        }

        var next = at + 1;
        while (next < message.Tokens.Count && (message.Is(next, WordClass.CelsiusUnit | WordClass.FahrenheitUnit) || message.Span(next) is "."))
            next++;
        // 36.5+, but not 36.5+没外出
        if (message.Span(next) is "+" && message.TouchesNext(next - 1)
            && (next + 1 == message.Tokens.Count || !message.TouchesOrSpaces(next) || message.Tokens[next + 1].Kind is TokenKind.Mark or TokenKind.LineEnd))
            return true;
        // 37度没到, 37没超过
        if (message.Is(next, WordClass.BoundBefore) && message.SameClause(next, at) && message.TouchesNext(next - 1)
            && (next + 1 == message.Tokens.Count || message.Tokens[next + 1].Kind is TokenKind.Mark or TokenKind.LineEnd
                || message.Is(next + 1, WordClass.Past) || message.Is(next + 1, Term.Of)))
            return true;
        // 韩梅梅36.7 以上均无外出 sums up what stands before.
        if (message.Is(next + 1, WordClass.All | WordClass.Negation | WordClass.NotOut)
            && !message.TouchesNext(next - 1))
            return false;
        return message.Is(next, WordClass.BoundAfter) && (message.SameClause(next, at) || message.Span(next - 1) is ".");
    }

    // Latin words and no Chinese ones in the clause of the number.
    public static bool IsEnglish(Message message, int at)
    {
        var latin = false;
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            if (!message.SameClause(i, at)) continue;
            if (Lexicon.IsHan(message.First(i)) && message.Tokens[i].Kind is TokenKind.Word or TokenKind.Unknown or TokenKind.Name)
                return false;
            latin |= Lexicon.IsLatin(message.First(i)) && message.Tokens[i].Length >= 2;
        }

        return latin;
    }
}
