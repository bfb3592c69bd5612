namespace Telegram.Bot.Requests;

/// <summary>A call about one message of a chat.</summary>
public abstract class MessageRequestBase<TResponse>(string methodName) : ChatRequestBase<TResponse>(methodName)
{
    [JsonPropertyOrder(-1), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }
}

/// <summary>Changes the text of a message of the bot.</summary>
public class EditMessageTextRequest() : MessageRequestBase<Message>("editMessageText")
{
    public string? Text { get; set; }

    public ParseMode ParseMode { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    public IEnumerable<MessageEntity>? Entities { get; set; }
}

/// <summary>Changes the buttons of a message of the bot.</summary>
public class EditMessageReplyMarkupRequest() : MessageRequestBase<Message>("editMessageReplyMarkup")
{
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    public string? BusinessConnectionId { get; set; }
}

/// <summary>Sets or takes back the bot's reaction to a message.</summary>
public class SetMessageReactionRequest() : MessageRequestBase<bool>("setMessageReaction")
{
    public IEnumerable<ReactionType>? Reaction { get; set; }

    public bool IsBig { get; set; }
}

/// <summary>Removes a message younger than 48 hours.</summary>
public class DeleteMessageRequest() : MessageRequestBase<bool>("deleteMessage");

/// <summary>Removes several messages; those that cannot be found are passed over.</summary>
public class DeleteMessagesRequest() : ChatRequestBase<bool>("deleteMessages")
{
    /// <summary>1 to 100.</summary>
    public required IEnumerable<int> MessageIds { get; set; }
}
