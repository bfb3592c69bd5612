namespace CheckinBot.Core.Reading;

/// <summary>Quoted lines are somebody else's words.</summary>
internal static class Quotation
{
    /// <summary>The text without lines that quote (&gt; …).</summary>
    public static string Strip(string text)
    {
        if (!text.Contains('>', StringComparison.Ordinal))
            return text;
        return string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith('>')));
    }
}
