namespace Telegram.Bot;

/// <content>Messages that are there already.</content>
public static partial class TelegramBotClientExtensions
{
    /// <summary>Changes the text (and the buttons: without <paramref name="replyMarkup"/> they go) of a message of the bot.</summary>
    public static Task<Message> EditMessageText(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        string? text,
        ParseMode parseMode = default,
        InlineKeyboardMarkup? replyMarkup = default,
        LinkPreviewOptions? linkPreviewOptions = default,
        IEnumerable<MessageEntity>? entities = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new EditMessageTextRequest
            {
                ChatId = chatId,
                MessageId = messageId,
                Text = text,
                ParseMode = parseMode,
                ReplyMarkup = replyMarkup,
                LinkPreviewOptions = linkPreviewOptions,
                Entities = entities,
            },
            cancellationToken);

    /// <summary>Changes the buttons of a message of the bot.</summary>
    public static Task<Message> EditMessageReplyMarkup(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        InlineKeyboardMarkup? replyMarkup = default,
        string? businessConnectionId = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new EditMessageReplyMarkupRequest { ChatId = chatId, MessageId = messageId, ReplyMarkup = replyMarkup, BusinessConnectionId = businessConnectionId },
            cancellationToken);

    /// <summary>Sets the bot's reaction to a message, or takes it back with null.</summary>
    public static Task SetMessageReaction(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        IEnumerable<ReactionType>? reaction,
        bool isBig = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new SetMessageReactionRequest { ChatId = chatId, MessageId = messageId, Reaction = reaction, IsBig = isBig }, cancellationToken);

    /// <summary>Removes a message.</summary>
    public static Task DeleteMessage(this ITelegramBotClient botClient, ChatId chatId, int messageId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new DeleteMessageRequest { ChatId = chatId, MessageId = messageId }, cancellationToken);

    /// <summary>Removes up to 100 messages.</summary>
    public static Task DeleteMessages(this ITelegramBotClient botClient, ChatId chatId, IEnumerable<int> messageIds, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new DeleteMessagesRequest { ChatId = chatId, MessageIds = messageIds }, cancellationToken);

    /// <summary>Ends the waiting sign on a pressed button.</summary>
    public static Task AnswerCallbackQuery(
        this ITelegramBotClient botClient,
        string callbackQueryId,
        string? text = default,
        bool showAlert = default,
        string? url = default,
        int? cacheTime = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new AnswerCallbackQueryRequest { CallbackQueryId = callbackQueryId, Text = text, ShowAlert = showAlert, Url = url, CacheTime = cacheTime },
            cancellationToken);

    /// <summary>Pins a message.</summary>
    public static Task PinChatMessage(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        bool disableNotification = default,
        string? businessConnectionId = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new PinChatMessageRequest { ChatId = chatId, MessageId = messageId, DisableNotification = disableNotification, BusinessConnectionId = businessConnectionId },
            cancellationToken);
}
