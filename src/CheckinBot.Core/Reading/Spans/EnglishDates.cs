namespace CheckinBot.Core.Reading.Spans;

/// <summary>Dates in English: 3 March, 3rd of Mar, March 3, Jan 23rd.</summary>
internal static class EnglishDates
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The date that begins at a place of the text, null where none does.</summary>
    public static Token? At(ReadOnlySpan<char> text, int start)
    {
        if (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
            return null;
        int day, month, end;
        if (char.IsAsciiDigit(text[start]))
        {
            (day, end) = Day(text, start);
            if (day == 0)
                return null;
            end = Skip(text, end, " of");
            (month, end) = Month(text, Skip(text, end, " "));
        }
        else
        {
            (month, end) = Month(text, start);
            if (month == 0)
                return null;
            var named = end;
            (day, end) = Day(text, Skip(text, end, " "));
            if (day == 0)
                return text[..start].EndsWith("in ") ? new(TokenKind.Number, start, named, Form: NumberForm.Foreign) : null;
        }

        return month > 0 && day > 0 ? new(TokenKind.Number, start, end, Form: NumberForm.Foreign) { Date = (month, day) } : null;
    }

    /// <summary>The month that a text names and nothing more (12月, 十二月份, december); 0 where it names none.</summary>
    public static int MonthAlone(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('月') is var at and > 0)
            return at + 2 >= text.Length ? int.TryParse(text[..at], out var digits) ? digits is >= 1 and <= 12
                ? digits
                : 0 : Numerals.Plain(text[..at]) is ( > 0, >= 1 and <= 12) spoken ? spoken.Value : 0 : 0;
        return Month(text, 0) is var (month, end) && end == text.Length ? month : 0;
    }

    private static (int Month, int End) Month(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        var word = text[start..end];
        for (var i = 0; i < Months.Length; i++)
        {
            if (word.SequenceEqual(Months[i]) || (word.Length is 3 or 4 && Months[i].AsSpan().StartsWith(word) && (word.Length == 3 || i == 8)))
                return (i + 1, end);
        }

        return (0, end);
    }

    // 3, 3rd, 23RD; but no 36 and no 3.5
    private static (int Day, int End) Day(ReadOnlySpan<char> text, int start)
    {
        var end = start < text.Length ? NumberScanner.Run(text, start) : start;
        if (end - start is not (1 or 2) || int.Parse(text[start..end], System.Globalization.CultureInfo.InvariantCulture) is not (>= 1 and <= 31)
            || (end < text.Length && text[end] is '°' or '℃' or ':'))
            return (0, end);
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
            return (0, end);
        var day = int.Parse(text[start..end], System.Globalization.CultureInfo.InvariantCulture);
        var rest = text[end..];
        var suffix = rest.StartsWith("st") || rest.StartsWith("nd") || rest.StartsWith("rd") || rest.StartsWith("th") ? 2 : 0;
        end += suffix;
        return end < text.Length && char.IsAsciiLetter(text[end]) ? (0, end) : (day, end);
    }

    private static int Skip(ReadOnlySpan<char> text, int at, string what) => text[Math.Min(at, text.Length)..].StartsWith(what) ? at + what.Length : at;
}
