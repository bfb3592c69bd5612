using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Digests;

/// <summary>Orders unit paths as people count: 2班 before 10班, 三年级 before 七年级; a unit before its parts, numbers before words.</summary>
public sealed class UnitPathOrder : IComparer<string>
{
    /// <summary>The one instance.</summary>
    public static UnitPathOrder Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        var (left, right) = (x ?? "", y ?? "");
        // No step reaches across a slash: the units above that both share say nothing about their order.
        var i = left.AsSpan(0, left.AsSpan().CommonPrefixLength(right)).LastIndexOf('/') + 1;
        var j = i;
        while (i < left.Length && j < right.Length)
        {
            var (a, b) = (Take(left, ref i), Take(right, ref j));
            if (a != b) return a.CompareTo(b);
        }

        return (left.Length - i).CompareTo(right.Length - j) is var rest && rest != 0 ? rest : string.CompareOrdinal(left, right);
    }

    /// <summary>The next step of the comparison: the end of a name, a number in figures or in words, or a character.</summary>
    private static (int Kind, long Value) Take(string text, ref int at)
    {
        if (char.IsAsciiDigit(text[at])) return (1, TakeNumber(text, ref at));
        if (Numerals.Plain(text.AsSpan(at)) is { Length: > 0 } numeral)
        {
            at += numeral.Length;
            return (1, numeral.Value);
        }

        var character = text[at++];
        return (character == '/' ? 0 : 2, character);
    }

    // Numbers of more than 18 digits are no class numbers; they are cut into pieces that can still be compared.
    private static long TakeNumber(string text, ref int at)
    {
        long number = 0;
        for (var digits = 0; digits < 18 && at < text.Length && char.IsAsciiDigit(text[at]); digits++, at++)
        {
            number = (number * 10) + (text[at] - '0');
        }

        return number;
    }
}
