using System.Text;

namespace CheckinBot.Core.Tables;

/// <summary>How wide text is: a Chinese character takes two places where a Latin one takes one.</summary>
public static class TextWidth
{
    /// <summary>The width in Latin characters.</summary>
    public static int Characters(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune) ? 2 : 1);

    /// <summary>The text cut to a width, with an ellipsis where something was cut.</summary>
    public static string Cut(string text, int characters)
    {
        if (Characters(text) <= characters) return text;
        var cut = new StringBuilder();
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += IsWide(rune) ? 2 : 1;
            if (width > characters - 1) break;
            cut.Append(rune);
        }

        return cut.Append('…').ToString();
    }

    // The blocks of East Asian scripts, their punctuation and full-width forms (Unicode Standard Annex 11), and emoji.
    private static bool IsWide(Rune rune) => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x3FFFD);
}
