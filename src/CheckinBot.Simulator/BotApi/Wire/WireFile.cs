using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Files;

namespace CheckinBot.Simulator.BotApi.Wire;

/// <summary>PhotoSize, Document, Sticker, Voice and File share their fields; what does not apply stays null.</summary>
internal sealed record WireFile(string FileId, string FileUniqueId, int FileSize)
{
    public string? FilePath { get; init; }

    public string? FileName { get; init; }

    public string? MimeType { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public int? Duration { get; init; }

    public string? Emoji { get; init; }

    // Sticker only
    public string? Type { get; init; }

    public bool? IsAnimated { get; init; }

    public bool? IsVideo { get; init; }

    public static WireFile Of(SimMedia media)
    {
        var file = media.File!;
        var wire = new WireFile(file.Id, Unique(file), file.Content.Length);
        return media.Kind switch
        {
            MediaKind.Photo => wire with { Width = file.Width, Height = file.Height },
            MediaKind.Sticker => wire with
            {
                Width = 512,
                Height = 512,
                Type = "regular",
                IsAnimated = false,
                IsVideo = false,
                Emoji = media.Emoji,
            },
            MediaKind.Voice => wire with { Duration = media.DurationSeconds ?? 0, MimeType = file.MimeType },
            _ => wire with { FileName = file.Name, MimeType = file.MimeType },
        };
    }

    public static WireFile ForDownload(SimFile file) =>
        new(file.Id, Unique(file), file.Content.Length) { FilePath = file.Path };

    private static string Unique(SimFile file) => "AQAD" + file.Id[^12..];
}
