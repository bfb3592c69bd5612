using CheckinBot.Simulator.Files;

namespace CheckinBot.Simulator.Chats;

public enum MediaKind
{
    Photo,
    Document,
    Sticker,
    Voice,
    Location,
}

/// <summary>What a message carries besides text.</summary>
public sealed record SimMedia(MediaKind Kind)
{
    /// <summary>The stored file; null for a location.</summary>
    public SimFile? File { get; init; }

    /// <summary>The Bot API's media_group_id: what was sent together in one album.</summary>
    public string? Album { get; init; }

    /// <summary>A sticker's emoji.</summary>
    public string? Emoji { get; init; }

    /// <summary>A voice message's length in seconds.</summary>
    public int? DurationSeconds { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }
}
