namespace Telegram.Bot.Requests;

/// <summary>A call about a message that only one person in the group sees (Bot API 10.2).</summary>
public abstract class EphemeralRequestBase(string methodName) : ChatRequestBase<bool>(methodName)
{
    [JsonPropertyOrder(-1)]
    public required long ReceiverUserId { get; set; }

    [JsonPropertyOrder(-1), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int EphemeralMessageId { get; set; }
}

/// <summary>Changes the text of an ephemeral message of the bot.</summary>
public class EditEphemeralMessageTextRequest() : EphemeralRequestBase("editEphemeralMessageText")
{
    public required string Text { get; set; }

    public ParseMode ParseMode { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    public IEnumerable<MessageEntity>? Entities { get; set; }
}

/// <summary>Changes the buttons of an ephemeral message of the bot.</summary>
public class EditEphemeralMessageReplyMarkupRequest() : EphemeralRequestBase("editEphemeralMessageReplyMarkup")
{
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}

/// <summary>Removes an ephemeral message of the bot.</summary>
public class DeleteEphemeralMessageRequest() : EphemeralRequestBase("deleteEphemeralMessage");
