using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Spans;

/// <summary>Dates in English: 3 March, 3rd of Mar, March 3, Jan 23rd.</summary>
internal static class EnglishDates
{
    /// <summary>The date that begins at a place of the text, null where none does.</summary>
    public static Token? At(ReadOnlySpan<char> text, int start)
    {
        if (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1])) return null;
        int day, month, end;
        if (char.IsAsciiDigit(text[start]))
        {
            (day, end) = Day(text, start);
            if (day == 0) return null;
            end = Skip(text, end, Term.OfMonth);
            (month, end) = Month(text, Skip(text, end, Term.Space));
        }
        else
        {
            (month, end) = Month(text, start);
            if (month == 0) return null;
            var named = end;
            (day, end) = Day(text, Skip(text, end, Term.Space));
            if (day == 0)
                return Terms.End(text[..start], Term.InMonth) > 0 ? new(TokenKind.Number, start, named, Form: NumberForm.Foreign) : null;
        }

        return month > 0 && day > 0 ? new(TokenKind.Number, start, end, Form: NumberForm.Foreign) { Date = (month, day) } : null;
    }

    /// <summary>The month that a text names and nothing more (12月, 十二月份, december); 0 where it names none.</summary>
    public static int MonthAlone(ReadOnlySpan<char> text)
    {
        if (text.Length > 1 && IndexOfMonth(text) is var at and > 0)
            return at + 2 >= text.Length ? int.TryParse(text[..at], out var digits) ? digits is >= 1 and <= 12
                ? digits
                : 0 : Numerals.Plain(text[..at]) is ( > 0, >= 1 and <= 12) spoken ? spoken.Value : 0 : 0;
        return Month(text, 0) is var (month, end) && end == text.Length ? month : 0;
    }

    private static (int Month, int End) Month(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        return (Math.Max(0, Terms.Value(text[start..end], Term.EnglishMonth)), end);
    }

    private static int IndexOfMonth(ReadOnlySpan<char> text)
    {
        var at = text.Length - 1;
        while (at >= 0 && !Terms.Is(text[at], Term.Month)) at--;
        return at;
    }

    // 3, 3rd, 23RD; but no 36 and no 3.5
    private static (int Day, int End) Day(ReadOnlySpan<char> text, int start)
    {
        var end = start < text.Length ? NumberScanner.Run(text, start) : start;
        if (end - start is not (1 or 2) || int.Parse(text[start..end], System.Globalization.CultureInfo.InvariantCulture) is not (>= 1 and <= 31)
            || (end < text.Length && text[end] is '°' or '℃' or ':'))
            return (0, end);
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1])) return (0, end);
        var day = int.Parse(text[start..end], System.Globalization.CultureInfo.InvariantCulture);
        var rest = text[end..];
        end += Terms.Begin(rest, Term.OrdinalEnding);
        return end < text.Length && char.IsAsciiLetter(text[end]) ? (0, end) : (day, end);
    }

    private static int Skip(ReadOnlySpan<char> text, int at, Term what) => at + Terms.Begin(text[Math.Min(at, text.Length)..], what);
}
