using System.Text.RegularExpressions;

namespace CheckinBot.Core.Conversations.Private;

/// <summary>Finds the code of an invitation in a text: people type or paste what they should have opened.</summary>
internal static partial class TypedInvitation
{
    /// <summary>The code of a link anywhere in the text, or the text itself where it has the shape of a code; null where there is none.</summary>
    public static string? CodeIn(string text) =>
        Link().Match(text) is { Success: true } link ? link.Groups[1].Value
        : Code().IsMatch(text.AsSpan().Trim()) ? text.Trim()
        : null;

    [GeneratedRegex(@"(?:t(?:elegram)?\.me/\w+\?|tg://resolve\?domain=\w+&)start=([A-Za-z0-9_-]{1,64})", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    // 128 random bits: no word of any language is written so.
    [GeneratedRegex("^[A-Za-z0-9_-]{22}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
