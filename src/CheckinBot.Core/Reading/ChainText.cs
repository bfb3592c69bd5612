namespace CheckinBot.Core.Reading;

/// <summary>Tells a chain (接龙), or a line of one, from free text by its outward form.</summary>
public static class ChainText
{
    /// <summary>The word itself, or lines that begin with their place in the list.</summary>
    public static bool IsChain(string text)
    {
        if (text.Contains("接龙", StringComparison.Ordinal) || text.Contains("接龍", StringComparison.Ordinal)) return true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (IsNumbered(line.Trim())) return true;
        }

        return false;
    }

    /// <summary><c>7. 赵六</c>, <c>①王小明</c>, <c>3、李雷</c>: a place, a mark, and then no digit, so that <c>36.5</c> is none.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> line)
    {
        if (line.Length < 2) return false;
        if (line[0] is >= '①' and <= '⑳' or >= '㉑' and <= '㊿') return true;
        var at = 0;
        while (at < line.Length && at < 3 && char.IsDigit(line[at])) at++;
        if (at == 0 || at == line.Length || line[at] is not ('.' or '．' or '、' or ')' or '）' or '。')) return false;
        var rest = line[(at + 1)..].TrimStart();
        return rest.Length > 0 && char.IsLetter(rest[0]);
    }
}
