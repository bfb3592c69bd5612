using System.Text.Json;

namespace CheckinBot.Telegram;

/// <summary>Who is to be told that an update was not taken.</summary>
/// <param name="ChatId">The private chat; 0 where only the press is to be answered.</param>
/// <param name="LanguageCode">The language of their Telegram; null where it does not tell.</param>
/// <param name="CallbackId">The press to be answered; null where no button was pressed.</param>
public sealed record UpdateSender(long ChatId, string? LanguageCode, string? CallbackId)
{
    /// <summary>
    /// Looks for the sender in JSON that may have any shape. Null where nobody waits for an answer: a change of members, or a message
    /// in a group, where most of what is written is not meant for the bot.
    /// </summary>
    public static UpdateSender? Of(JsonElement update)
    {
        if (Part(update, "callback_query") is { } press && Part(press, "id") is { ValueKind: JsonValueKind.String } id)
            return new UpdateSender(0, TextOf(Part(press, "from"), "language_code"), id.GetString());
        if ((Part(update, "message") ?? Part(update, "edited_message")) is not { } message || Part(message, "from") is not { } from) return null;
        if (NumberOf(from, "id") is not { } userId || Part(from, "is_bot") is { ValueKind: JsonValueKind.True }) return null;
        // A private chat has the id of its user.
        return Part(message, "chat") is { } chat && NumberOf(chat, "id") != userId
            ? null
            : new UpdateSender(userId, TextOf(from, "language_code"), null);
    }

    private static JsonElement? Part(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var part) ? part : null;

    private static long? NumberOf(JsonElement of, string name) =>
        Part(of, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) && value > 0 ? value : null;

    private static string? TextOf(JsonElement? of, string name) =>
        of is { } element && Part(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
