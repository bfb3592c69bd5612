namespace Telegram.Bot.Types;

/// <summary>A file that Telegram keeps.</summary>
public abstract class FileBase
{
    /// <summary>Names the file in calls of this bot.</summary>
    public string FileId { get; set; } = default!;

    /// <summary>The same for every bot and for ever; cannot be used to fetch the file.</summary>
    public string FileUniqueId { get; set; } = default!;

    /// <summary>Bytes.</summary>
    public long? FileSize { get; set; }
}

/// <summary>A file ready to be fetched with <see cref="ITelegramBotClient.DownloadFile(TGFile, Stream, CancellationToken)"/>, for at least an hour.</summary>
public class TGFile : FileBase
{
    public string? FilePath { get; set; }
}

/// <summary>One size of a photo.</summary>
public class PhotoSize : FileBase
{
    public int Width { get; set; }

    public int Height { get; set; }
}

/// <summary>Any file. The name and type are what the sender says they are.</summary>
public class Document : FileBase
{
    public PhotoSize? Thumbnail { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}
