namespace CheckinBot.Core.Reading;

/// <summary>
/// A chain is posted again whole each time somebody adds a line. Only the lines that are new or changed since the last
/// posted one are taken, so that a parent who adds a line does not report for the others again.
/// </summary>
public static class ChainDifference
{
    /// <summary>The header of <paramref name="chain"/> with only the lines that <paramref name="previous"/> does not have.</summary>
    /// <param name="previous">The chain as last posted; null or empty where there is none.</param>
    /// <param name="chain">The chain as posted now.</param>
    /// <returns>A chain that <see cref="TextReader"/> reads; empty where nothing has changed.</returns>
    public static string Changed(string? previous, string chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        if (string.IsNullOrWhiteSpace(previous))
            return chain;
        var known = Chain.Parse(previous).Lines.Select(Key).ToHashSet();
        var now = Chain.Parse(chain);
        var changed = now.Lines.FindAll(line => !known.Contains(Key(line)));
        return changed.Count == 0 ? "" : string.Join('\n', now.Header.Concat(changed.Select(line => line.Typed)));
    }

    /// <summary>Is this text a chain, or a part of one?</summary>
    public static bool IsChain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Chain.Looks(text, ReadingSetting.Group);
    }

    // The number of a line may shift when somebody above is taken out; what is said does not.
    private static string Key(ChainLine line) => string.Concat(NormalisedText.Word(line.Text).Where(c => !char.IsWhiteSpace(c)));
}
