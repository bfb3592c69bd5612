using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Spans;

/// <summary>Reads the number that begins at a place of a text, in digits or in Chinese numerals.</summary>
internal static partial class NumberScanner
{
    private const int TooLong = 6;

    /// <summary>A number in digits at <paramref name="start"/>, which is a digit.</summary>
    public static Token Digits(ReadOnlySpan<char> text, int start)
    {
        var i = Run(text, start);
        if (Date(text, start, i) is { } date) return date;
        if (i - start >= TooLong || Clock(text, start, i, out _)) return Foreign(text, start);
        var whole = Value(text[start..i]);
        if (Spread(text, i, whole) is var (spreadEnd, value) && spreadEnd > 0)
            return new(TokenKind.Number, start, spreadEnd, Form: NumberForm.Decimal, Hundredths: value);
        if (Degrees(text, start, i, whole) is { } degrees) return degrees;
        // 36.五
        if (i - start == 2 && IsBody(whole) && i + 1 < text.Length && text[i] == '.' && Numerals.Digit(text[i + 1]) >= 0
            && (i + 2 == text.Length || (!Numerals.IsNumeral(text[i + 2]) && !CountsSomething(text, i + 2))))
            return new(TokenKind.Number, start, i + 2, Form: NumberForm.Decimal, Hundredths: whole * 100 + Numerals.Digit(text[i + 1]) * 10);
        var point = PointLength(text, start, i, whole);
        if (point > 0)
        {
            var fraction = i + point;
            var end = Run(text, fraction);
            if (IsPartOfMore(text, end)) return Foreign(text, start) with { Form = NumberForm.Unclear };
            var digits = end - fraction;
            if (digits > 3) return new(TokenKind.Number, start, end, Form: NumberForm.Unclear);
            return new(TokenKind.Number, start, end, Form: NumberForm.Decimal, Hundredths: whole * 100 + Hundredths(text[fraction..end]));
        }

        if (i - start == 2 && Spaced(text, i) is var spaced and > 0)
            return new(TokenKind.Number, start, spaced, Form: NumberForm.Spaced, Hundredths: whole * 100 + (text[spaced - 1] - '0') * 10);
        if (i - start == 3) return new(TokenKind.Number, start, i, Form: NumberForm.Compact, Hundredths: whole * 10);
        return new(TokenKind.Number, start, i, Form: i - start <= 2 ? NumberForm.Integer : NumberForm.Unclear, Hundredths: whole * 100);
    }

    /// <summary>The end of a run of digits.</summary>
    public static int Run(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
        return i;
    }

    // 36度5, 36度五, 36点5, 36度半; but 36度3个, where the 3 counts something else.
    private static Token? Degrees(ReadOnlySpan<char> text, int start, int i, int whole)
    {
        var last = i;
        // "36 度 5"
        if (i < text.Length && text[i] == ' ' && SkipSpaces(text, i) is var sign && Terms.At(text, sign, Term.DegreeOrPoint))
            i = sign;
        if (!Terms.At(text, i, Term.DegreeSign) || last - start is < 2 or > 3) return null;
        var next = SkipSpaces(text, i + 1);
        var end = i + 1;
        var tenth = -1;
        if (Terms.At(text, next, Term.Half))
        {
            tenth = 5;
            end = next + 1;
        }
        else if (next < text.Length && (char.IsAsciiDigit(text[next]) || Numerals.Digit(text[next]) >= 0))
        {
            var run = next;
            // 36度2一直没离开县城: the second sign is of another kind, and so of another word.
            while (run < text.Length && run - next < 3
                && (char.IsAsciiDigit(text[run])
                    ? char.IsAsciiDigit(text[next]) || Terms.Is(text[next], Term.Zero)
                    : !char.IsAsciiDigit(text[next]) && Numerals.Digit(text[run]) >= 0))
                run++;
            if (run - next == 1 && !CountsSomething(text, run))
            {
                tenth = DigitAt(text[next]);
                end = run + MinuteSign(text, run);
            }
            else if (run - next == 2)
            {
                var two = DigitAt(text[next]) * 10 + DigitAt(text[next + 1]);
                if (Numerals.Digit(text[next]) > 0)
                    return new(TokenKind.Number, start, run, Form: NumberForm.Vague, Hundredths: whole * 100 + two);
                return new(TokenKind.Number, start, run, Form: NumberForm.Decimal, Hundredths: whole * 100 + two) { HasDegrees = true };
            }
        }

        if (tenth < 0 && Terms.Is(text[i], Term.Point)) return null;
        return tenth < 0
            ? last < i ? null : new(TokenKind.Number, start, i, Form: NumberForm.Integer, Hundredths: whole * 100)
            : new(TokenKind.Number, start, end, Form: NumberForm.Decimal, Hundredths: whole * 100 + tenth * 10) { HasDegrees = !Terms.Is(text[i], Term.Point) };
    }

    private static bool CountsSomething(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || Terms.Is(text[at], Term.DegreePart)) return false;
        return Terms.Is(text[at], Term.Counter) || (text[at] is '.' or ':' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])) || BeginsUnit(text, at);
    }

    /// <summary>Does a unit of something else than a temperature begin here?</summary>
    public static bool BeginsUnit(ReadOnlySpan<char> text, int at) =>
        at < text.Length && Lexicon.Instance.Longest(text[at..]) is { Length: > 0 } word && (word.Info.Classes & WordClass.OtherUnit) != 0;

    /// <summary>36度5分, but not 分钟: the length of the sign behind the tenth.</summary>
    public static int MinuteSign(ReadOnlySpan<char> text, int at) =>
        Terms.At(text, at, Term.MinuteSign) && !Terms.At(text, at + 1, Term.ClockSign) ? 1 : 0;

    private static int DigitAt(char c) => char.IsAsciiDigit(c) ? c - '0' : Numerals.Digit(c);

    // The length of what stands for the decimal point, 0 where nothing does.
    private static int PointLength(ReadOnlySpan<char> text, int start, int at, int whole)
    {
        if (at >= text.Length) return 0;
        var c = text[at];
        if (c == '.')
        {
            var next = at;
            while (next < text.Length && text[next] is '.' or '。' && next - at < 3) next++;
            if (next < text.Length && char.IsAsciiDigit(text[next])) return next - at;
            // "36. 5" and "36 .5" are slips of the thumb.
            var far = SkipSpaces(text, next);
            return next - at == 1 && at - start is 2 && IsBody(whole) && OneDigit(text, far) ? far - at : 0;
        }

        if (c is ' ')
        {
            var dot = SkipSpaces(text, at);
            if (IsBody(whole) && Terms.Begin(text[dot..], Term.PointAndSpace) is var spoken and > 0 && OneDigit(text, dot + spoken))
                return dot + spoken - at;
            if (at - start is not (2 or 3) || !IsBody(whole) || dot + 1 >= text.Length || text[dot] is not ('.' or '。' or '·'))
                return 0;
            var digit = SkipSpaces(text, dot + 1);
            return char.IsAsciiDigit(text[dot + 1]) ? dot + 1 - at : OneDigit(text, digit) ? digit - at : 0;
        }

        if (!(c is '。' or ',' or '、' or '·' or '˙' or ':' or ';' or '\'' or '"' or '`' or '/' or '_' or '*' or '-')
            || !IsBody(whole) || at - start is < 2 or > 3)
            return 0;
        // 36' 6
        if (c is '\'' or '`' or '·' or '。' && text[(at + 1)..].StartsWith(" ") && SkipSpaces(text, at + 1) is var beyond && OneDigit(text, beyond))
            return beyond - at;
        return OneDigit(text, at + 1) && (c != '/' || whole < 43) ? 1 : 0;
    }

    private static bool OneDigit(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || !char.IsAsciiDigit(text[at]) || Run(text, at) != at + 1) return false;
        var next = at + 1;
        if (next == text.Length) return true;
        if (text[next] == '.' && next + 1 < text.Length && char.IsAsciiDigit(text[next + 1])) return false;
        if (text[next] is '、' or ')' or '）' or '/' or '-')
            return false;
        return !BeginsUnit(text, next);
    }

    // A version (36.5.2), a ratio or a sum (120/80, 3*5) goes on after the digits.
    private static bool IsPartOfMore(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && text[at] is '.' or '/' or '*' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])
        && !(text[at] == '/' && Run(text, at + 1) - at == 3);

    // 1月23日, 2020-1-23, 2020年1月23日, 1/23, 1.23 in front of a word are days.
    private static Token? Date(ReadOnlySpan<char> text, int start, int i)
    {
        var first = i - start <= 4 ? Value(text[start..i]) : 0;
        if (i >= text.Length) return null;
        if (Terms.Is(text[i], Term.Year) && i - start == 4)
        {
            var next = SkipSpaces(text, i + 1);
            var end = Run(text, next);
            if (end > next && Terms.At(text, end, Term.Month) && Date(text, next, end) is { } inner)
                return inner with { Start = start };
            return new(TokenKind.Number, start, i + 1, Form: NumberForm.Foreign);
        }

        if (Terms.Is(text[i], Term.Month) && first is >= 1 and <= 12)
        {
            var next = SkipSpaces(text, i + 1);
            var end = Run(text, next);
            if (end == next || end - next > 2) return new(TokenKind.Number, start, i + 1, Form: NumberForm.Foreign);
            var day = Value(text[next..end]);
            if (Terms.At(text, end, Term.PlainPoint)) return new(TokenKind.Number, start, i + 1, Form: NumberForm.Foreign);
            var hasSuffix = Terms.At(text, end, Term.DayOfMonth);
            return new(TokenKind.Number, start, hasSuffix ? end + 1 : end, Form: NumberForm.Foreign) { Date = (first, day) };
        }

        if (i - start == 4 && first is >= 1900 and <= 2100 && text[i] is '-' or '/' or '.')
        {
            var month = Run(text, i + 1);
            if (month > i + 1 && month + 1 < text.Length && text[month] == text[i] && char.IsAsciiDigit(text[month + 1]))
            {
                var day = Run(text, month + 1);
                return new(TokenKind.Number, start, day, Form: NumberForm.Foreign) { Date = (Value(text[(i + 1)..month]), Value(text[(month + 1)..day])) };
            }
        }

        if (text[i] == '/' && first is >= 1 and <= 31)
        {
            var end = Run(text, i + 1);
            if (end - i is 2 or 3)
                return new(TokenKind.Number, start, end, Form: NumberForm.Foreign) { Date = (first, Value(text[(i + 1)..end])) };
        }

        return null;
    }

    // 7:30, 07：30, 7点30, 7点半.
    private static bool Clock(ReadOnlySpan<char> text, int start, int i, out int end)
    {
        end = i;
        if (i - start > 2 || i >= text.Length || Value(text[start..i]) > 24) return false;
        if (text[i] == ':')
        {
            end = Run(text, i + 1);
            var goesOn = end + 1 < text.Length && (text[end] == '.' ? char.IsAsciiDigit(text[end + 1]) : Terms.Is(text[end], Term.Degree));
            if (end - i == 3 && !goesOn)
            {
                // A second colon is of seconds.
                if (end < text.Length && text[end] == ':') end = Run(text, end + 1);
                return true;
            }
        }
        else if (Terms.Is(text[i], Term.Point) || (Terms.Is(text[i], Term.Hour) && i + 1 < text.Length))
        {
            end = Run(text, i + 1);
            // 7点36.5 is a time and a temperature.
            if (end < text.Length && (text[end] == '.' || Terms.Is(text[end], Term.Degree)) && end > i + 1) end = i + 1;
            if (Terms.At(text, end, Term.ClockPart)) end++;
            if (Terms.At(text, end, Term.ClockSign)) end++;
            return true;
        }

        return false;
    }

    private static Token Foreign(ReadOnlySpan<char> text, int start)
    {
        var i = Run(text, start);
        if (Clock(text, start, i, out var clock)) return new(TokenKind.Number, start, clock, Form: NumberForm.Foreign);
        while (i + 1 < text.Length && text[i] is '.' or '-' or '/' or '*' && char.IsAsciiDigit(text[i + 1])) i = Run(text, i + 1);
        return new(TokenKind.Number, start, i, Form: NumberForm.Foreign);
    }

    private static bool IsBody(int whole) => whole is >= 30 and <= 43 or >= 93 and <= 110;

    private static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var c in digits)
            value = value * 10 + (c - '0');
        return value;
    }

    // .5 is 50, .55 is 55, .555 is 55 (cut off).
    private static int Hundredths(ReadOnlySpan<char> digits) =>
        digits.Length == 1 ? (digits[0] - '0') * 10 : (digits[0] - '0') * 10 + (digits[1] - '0');

    private static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at;
    }
}
