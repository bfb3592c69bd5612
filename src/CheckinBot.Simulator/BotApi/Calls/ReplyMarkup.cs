using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CheckinBot.Simulator.BotApi.Wire;
using CheckinBot.Simulator.Content;
using CheckinBot.Simulator.Faults;
using CheckinBot.Simulator.Json;

namespace CheckinBot.Simulator.BotApi.Calls;

/// <summary>Reads <c>reply_markup</c>: inline buttons, or a keyboard in place of the phone's.</summary>
internal sealed record ReplyMarkup(ImmutableArray<ImmutableArray<InlineButton>> Inline, ImmutableArray<ImmutableArray<string>>? Keyboard)
{
    private const int LongestData = 64;

    public static ReplyMarkup None { get; } = new([], null);

    /// <exception cref="ApiException">400, for instance BUTTON_DATA_INVALID.</exception>
    public static ReplyMarkup Read(Arguments arguments)
    {
        if (arguments.Json<JsonElementBox>("reply_markup")?.Fields is not { } fields)
        {
            return None;
        }

        if (fields.TryGetValue("inline_keyboard", out var inline))
        {
            return new ReplyMarkup(ReadInline(inline), null);
        }

        if (fields.TryGetValue("keyboard", out var keyboard) && keyboard.ValueKind == JsonValueKind.Array)
        {
            return new ReplyMarkup([], [.. keyboard.EnumerateArray().Select(row => row.EnumerateArray().Select(TextOf).ToImmutableArray())]);
        }

        return fields.ContainsKey("remove_keyboard") ? new ReplyMarkup([], []) : None;
    }

    private static ImmutableArray<ImmutableArray<InlineButton>> ReadInline(JsonElement json)
    {
        ImmutableArray<ImmutableArray<WireButton>> rows;
        try
        {
            rows = json.Deserialize<ImmutableArray<ImmutableArray<WireButton>>>(SnakeCase.Options);
        }
        catch (JsonException)
        {
            throw ApiException.BadRequest("can't parse inline keyboard: expected an array of arrays of InlineKeyboardButton");
        }

        foreach (var button in rows.SelectMany(row => row))
        {
            Check(button);
        }

        return [.. rows.Where(row => !row.IsEmpty).Select(row => row.Select(button => button.ToButton()).ToImmutableArray())];
    }

    private static void Check(WireButton button)
    {
        if (string.IsNullOrWhiteSpace(button.Text))
        {
            throw ApiException.BadRequest("can't parse inline keyboard button: field \"text\" must be non-empty");
        }

        if (button.CallbackData is { } data && Encoding.UTF8.GetByteCount(data) is 0 or > LongestData)
        {
            throw ApiException.BadRequest("BUTTON_DATA_INVALID");
        }

        if (button.Url is { } url && !(Uri.TryCreate(url.Contains("://", StringComparison.Ordinal) ? url : "http://" + url, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" or "tg"))
        {
            throw ApiException.BadRequest($"inline keyboard button URL '{url}' is invalid: unsupported URL protocol");
        }

        if (button.CallbackData is null && button.Url is null && button.Other is not { Count: > 0 })
        {
            throw ApiException.BadRequest("can't parse inline keyboard button: text buttons are unallowed in the inline keyboard");
        }
    }

    private static string TextOf(JsonElement button) => button.ValueKind == JsonValueKind.String
        ? button.GetString()!
        : button.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "";

    private sealed class JsonElementBox
    {
        [System.Text.Json.Serialization.JsonExtensionData]
        public Dictionary<string, JsonElement>? Fields { get; set; }
    }
}
