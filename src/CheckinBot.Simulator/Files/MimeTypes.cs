using Microsoft.AspNetCore.StaticFiles;

namespace CheckinBot.Simulator.Files;

internal static class MimeTypes
{
    private static readonly FileExtensionContentTypeProvider Known = new();

    /// <param name="extension">With its dot.</param>
    public static string Of(string extension) => Known.Mappings.TryGetValue(extension, out var type) ? type : "application/octet-stream";
}
