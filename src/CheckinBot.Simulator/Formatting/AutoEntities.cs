using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CheckinBot.Simulator.Content;

namespace CheckinBot.Simulator.Formatting;

/// <summary>Commands, mentions, hashtags and links that the server finds in any text by itself.</summary>
internal static partial class AutoEntities
{
    /// <summary>Adds them to the formatting that is there; nothing inside code or a link is touched.</summary>
    public static ImmutableArray<MessageEntity> Find(string text, ImmutableArray<MessageEntity> formatted)
    {
        if (text.AsSpan().IndexOfAny("/@#.") < 0)
        {
            return formatted;
        }

        var found = formatted.ToBuilder();
        foreach (Match match in Pattern().Matches(text))
        {
            var type = match.Groups["command"].Success ? "bot_command"
                : match.Groups["mention"].Success ? "mention"
                : match.Groups["hashtag"].Success ? "hashtag" : "url";
            if (!formatted.Any(e => Overlaps(e, match) && e.Type is "code" or "pre" or "text_link"))
            {
                found.Add(new MessageEntity { Type = type, Offset = match.Index, Length = match.Length });
            }
        }

        found.Sort((a, b) => a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset) : b.Length.CompareTo(a.Length));
        return found.ToImmutable();
    }

    private static bool Overlaps(MessageEntity entity, Match match) =>
        entity.Offset < match.Index + match.Length && match.Index < entity.Offset + entity.Length;

    [GeneratedRegex(
        @"(?<url>https?://[^\s<>""]+[^\s<>"".,;:!?)\]，。；：！？）])"
        + @"|(?<![\w/@.<>])(?<command>/[A-Za-z0-9_]{1,64}(@[A-Za-z0-9_]{3,32})?)(?![\w/<>])"
        + @"|(?<![\w/@.])(?<mention>@[A-Za-z][A-Za-z0-9_]{3,31})(?!\w)"
        + @"|(?<![\w#])(?<hashtag>#[\w·]*[\p{L}_][\w·]*)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
