using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Spans;

/// <summary>Chinese numerals: 三十六度五, 三十六点五, 三六五, 卅六度半, 叁拾陆.</summary>
internal static class Numerals
{
    /// <summary>The digit that a character stands for, or -1.</summary>
    public static int Digit(char c) => Terms.Value(c, Term.Digit);

    /// <summary>May a numeral begin with it, or go on with it?</summary>
    public static bool IsNumeral(char c) => Terms.Is(c, Term.Numeral);

    /// <summary>
    /// A temperature in words at <paramref name="start"/>: its first characters may belong to a name (张一三十六度五),
    /// so the number may begin up to two characters later. Null where there is none.
    /// </summary>
    public static Token? Temperature(ReadOnlySpan<char> text, int start)
    {
        var run = start;
        while (run < text.Length && IsNumeral(text[run]) && run - start < 12) run++;
        for (var from = start; from < run && from - start <= 2; from++)
        {
            if (Spoken(text, from, run) is { } token) return token;
        }

        return null;
    }

    /// <summary>A plain number in words, such as 五 and 十二; the length is 0 where there is none.</summary>
    public static (int Length, int Value) Plain(ReadOnlySpan<char> text)
    {
        var value = 0;
        var digit = -1;
        var i = 0;
        for (; i < text.Length && i < 6; i++)
        {
            var c = text[i];
            if (Terms.Value(c, Term.Times) is var times and > 0)
            {
                value += (digit < 0 ? 1 : digit) * times;
                digit = -1;
            }
            else if (Terms.Value(c, Term.Tens) is var tens and > 0)
            {
                value += tens;
            }
            else if (Digit(c) is var d and >= 0)
            {
                digit = digit < 0 ? d : digit * 10 + d;
            }
            else
            {
                break;
            }
        }

        return (i, value + Math.Max(digit, 0));
    }

    private static Token? Spoken(ReadOnlySpan<char> text, int start, int run)
    {
        // The whole part: 三十六, 卅六, 三六 (before 度 or 点), or three digits one by one.
        var (length, whole) = Tens(text, start, run);
        if (length == 0) return Digitwise(text, start, run);
        var at = start + length;
        if (whole is < 30 or > 43 and < 95 or > 107) return null;
        var left = run - at;
        if (left == 1 && !IsUnit(text, run))
        {
            // 三十六七 is "36 or 37".
            var isRange = Terms.At(text, run, Term.Degree) || Digit(text[at]) == whole % 10 + 1;
            return isRange ? Vague(start, run, whole) : Result(start, run, whole, Digit(text[at]), false);
        }

        if (left == 2 && !IsUnit(text, run)) return Vague(start, run, whole);
        if (left > 2) return null;
        if (at != run) return null;
        return Fraction(text, start, at, whole);
    }

    private static (int Length, int Whole) Tens(ReadOnlySpan<char> text, int start, int run)
    {
        if (Terms.Value(text[start], Term.Tens) is var tens and >= 30)
            return start + 1 < run && Digit(text[start + 1]) > 0 ? (2, tens + Digit(text[start + 1])) : (1, tens);

        if (Fahrenheit(text, start, run) is { Length: > 0 } fahrenheit) return fahrenheit;
        if (start + 1 >= run || Digit(text[start]) is < 3 or > 4) return (0, 0);
        var ten = Digit(text[start]) * 10;
        if (Terms.Value(text[start + 1], Term.Times) == 10)
        {
            if (start + 2 < run && Digit(text[start + 2]) > 0) return (3, ten + Digit(text[start + 2]));
            return (2, ten);
        }

        // 三六度五, 三六点五
        if (start + 2 == run && Terms.At(text, run, Term.BeforeTenth) && Digit(text[start + 1]) >= 0)
            return (2, ten + Digit(text[start + 1]));
        return (0, 0);
    }

    // 九十八点六, 一百零一点二: only with a fraction, since whole numbers of that size count many other things.
    private static (int Length, int Whole) Fahrenheit(ReadOnlySpan<char> text, int start, int run)
    {
        if (!Terms.At(text, run, Term.BeforeTenth)) return (0, 0);
        var (length, whole) = Plain(text[start..run]);
        return start + length == run && whole is >= 95 and <= 107 && Digit(text[start]) is 9 or 1 ? (length, whole) : (0, 0);
    }

    private static Token? Fraction(ReadOnlySpan<char> text, int start, int at, int whole)
    {
        // 三十六，七
        if (at + 1 < text.Length && text[at] is ',' or '、' && Digit(text[at + 1]) >= 0 && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2])))
            return Vague(start, at + 2, whole);
        // 三十六 点五, as it is dictated
        if (at + 2 < text.Length && text[at] == ' ' && Terms.Is(text[at + 1], Term.BeforeTenth) && Digit(text[at + 2]) >= 0) at++;
        if (Terms.At(text, at, Term.BeforeTenth))
        {
            var next = at + 1;
            var degrees = Terms.Is(text[at], Term.Degree);
            if (Terms.At(text, next, Term.Half)) return Result(start, next + 1, whole, 5, degrees);
            if (Terms.At(text, next, Term.Zero) && next + 1 < text.Length && Digit(text[next + 1]) >= 0) next++;
            var end = next;
            while (end < text.Length && end - next < 3 && (Digit(text[end]) >= 0 || char.IsAsciiDigit(text[end]))) end++;
            if (end - next == 1 && !IsUnit(text, end))
            {
                var tenth = char.IsAsciiDigit(text[next]) ? text[next] - '0' : Digit(text[next]);
                if (next > at + 1 && Terms.Is(text[at + 1], Term.Zero))
                    return new Token(TokenKind.Number, start, end, Form: NumberForm.Decimal, Hundredths: whole * 100 + tenth) { HasDegrees = degrees };
                return Result(start, end + NumberScanner.MinuteSign(text, end), whole, tenth, degrees);
            }

            if (end - next == 2)
            {
                // 三十六点五五 is a value, 三十六度七八 a guess between two.
                return Terms.Is(text[at], Term.Point)
                    ? new Token(TokenKind.Number, start, end, Form: NumberForm.Decimal, Hundredths: whole * 100
                        + Digit(text[next]) * 10 + Math.Max(Digit(text[next + 1]), 0))
                    : Vague(start, end, whole);
            }
        }

        return whole > 43 ? null : new Token(TokenKind.Number, start, at, Form: NumberForm.Integer, Hundredths: whole * 100);
    }

    // 三六五, and 三六点五 is read above.
    private static Token? Digitwise(ReadOnlySpan<char> text, int start, int run)
    {
        if (run - start != 3 || IsUnit(text, run)) return null;
        var (a, b, c) = (Digit(text[start]), Digit(text[start + 1]), Digit(text[start + 2]));
        if (a < 0 || b < 0 || c < 0 || a * 10 + b is < 35 or > 42) return null;
        return new Token(TokenKind.Number, start, run, Form: NumberForm.Compact, Hundredths: a * 1000 + b * 100 + c * 10);
    }

    private static bool IsUnit(ReadOnlySpan<char> text, int at) => !Terms.At(text, at, Term.DegreePart) && NumberScanner.BeginsUnit(text, at);

    private static Token Result(int start, int end, int whole, int tenth, bool degrees) =>
        new(TokenKind.Number, start, end, Form: NumberForm.Decimal, Hundredths: whole * 100 + tenth * 10) { HasDegrees = degrees };

    private static Token Vague(int start, int end, int whole) =>
        new(TokenKind.Number, start, end, Form: NumberForm.Vague, Hundredths: whole * 100);
}
