using System.Text;

namespace CheckinBot.Core.Writing;

/// <summary>
/// The one form in which names are compared: <c>白　露</c>, spread to the width of three, is 白露. What is shown stays as the
/// school wrote it.
/// </summary>
public static class NameForm
{
    /// <summary>
    /// The name with compatibility forms as the characters that they stand for, accents on their letters, one kind of dot
    /// between the parts of a name, no space beside a Chinese character and a single one elsewhere. Capital letters stay.
    /// </summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (IsPlain(name)) return name;
        var plain = new StringBuilder(name.Length);
        var isSpaced = false;
        foreach (var typed in SafeText.Line(name))
        {
            var c = LookAlikes.Meant(typed);
            if (char.IsWhiteSpace(c))
            {
                isSpaced = true;
                continue;
            }

            if (plain.Length > 0 && LookAlikes.IsMark(c) && LookAlikes.Together(plain[^1], c) is { } both)
            {
                plain[^1] = both;
                continue;
            }

            if (IsDot(c)) c = '·';
            if (isSpaced && plain.Length > 0 && !Touches(plain[^1]) && !Touches(c)) plain.Append(' ');
            isSpaced = false;
            plain.Append(c);
        }

        DotsOf(plain);
        return plain.ToString();
    }

    /// <summary>A Chinese character, beside which a space says nothing within a name.</summary>
    public static bool IsChinese(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇' || char.IsSurrogate(c);

    private static bool Touches(char c) => IsChinese(c) || c == '·';

    // 阿依古丽.吐尔逊 with the full stop of the keyboard.
    private static void DotsOf(StringBuilder name)
    {
        for (var i = 1; i < name.Length - 1; i++)
        {
            if (name[i] == '.' && IsChinese(name[i - 1]) && IsChinese(name[i + 1])) name[i] = '·';
        }
    }

    private static bool IsDot(char c) => c is '·' or '•' or '・' or '‧' or '∙' or '⋅' or '●' or '･';

    private static bool IsPlain(string name)
    {
        foreach (var c in name)
        {
            if (c is not ((>= '\u4E00' and <= '\u9FFF') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))) return false;
        }

        return true;
    }
}
