using System.Collections.Immutable;
using CheckinBot.Simulator.Content;
using CheckinBot.Simulator.Faults;

namespace CheckinBot.Simulator.Formatting;

/// <summary>Reads a text in any of the modes that the Bot API has for markup.</summary>
internal static class Markup
{
    /// <summary>Trims white space at both ends, as the server does, and moves the formatting along.</summary>
    public static FormattedText Plain(string text, IEnumerable<MessageEntity> entities)
    {
        var cut = text.Length - text.TrimStart().Length;
        var trimmed = text.Trim();
        var moved = ImmutableArray.CreateBuilder<MessageEntity>();
        foreach (var entity in entities)
        {
            var start = Math.Max(0, entity.Offset - cut);
            var end = Math.Min(trimmed.Length, entity.Offset + entity.Length - cut);
            if (end > start)
            {
                moved.Add(entity with { Offset = start, Length = end - start });
            }
        }

        moved.Sort((a, b) => a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset) : b.Length.CompareTo(a.Length));
        return new FormattedText(trimmed, AutoEntities.Find(trimmed, moved.ToImmutable()));
    }

    /// <exception cref="ApiException">400 when the markup is broken or the mode unknown.</exception>
    public static FormattedText Parse(string text, string? parseMode, ImmutableArray<MessageEntity> entities) =>
        parseMode?.ToUpperInvariant() switch
        {
            null or "" => Plain(text, entities),
            "HTML" => HtmlText.Parse(text),
            "MARKDOWNV2" => MarkdownText.Parse(text),
            "MARKDOWN" => MarkdownText.ParseLegacy(text),
            _ => throw ApiException.BadRequest("unsupported parse_mode"),
        };
}
