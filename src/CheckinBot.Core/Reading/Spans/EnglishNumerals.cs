using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Spans;

/// <summary>Temperatures in English words: thirty-six point five, thirty seven two, ninety-eight point six.</summary>
internal static class EnglishNumerals
{
    private static readonly string[] Ones = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>The temperature that begins here, or null.</summary>
    public static Token? Temperature(ReadOnlySpan<char> text, int start)
    {
        var (at, tens) = text[start..] switch
        {
            ['t', 'h', 'i', 'r', 't', 'y', ..] => (start + 6, 30),
            ['f', 'o', 'r', 't', 'y', ..] => (start + 5, 40),
            ['n', 'i', 'n', 'e', 't', 'y', ..] => (start + 6, 90),
            _ => (start, 0),
        };
        if (tens == 0)
            return Digitwise(text, start);
        var whole = tens;
        var ones = Digit(text, Skip(text, at), out var afterOnes);
        if (ones > 0)
            (whole, at) = (tens + ones, afterOnes);
        var next = Skip(text, at);
        var pointed = next < text.Length && text[next..].StartsWith("point");
        if (pointed)
            next = Skip(text, next + 5);
        var tenth = Digit(text, next, out var end);
        if (tenth >= 0)
            return new(TokenKind.Number, start, end, Form: NumberForm.Decimal, Hundredths: whole * 100 + tenth * 10);
        if (!pointed && ones > 0 && text[next..].StartsWith("and a half"))
            return new(TokenKind.Number, start, next + "and a half".Length, Form: NumberForm.Decimal, Hundredths: whole * 100 + 50);
        return pointed || ones <= 0 ? null : new Token(TokenKind.Number, start, at, Form: NumberForm.Integer, Hundredths: whole * 100);
    }

    // three six point seven, three six seven
    private static Token? Digitwise(ReadOnlySpan<char> text, int start)
    {
        var tens = Digit(text, start, out var at);
        var ones = tens is 3 or 4 or 9 ? Digit(text, Skip(text, at), out at) : -1;
        if (ones < 0)
            return null;
        var next = Skip(text, at);
        var pointed = text[next..].StartsWith("point");
        var tenth = Digit(text, pointed ? Skip(text, next + "point".Length) : next, out var end);
        return tenth < 0 ? null
            : new(TokenKind.Number, start, end, Form: pointed ? NumberForm.Decimal : NumberForm.Compact, Hundredths: tens * 1000 + ones * 100 + tenth * 10);
    }

    private static int Digit(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        if (at >= text.Length)
            return -1;
        for (var i = 0; i < Ones.Length; i++)
        {
            if (!text[at..].StartsWith(Ones[i]))
                continue;
            end = at + Ones[i].Length;
            return end == text.Length || !Lexicon.IsLatin(text[end]) ? i : -1;
        }

        return -1;
    }

    private static int Skip(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '-')
            at++;
        return at;
    }
}
