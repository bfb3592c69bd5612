namespace CheckinBot.Tests.Attacks.Fuzz;

/// <summary>Makes hostile inputs of plausible ones.</summary>
internal static class Mutator
{
    /// <summary>What has broken programs before: marks that turn the direction, cannot be seen or stand alone, digits of others, code.</summary>
    public static readonly string[] Hostile =
    [
        "\u202E", "\u202C", "\u2066", "\u200B", "\u200D", "\uFEFF", "\u0000", "\u0007", "\u0085", "\u2028", "\uD83C", "\uDC00", "\uFFFF",
        "\u0300\u0301\u0302\u0303",
        "👨‍👩‍👧‍👦", "🌡️", "𠮷", "<b>", "</b>", "<a href=\"javascript:alert(1)\">", "&lt;", "&#0;", "'; drop table check_in; --", "\" or 1=1 --",
        "=HYPERLINK(\"http://x\")",
        "+1", "-1", "@SUM(A1)", "../../etc/passwd", "%s%n", "{0}", "${x}", "\\", "\r\n", "\t", "\n\n\n", "99999999999999999999", "00000",
        "３６．５", "1e309", "NaN", "∞",
        "٣٦٫٥", "Ⅷ", "㊱", "½", "36.", ".5", "36..5", "36,5", "36:5", "36°5'", "-36.5", "2月30日", "0月0日", "二月三十", "99999天前", "一二三四五六七八九十百千万亿",
        "#接龙\n1. ", "\n2. ", "1、", "@checkin_bot", "/", "/start ", "#", "、、、、", "。。。", "？？？", "（（（（", "“”“”", "没没没没没", "不不不不",
    ];

    /// <summary>Some words of a vocabulary and of hostile ones, changed here and there.</summary>
    public static string Text(Random random, IReadOnlyList<string> words, int most = 4096)
    {
        var text = string.Concat(Enumerable.Range(0, 1 + random.Next(6)).Select(_ =>
            random.Next(4) == 0 ? Pick(random, Hostile) : Pick(random, words) + Pick(random, Between)));
        for (var changes = random.Next(4); changes > 0; changes--) text = Change(random, text);
        if (random.Next(200) == 0) text = string.Concat(Enumerable.Repeat(text, 1 + random.Next(1 + (most / (text.Length + 1)))));
        return text.Length <= most ? text : text[..most];
    }

    /// <summary>Bytes with some of them changed, taken away or doubled.</summary>
    public static byte[] Bytes(Random random, byte[] bytes)
    {
        var list = bytes.ToList();
        for (var changes = 1 + random.Next(6); changes > 0 && list.Count > 0; changes--)
        {
            var at = random.Next(list.Count);
            var length = Math.Min(list.Count - at, 1 + random.Next(16));
            switch (random.Next(5))
            {
                case 0: list[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: list[at] = Pick(random, Odd); break;
                case 2: list.RemoveRange(at, length); break;
                case 3: list.InsertRange(at, list.GetRange(at, length)); break;
                default: if (random.Next(8) == 0) list.RemoveRange(at, list.Count - at); break;
            }
        }

        return [.. list];
    }

    public static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private static readonly string[] Between = ["", "", " ", "，", "\n", "。", ","];

    private static readonly byte[] Odd = [0, 1, 0x7F, 0x80, 0xFE, 0xFF, .. "\"',\n\r;=<&"u8];

    private static string Change(Random random, string text)
    {
        if (text.Length == 0) return text;
        var at = random.Next(text.Length);
        var length = Math.Min(text.Length - at, 1 + random.Next(8));
        return random.Next(6) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text.Insert(at, ((char)random.Next(char.MaxValue + 1)).ToString()),
            3 => text.Insert(at, Pick(random, Hostile)),
            4 => text[..at] + (char)(text[at] ^ (1 << random.Next(16))) + text[(at + 1)..],
            _ => text[at..] + text[..at],
        };
    }
}
