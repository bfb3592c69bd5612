namespace Telegram.Bot.Types;

/// <summary>A short film without sound. Durations here are seconds.</summary>
public class Animation : FileBase
{
    public int Width { get; set; }

    public int Height { get; set; }

    public int Duration { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>Music.</summary>
public class Audio : FileBase
{
    public int Duration { get; set; }

    public string? Performer { get; set; }

    public string? Title { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A film.</summary>
public class Video : FileBase
{
    public int Width { get; set; }

    public int Height { get; set; }

    public int Duration { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A round film of up to a minute.</summary>
public class VideoNote : FileBase
{
    /// <summary>Width and height.</summary>
    public int Length { get; set; }

    public int Duration { get; set; }
}

/// <summary>A spoken message.</summary>
public class Voice : FileBase
{
    public int Duration { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A sticker.</summary>
public class Sticker : FileBase
{
    public StickerType Type { get; set; }

    public int Width { get; set; }

    public int Height { get; set; }

    public bool IsAnimated { get; set; }

    public bool IsVideo { get; set; }

    public string? Emoji { get; set; }

    public string? SetName { get; set; }
}
