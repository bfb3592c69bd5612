using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Spans;

/// <content>Numbers whose signs are set off by spaces: 36 5, 3 6 . 5.</content>
internal static partial class NumberScanner
{
    // 3 6 . 5, 3 6.5: signs set off by spaces.
    private static (int End, int Hundredths) Spread(ReadOnlySpan<char> text, int i, int tens)
    {
        if (tens is not (3 or 4) || i >= text.Length || text[i] != ' ') return default;
        var ones = SkipSpaces(text, i);
        var point = ones < text.Length ? SkipSpaces(text, ones + 1) : ones;
        var tenths = point < text.Length ? SkipSpaces(text, point + 1) : point;
        if (tenths >= text.Length || !char.IsAsciiDigit(text[ones]) || !char.IsAsciiDigit(text[tenths])
            || !(text[point] is '.' or '。' or ',' || Terms.Is(text[point], Term.Point)))
            return default;
        var ends = tenths + 1 == text.Length || !(char.IsAsciiDigit(text[tenths + 1]) || text[tenths + 1] == '.');
        return ends ? (tenths + 1, tens * 1000 + DigitAt(text[ones]) * 100 + DigitAt(text[tenths]) * 10) : default;
    }

    private static int Spaced(ReadOnlySpan<char> text, int at)
    {
        var next = SkipSpaces(text, at);
        return next > at && next - at <= 3 && OneDigit(text, next) && !IsPartOfMore(text, next + 1) ? next + 1 : 0;
    }
}
