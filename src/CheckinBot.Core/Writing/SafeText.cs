using System.Globalization;
using System.Text;

namespace CheckinBot.Core.Writing;

/// <summary>
/// What people typed, safe to show: a direction mark makes one name look like another, an invisible character makes two that
/// look the same, and a pile of accents covers the line above.
/// </summary>
public static class SafeText
{
    // é needs one mark, a Vietnamese letter two.
    private const int MostMarks = 2;

    /// <summary>The text in one line: without what cannot be seen, breaks as spaces, and without space around it.</summary>
    public static string Line(string text) => Clean(text, keepsBreaks: false).Trim();

    /// <summary>The text with its lines, without what cannot be seen.</summary>
    public static string Lines(string text) => Clean(text, keepsBreaks: true);

    private static string Clean(string text, bool keepsBreaks)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = 0;
        while (first < text.Length && IsPlain(text[first], keepsBreaks)) first++;
        if (first == text.Length) return text;
        var clean = new StringBuilder(text, 0, first, text.Length);
        var marks = 0;
        foreach (var rune in text.AsSpan(first).EnumerateRunes())
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (IsBreak(rune.Value)) clean.Append(keepsBreaks && rune.Value is '\n' or '\r' ? (char)rune.Value : ' ');
            else if (!IsInvisible(rune) && marks <= MostMarks) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    // What nearly every text is made of.
    private static bool IsPlain(char c, bool keepsBreaks) =>
        c is (>= ' ' and <= '~') or (>= '\u4E00' and <= '\u9FFF') or (>= '\u3000' and <= '\u3029') or (>= '\uFF01' and <= '\uFF9F')
        || (keepsBreaks && c == '\n');

    private static bool IsBreak(int c) => c is (>= '\t' and <= '\r') or '\u0085' or '\u2028' or '\u2029';

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    // A half of a pair that came alone is read as U+FFFD. Fillers and the empty Braille cell are letters and signs that show nothing.
    private static bool IsInvisible(Rune rune) =>
        rune.Value is '\uFFFD' or '\u034F' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or '\u2800' or '\u3164' or '\uFFA0'
        or (>= '\uFE00' and <= '\uFE0F') or (>= 0xE0100 and <= 0xE01EF)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
}
