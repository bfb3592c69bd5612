using CheckinBot.Simulator.Files;
using Microsoft.AspNetCore.Http;

namespace CheckinBot.Simulator.PageApi;

/// <summary>Hands out what somebody sent. Only plain pictures are shown; everything else is saved, never run in the page.</summary>
internal static class FileDownload
{
    public static IResult Of(SimFile? file, HttpResponse response)
    {
        if (file is null)
        {
            return Results.NotFound();
        }

        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, max-age=86400, immutable";
        return file.Width > 0
            ? Results.Bytes(file.Content, PictureType(file.Content.Span))
            : Results.Bytes(file.Content, "application/octet-stream", file.Name);
    }

    private static string PictureType(ReadOnlySpan<byte> content) => content[0] switch
    {
        0x89 => "image/png",
        (byte)'G' => "image/gif",
        _ => "image/jpeg",
    };
}
