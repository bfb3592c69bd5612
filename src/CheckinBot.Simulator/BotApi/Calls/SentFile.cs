using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Faults;
using CheckinBot.Simulator.Files;

namespace CheckinBot.Simulator.BotApi.Calls;

/// <summary>Reads a file argument: an upload of this request, or the file_id of a file that is here already.</summary>
internal static class SentFile
{
    private const int LargestPhoto = 10 << 20;
    private const int LargestDocument = 50 << 20;

    /// <exception cref="ApiException">400 or 413 when there is no such file, or it is too large or no picture.</exception>
    public static SimFile Read(BotCall call, string field, string? reference, MediaKind kind)
    {
        if (call.Arguments.Upload(field, reference) is not { } upload)
        {
            return string.IsNullOrEmpty(reference)
                ? throw ApiException.BadRequest($"there is no {field} in the request")
                : call.World.Files.ById(reference) ?? throw ApiException.BadRequest(reference.Contains("://", StringComparison.Ordinal)
                    ? "failed to get HTTP URL content"
                    : "wrong remote file identifier specified: Wrong string length");
        }

        if (upload.Content.IsEmpty)
        {
            throw ApiException.BadRequest("file must be non-empty");
        }

        if (upload.Content.Length > (kind == MediaKind.Photo ? LargestPhoto : LargestDocument))
        {
            throw ApiException.TooLarge();
        }

        if (kind == MediaKind.Photo && PictureSize.Read(upload.Content.Span).Width == 0)
        {
            throw ApiException.BadRequest("IMAGE_PROCESS_FAILED");
        }

        // Clients label every part application/octet-stream; the name's ending says more.
        var type = upload.ContentType is null or "application/octet-stream" ? null : upload.ContentType;
        return call.World.Files.Add(kind == MediaKind.Photo ? "photos" : "documents", upload.FileName, type, upload.Content);
    }
}
