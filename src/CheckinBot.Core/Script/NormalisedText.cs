using CheckinBot.Core.Writing;

namespace CheckinBot.Core.Script;

/// <summary>
/// A text in one form of writing: half width, simplified, small letters, without invisible characters and pictures. It also
/// knows which typed characters each of its characters comes from.
/// </summary>
internal sealed class NormalisedText
{
    private readonly int[] _origin;

    private NormalisedText(string source, string text, int[] origin)
    {
        Source = source;
        Text = text;
        _origin = origin;
    }

    /// <summary>What was typed.</summary>
    public string Source { get; }

    /// <summary>The normalised text.</summary>
    public string Text { get; }

    /// <summary>What was typed between two places of the normalised text.</summary>
    public string Typed(int start, int end)
    {
        var to = _origin[end - 1] + 1;
        while (to < Source.Length && LookAlikes.IsMark(Source[to]))
            to++;
        return Source[_origin[start]..to];
    }

    /// <summary>Whether this character was typed as a capital letter.</summary>
    public bool IsUpper(int at) => char.IsUpper(Source[_origin[at]]);

    public static NormalisedText From(string source)
    {
        var text = new char[source.Length + 1];
        var origin = new int[source.Length + 1];
        var length = 0;
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (char.IsSurrogate(c))
            {
                // Pictures and rare characters separate words; a space does that as well.
                c = ' ';
            }
            else
            {
                c = Map(c);
            }

            if (c == '\0')
                continue;
            if (length > 0 && LookAlikes.IsMark(c) && LookAlikes.Together(text[length - 1], c) is { } accented)
            {
                text[length - 1] = accented;
                continue;
            }

            if (length == text.Length)
            {
                Array.Resize(ref text, text.Length * 2);
                Array.Resize(ref origin, origin.Length * 2);
            }

            text[length] = c;
            origin[length++] = i;
        }

        return new(source, new string(text, 0, length), origin);
    }

    /// <summary>Brings a word of a list to the form that texts have.</summary>
    public static string Word(string word) => From(word).Text;

    /// <summary>A name is brought to that form too, and to the one form of names: 白　露 is 白露.</summary>
    public static string Name(string name) => Word(NameForm.Of(name));

    private static char Map(char c)
    {
        if (c < 0x80)
            return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c is '\t' ? ' ' : c == '\r' ? '\0' : c;
        if (c is >= '\u4E00' and <= '\u9FFF')
            return Traditional.ToSimplified(c);
        if (c is >= '\uFF01' and <= '\uFF5E')
            return Map((char)(c - 0xFEE0));
        return c switch
        {
            '\u3000' or '\u00A0' or '\u2009' or '\u202F' or '\u2002' or '\u2003' => ' ',
            '\u2028' or '\u2029' or '\u0085' => '\n',
            '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\uFE0F' or '\uFE0E' or '\u20E3' => '\0',
            >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' => '\0',
            '℃' or '℉' => c,
            'º' or '˚' or '∘' => '°',
            '‘' or '’' or '′' or '｀' or '´' => '\'',
            '“' or '”' or '〝' or '〞' or '″' => '"',
            '『' or '「' => '「',
            '』' or '」' => '」',
            '【' or '〖' or '〔' => '[',
            '】' or '〗' or '〕' => ']',
            '〜' or '∼' or '～' => '~',
            '–' or '—' or '―' or '−' or '‐' or '‑' or '─' => '-',
            '·' or '•' or '・' or '‧' or '∙' or '⋅' or '●' => '·',
            '．' or '｡' => '.',
            '、' or '﹑' or '､' => '、',
            '，' or '﹐' => ',',
            '…' => '.',
            '￥' => '¥',
            '〇' or '○' => '〇',
            >= '\u2E80' and <= '\u2FDF' or >= '\uF900' and <= '\uFAFF' => Traditional.ToSimplified(LookAlikes.Meant(c)),
            >= '☀' and <= '➿' when !(c is >= '❶' and <= '➓') => ' ',
            >= '\u2190' and <= '\u21FF' => '→',
            >= '\uE000' and <= '\uF8FF' => ' ',
            _ => char.IsControl(c) ? ' ' : char.IsUpper(c) ? char.ToLowerInvariant(c) : c,
        };
    }
}
