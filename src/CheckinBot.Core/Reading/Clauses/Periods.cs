using System.Globalization;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Clauses;

/// <summary>Lengths of time (三天, 二十多天, 两个星期, 快一个月, 3 weeks) and whether one tells how long ago a journey ended.</summary>
internal static class Periods
{
    /// <summary>Days ago that the period which ends with this token tells; null where it ends none, or tells something else.</summary>
    public static int? Ago(Message message, int unit)
    {
        var length = DaysOf(message.Span(unit));
        if (length == 0) return null;
        var text = message.Text.Text;
        var (start, count) = Count(text, message.Tokens[unit].Start);
        if (count == 0) return null;
        return Terms.Is(text[message.Tokens[unit].End - 1], Term.BeforeSign) || IsSaidBefore(text, message.Tokens[unit].End)
            || IsSinceReturn(message, unit, start)
            ? (int)(count * length) + More(text, start, message.Tokens[unit].End)
            : null;
    }

    /// <summary>Does the clause of a token tell nothing but a period (都一个多月了)? The days, else null.</summary>
    public static int? Alone(Message message, int first)
    {
        int? days = null;
        var (start, end) = (0, 0);
        for (var i = first; i < message.Tokens.Count && message.SameClause(i, first) && days is null; i++)
        {
            if (DaysOf(message.Span(i)) is var length and > 0 && Count(message.Text.Text, message.Tokens[i].Start) is (var from, var count) && count > 0)
                (days, start, end) = ((int)(count * length), from, message.Tokens[i].End);
        }

        // 有二十来天了: what stands within the period is part of it.
        for (var i = first; days is not null && i < message.Tokens.Count && message.SameClause(i, first); i++)
        {
            var token = message.Tokens[i];
            if (!(token.Start >= start && token.End <= end) && token.Kind is not (TokenKind.Mark or TokenKind.LineEnd or TokenKind.Unknown or TokenKind.Number)
                && !token.Is(WordClass.Filler | WordClass.All | WordClass.BoundBefore | WordClass.BoundAfter | WordClass.Both | WordClass.Past))
                return null;
        }

        return days;
    }

    /// <summary>Is it a unit of time?</summary>
    public static bool IsOfTime(ReadOnlySpan<char> unit) => DaysOf(unit) > 0 || Terms.Is(unit, Term.TimeUnit);

    // 天前 is one word of the lists, like 天.
    private static int DaysOf(ReadOnlySpan<char> unit) =>
        Math.Max(0, Terms.Value(unit.Length > 1 && Terms.Is(unit[^1], Term.BeforeSign) ? unit[..^1] : unit, Term.Period));

    // 二十多, 半个, 两个, 3: from the unit backwards, a few characters at most.
    private static (int Start, double Value) Count(string text, int end)
    {
        while (end > 0 && (text[end - 1] == ' ' || Terms.Is(text[end - 1], Term.AboutSign))) end--;
        if (end > 0 && Terms.Is(text[end - 1], Term.Half)) return (end - 1, 0.5);
        if (end > 0 && Terms.Value(text[end - 1], Term.CountSign) is var few and > 0) return (end - 1, few);
        var start = end;
        while (start > 0 && end - start < 4 && (char.IsAsciiDigit(text[start - 1]) || Numerals.IsNumeral(text[start - 1])))
            start--;
        var number = text.AsSpan(start, end - start);
        if (number.Length == 0) return (start, 0);
        return (start, int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : Numerals.Plain(number).Value);
    }

    // 两个多礼拜, 俩礼拜多: at least a day more.
    private static int More(string text, int start, int end) =>
        Terms.In(text.AsSpan(start, end - start), Term.MoreSign) || Terms.At(text, end, Term.MoreSign) ? 1 : 0;

    // 三天前, 3 weeks ago
    private static bool IsSaidBefore(string text, int end) => Terms.Begin(text.AsSpan(end).TrimStart(' '), Term.SaidBefore) > 0;

    // 回来快一个月了, 返回第9天; but 住了一个月 tells how long somebody stayed, not when it was.
    private static bool IsSinceReturn(Message message, int unit, int start)
    {
        var returned = false;
        for (var i = 0; i < unit; i++)
        {
            if (!message.SameClause(i, unit) || message.Tokens[i].End > start) continue;
            var token = message.Tokens[i];
            if (token.Is(WordClass.Isolation) || token.Is(Term.Staying))
                returned = false;
            else
                returned |= token.Is(WordClass.Back | WordClass.From);
        }

        return returned && !Terms.At(message.Text.Text, message.Tokens[unit].End, Term.WithinSign);
    }
}
