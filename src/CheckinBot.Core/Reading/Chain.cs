namespace CheckinBot.Core.Reading;

/// <summary>The shape of a chain (接龙): a header and lines that each begin with a number.</summary>
internal static class Chain
{
    /// <summary>Does a text look like a chain? Where one is expected, everything is one.</summary>
    public static bool Looks(string text, ReadingSetting setting)
    {
        if (setting == ReadingSetting.GroupJielong)
            return true;
        if (setting != ReadingSetting.Group)
            return false;
        if (text.TrimStart().StartsWith("#接", StringComparison.Ordinal))
            return true;
        var numbered = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (NumberLength(line) > 0)
                numbered++;
        }

        return numbered >= 2;
    }

    /// <summary>Does a text call itself a chain, as in <c>接龙：王小明36.5，李雷36.4</c>?</summary>
    public static bool IsNamed(string text) =>
        text.Contains("接龙", StringComparison.Ordinal) || text.Contains("接龍", StringComparison.Ordinal);

    /// <summary>The length of the number that a line of a chain begins with (1. 1、 ① 1) （1） 【1】), 0 where it has none.</summary>
    public static int NumberLength(ReadOnlySpan<char> line)
    {
        var start = line.Length - line.TrimStart().Length;
        if (start == line.Length)
            return 0;
        var c = line[start];
        if (c is >= '①' and <= '⓿' or >= '❶' and <= '➓' or >= '㉑' and <= '㉟' or >= '㊱' and <= '㊿')
            return start + 1;
        var i = start;
        var open = c is '(' or '（' or '[' or '【' or '#' or '〔';
        if (open)
            i++;
        var digits = i;
        while (i < line.Length && i - digits < 3 && (char.IsAsciiDigit(line[i]) || line[i] is >= '０' and <= '９'))
            i++;
        if (i == digits || i == line.Length)
            return 0;
        while (i < line.Length && line[i] is '\uFE0F' or '\u20E3')
            i++;
        if (i == line.Length)
            return 0;
        if (line[i] is ')' or '）' or ']' or '】' or '、' or '〕' or '.' or '．' or ',' or '，' or ':' or '：' or '。' or '·' or '-' or '—' or '|')
        {
            // 36.5 is a value, not the number of a line.
            if (line[i] is '.' or '．' or ',' or '，' or ':' or '：' or '。' or '·' or '-' && i + 1 < line.Length && char.IsDigit(line[i + 1]))
                return 0;
            i++;
            return i;
        }

        var isKeycap = i > digits && line[i - 1] == '\u20E3';
        return isKeycap || line[i] is ' ' or '\u3000' or '\t' ? i : char.IsLetter(line[i]) && line[i] >= '\u4E00' && line[i] is not ('号' or '度' or '月' or '日' or '年' or '点' or '班' or '元' or '个' or '人' or '岁') && i - digits <= 2 && IsNameStart(line[i]) ? i : 0;
    }

    private static bool IsNameStart(char c) => NameGuess.SurnameLength(Traditional.ToSimplified(c).ToString(), 0) > 0;
}
