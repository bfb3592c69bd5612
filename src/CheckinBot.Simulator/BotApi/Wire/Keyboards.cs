using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CheckinBot.Simulator.BotApi.Wire;

/// <summary>One button below a message. Kinds that the simulator does not act on are kept and given back.</summary>
public sealed record InlineButton
{
    public string Text { get; init; } = "";

    public string? CallbackData { get; init; }

    public string? Url { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; init; }
}

internal sealed record InlineKeyboard
{
    [JsonPropertyName("inline_keyboard")]
    public ImmutableArray<ImmutableArray<InlineButton>> Rows { get; init; } = [];
}

/// <summary>Text formatting or a recognised part of a text; offset and length in UTF-16 units.</summary>
public sealed record MessageEntity
{
    public required string Type { get; init; }

    public required int Offset { get; init; }

    public required int Length { get; init; }

    public string? Url { get; init; }

    public WireUser? User { get; init; }

    public string? Language { get; init; }

    public string? CustomEmojiId { get; init; }
}
