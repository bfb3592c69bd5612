namespace CheckinBot.Core.Reading.Chains;

/// <summary>Quoted words are somebody else's.</summary>
internal static class Quotation
{
    /// <summary>The text without lines that quote (&gt; …) and without what stands above the rule under a quotation (「李雷妈妈：李雷36.5」, - - - -).</summary>
    public static string Strip(string text)
    {
        if (text.AsSpan().TrimStart() is ['「' or '『' or '“' or '"', ..] && EndOfRule(text) is var end and > 0) text = text[end..];
        if (!text.Contains('>', StringComparison.Ordinal)) return text;
        return string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith('>')));
    }

    // The end of the first line that is made of strokes only.
    private static int EndOfRule(string text)
    {
        var from = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            from += line.Length + 1;
            if (line.Count('-') + line.Count('—') + line.Count('─') >= 3 && line.IndexOfAnyExcept("-—─ ") < 0)
                return Math.Min(from, text.Length);
        }

        return 0;
    }
}
