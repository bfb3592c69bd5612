using System.Globalization;
using System.Text.RegularExpressions;
using CheckinBot.Core.Conversations.Turns;

namespace CheckinBot.Tests.Conversations;

/// <summary>What is sent otherwise than as a plain text of this moment.</summary>
internal sealed partial class Transcript
{
    // (sent 2026-03-05 08:00) 36.5: a message that comes long after it was sent.
    private DateTimeOffset Sent(ref string said)
    {
        if (!said.StartsWith("(sent ", StringComparison.Ordinal)) return _school.Now;
        var end = said.IndexOf(") ", StringComparison.Ordinal);
        var sent = DateTimeOffset.ParseExact(said[6..end] + " +08:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
        said = said[(end + 2)..];
        return sent;
    }

    // [(forwarded) ][(album NAME) ]<KIND>[ CAPTION]
    private static ConversationEvent.MediaReceived? Media(int id, string said, ChatRef chat, Sender from) =>
        Picture().Match(said) is { Success: true } picture
            ? new(
                id, Enum.Parse<MediaKind>(picture.Groups["kind"].Value, ignoreCase: true),
                picture.Groups["caption"] is { Length: > 0 } caption ? caption.Value : null)
            {
                Chat = chat,
                From = from,
                IsForwarded = picture.Groups["forwarded"].Success,
                AlbumId = picture.Groups["album"] is { Success: true } album ? album.Value : null,
            }
            : null;

    [GeneratedRegex(@"^(?<forwarded>\(forwarded\) )?(\(album (?<album>\w+)\) )?<(?<kind>\w+)> ?(?<caption>.*)$")]
    private static partial Regex Picture();
}
