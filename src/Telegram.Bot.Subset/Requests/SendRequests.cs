namespace Telegram.Bot.Requests;

/// <summary>Sends a text of 1 to 4096 characters, counted after mark-up is read.</summary>
public class SendMessageRequest() : ChatRequestBase<Message>("sendMessage")
{
    public required string Text { get; set; }

    public ParseMode ParseMode { get; set; }

    public ReplyParameters? ReplyParameters { get; set; }

    public ReplyMarkup? ReplyMarkup { get; set; }

    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    public int? MessageThreadId { get; set; }

    public IEnumerable<MessageEntity>? Entities { get; set; }

    public bool DisableNotification { get; set; }

    /// <summary>Cannot be forwarded or saved.</summary>
    public bool ProtectContent { get; set; }

    public string? MessageEffectId { get; set; }

    public string? BusinessConnectionId { get; set; }

    /// <summary>Up to 1000 messages a second, for Telegram Stars.</summary>
    public bool AllowPaidBroadcast { get; set; }
}

/// <summary>What photos and documents are sent with. The caption has up to 1024 characters, counted after mark-up is read.</summary>
public abstract class SendFileRequestBase(string methodName) : FileRequestBase<Message>(methodName)
{
    [JsonPropertyOrder(-2)]
    public required ChatId ChatId { get; set; }

    public string? Caption { get; set; }

    public ParseMode ParseMode { get; set; }

    public ReplyParameters? ReplyParameters { get; set; }

    public ReplyMarkup? ReplyMarkup { get; set; }

    public int? MessageThreadId { get; set; }

    public IEnumerable<MessageEntity>? CaptionEntities { get; set; }

    public bool DisableNotification { get; set; }

    /// <summary>Cannot be forwarded or saved.</summary>
    public bool ProtectContent { get; set; }

    public string? MessageEffectId { get; set; }

    public string? BusinessConnectionId { get; set; }

    /// <summary>Up to 1000 messages a second, for Telegram Stars.</summary>
    public bool AllowPaidBroadcast { get; set; }
}

/// <summary>Sends a photo of up to 10 MB.</summary>
public class SendPhotoRequest() : SendFileRequestBase("sendPhoto")
{
    public required InputFile Photo { get; set; }

    public bool ShowCaptionAboveMedia { get; set; }

    public bool HasSpoiler { get; set; }
}

/// <summary>Sends a file of up to 50 MB.</summary>
public class SendDocumentRequest() : SendFileRequestBase("sendDocument")
{
    public required InputFile Document { get; set; }

    public InputFile? Thumbnail { get; set; }

    public bool DisableContentTypeDetection { get; set; }
}
