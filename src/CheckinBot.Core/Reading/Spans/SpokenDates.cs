using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Spans;

/// <summary>Dates in Chinese numerals: 一月二十三日, 正月初六, 腊月二十八, 十一月3号.</summary>
internal static class SpokenDates
{
    /// <summary>The date that begins at a place of the text, null where none does.</summary>
    public static Token? At(ReadOnlySpan<char> text, int start)
    {
        var (length, month, lunar) = Month(text[start..]);
        if (length == 0) return null;
        var at = start + length;
        if (Terms.At(text, at, Term.MonthPart)) return new(TokenKind.Number, start, at + 1, Form: NumberForm.Foreign);
        var (dayLength, day, told) = Day(text[at..], lunar);
        // 三月三十六度五: the month alone, and a temperature.
        if (dayLength == 0) return new(TokenKind.Number, start, at, Form: NumberForm.Foreign);
        return new(TokenKind.Number, start, at + dayLength, Form: NumberForm.Foreign) { Date = (month, day), IsLunar = lunar || told };
    }

    private static (int Length, int Month, bool Lunar) Month(ReadOnlySpan<char> text)
    {
        if (Terms.Value(text[0], Term.LunarMonth) is var named and > 0 && Terms.At(text, 1, Term.Month)) return (2, named, true);
        if (!Numerals.IsNumeral(text[0])) return (0, 0, false);
        var (length, month) = Numerals.Plain(text);
        var isMonth = length is > 0 and <= 2 && month is >= 1 and <= 12 && Terms.At(text, length, Term.Month);
        return isMonth && !Terms.At(text, length + 1, Term.Age) ? (length + 1, month, false) : (0, 0, false);
    }

    // 初六 is a day of the moon; 二十三日 of the sun, 二十三 of whichever the month is.
    private static (int Length, int Day, bool Lunar) Day(ReadOnlySpan<char> text, bool lunar)
    {
        if (text.Length == 0) return (0, 0, false);
        var first = Terms.Is(text[0], Term.LunarDay) ? 1 : 0;
        var (length, day) = char.IsAsciiDigit(text[0]) ? Digits(text) : Numerals.Plain(text[first..]);
        var end = first + length;
        if (length == 0 || day is < 1 or > 31) return (0, 0, false);
        if (first == 0 && Terms.At(text, end, Term.DayOfMonth)) return (end + 1, day, false);
        var goesOn = Terms.At(text, end, Term.NoDay);
        return first == 1 || (lunar && !goesOn) ? (end, day, first == 1) : (0, 0, false);
    }

    private static (int Length, int Value) Digits(ReadOnlySpan<char> text)
    {
        var end = NumberScanner.Run(text, 0);
        return end <= 2 ? (end, int.Parse(text[..end], System.Globalization.CultureInfo.InvariantCulture)) : (0, 0);
    }
}
