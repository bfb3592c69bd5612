using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Spans;

/// <summary>Temperatures in English words: thirty-six point five, thirty seven two, ninety-eight point six.</summary>
internal static class EnglishNumerals
{
    /// <summary>The temperature that begins here, or null.</summary>
    public static Token? Temperature(ReadOnlySpan<char> text, int start)
    {
        var at = start + Terms.Begin(text[start..], Term.EnglishTens);
        if (at == start) return Digitwise(text, start);
        var tens = Terms.Value(text[start..at], Term.EnglishTens);
        var whole = tens;
        var ones = Digit(text, Skip(text, at), out var afterOnes);
        if (ones > 0)
            (whole, at) = (tens + ones, afterOnes);
        var next = Skip(text, at);
        var point = next < text.Length ? Terms.Begin(text[next..], Term.EnglishPoint) : 0;
        var pointed = point > 0;
        if (pointed) next = Skip(text, next + point);
        var tenth = Digit(text, next, out var end);
        if (tenth >= 0) return new(TokenKind.Number, start, end, Form: NumberForm.Decimal, Hundredths: whole * 100 + tenth * 10);
        if (!pointed && ones > 0 && Terms.Begin(text[next..], Term.AndAHalf) is var half and > 0)
            return new(TokenKind.Number, start, next + half, Form: NumberForm.Decimal, Hundredths: whole * 100 + 50);
        return pointed || ones <= 0 ? null : new Token(TokenKind.Number, start, at, Form: NumberForm.Integer, Hundredths: whole * 100);
    }

    // three six point seven, three six seven
    private static Token? Digitwise(ReadOnlySpan<char> text, int start)
    {
        var tens = Digit(text, start, out var at);
        var ones = tens is 3 or 4 or 9 ? Digit(text, Skip(text, at), out at) : -1;
        if (ones < 0) return null;
        var next = Skip(text, at);
        var point = Terms.Begin(text[next..], Term.EnglishPoint);
        var pointed = point > 0;
        var tenth = Digit(text, pointed ? Skip(text, next + point) : next, out var end);
        return tenth < 0 ? null
            : new(TokenKind.Number, start, end, Form: pointed ? NumberForm.Decimal : NumberForm.Compact, Hundredths: tens * 1000 + ones * 100 + tenth * 10);
    }

    private static int Digit(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        var length = at < text.Length ? Terms.Begin(text[at..], Term.EnglishDigit) : 0;
        if (length == 0) return -1;
        end = at + length;
        return end == text.Length || !Lexicon.IsLatin(text[end]) ? Terms.Value(text[at..end], Term.EnglishDigit) : -1;
    }

    private static int Skip(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '-') at++;
        return at;
    }
}
