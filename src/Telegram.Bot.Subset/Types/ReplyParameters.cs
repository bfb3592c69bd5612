namespace Telegram.Bot.Types;

/// <summary>The message that is replied to.</summary>
public class ReplyParameters
{
    public int? MessageId { get; set; }

    /// <summary>The chat of that message, where it is another one.</summary>
    public ChatId? ChatId { get; set; }

    /// <summary>The person's ephemeral message that is replied to (Bot API 10.2).</summary>
    public int? EphemeralMessageId { get; set; }

    /// <summary>Sends the message plainly where the other one is gone, instead of failing.</summary>
    public bool AllowSendingWithoutReply { get; set; }

    public string? Quote { get; set; }

    public ParseMode QuoteParseMode { get; set; }

    public int? QuotePosition { get; set; }

    public static implicit operator ReplyParameters(int replyToMessageId) => new() { MessageId = replyToMessageId };

    [return: NotNullIfNotNull(nameof(msg))]
    public static implicit operator ReplyParameters?(Message? msg) =>
        msg is null ? null : new() { MessageId = msg.Id, ChatId = msg.Chat.Id };
}
