namespace Telegram.Bot;

/// <content>Ephemeral messages of the bot that are there already (Bot API 10.2, unchanged in 10.3).</content>
public static partial class TelegramBotClientExtensions
{
    /// <summary>Changes the text of an ephemeral message.</summary>
    public static Task EditEphemeralMessageText(
        this ITelegramBotClient botClient,
        ChatId chatId,
        long receiverUserId,
        int ephemeralMessageId,
        string text,
        ParseMode parseMode = default,
        InlineKeyboardMarkup? replyMarkup = default,
        LinkPreviewOptions? linkPreviewOptions = default,
        IEnumerable<MessageEntity>? entities = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new EditEphemeralMessageTextRequest
            {
                ChatId = chatId,
                ReceiverUserId = receiverUserId,
                EphemeralMessageId = ephemeralMessageId,
                Text = text,
                ParseMode = parseMode,
                ReplyMarkup = replyMarkup,
                LinkPreviewOptions = linkPreviewOptions,
                Entities = entities,
            },
            cancellationToken);

    /// <summary>Changes the buttons of an ephemeral message.</summary>
    public static Task EditEphemeralMessageReplyMarkup(
        this ITelegramBotClient botClient,
        ChatId chatId,
        long receiverUserId,
        int ephemeralMessageId,
        InlineKeyboardMarkup? replyMarkup = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new EditEphemeralMessageReplyMarkupRequest
            {
                ChatId = chatId,
                ReceiverUserId = receiverUserId,
                EphemeralMessageId = ephemeralMessageId,
                ReplyMarkup = replyMarkup,
            },
            cancellationToken);

    /// <summary>Removes an ephemeral message.</summary>
    public static Task DeleteEphemeralMessage(
        this ITelegramBotClient botClient,
        ChatId chatId,
        long receiverUserId,
        int ephemeralMessageId,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new DeleteEphemeralMessageRequest { ChatId = chatId, ReceiverUserId = receiverUserId, EphemeralMessageId = ephemeralMessageId },
            cancellationToken);
}
