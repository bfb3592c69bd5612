using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CheckinBot.Simulator.Content;

namespace CheckinBot.Simulator.BotApi.Wire;

/// <summary>The Bot API's InlineKeyboardMarkup.</summary>
internal sealed record WireKeyboard
{
    [JsonPropertyName("inline_keyboard")]
    public ImmutableArray<ImmutableArray<WireButton>> Rows { get; init; } = [];

    public static WireKeyboard Of(ImmutableArray<ImmutableArray<InlineButton>> rows) =>
        new() { Rows = [.. rows.Select(row => row.Select(WireButton.Of).ToImmutableArray())] };
}

/// <summary>The Bot API's InlineKeyboardButton.</summary>
internal sealed record WireButton
{
    public string Text { get; init; } = "";

    public string? CallbackData { get; init; }

    public string? Url { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; init; }

    public static WireButton Of(InlineButton button) => new()
    {
        Text = button.Text,
        CallbackData = button.CallbackData,
        Url = button.Url,
        Other = button.Other is null ? null : new Dictionary<string, JsonElement>(button.Other),
    };

    public InlineButton ToButton() => new(Text) { CallbackData = CallbackData, Url = Url, Other = Other };
}
