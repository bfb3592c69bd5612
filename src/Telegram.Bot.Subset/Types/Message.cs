namespace Telegram.Bot.Types;

/// <summary>A message, in the parts that the product reads.</summary>
public partial class Message
{
    /// <summary>Number within the chat; 0 for an ephemeral message, which has <see cref="EphemeralMessageId"/> instead.</summary>
    [JsonPropertyName("message_id"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Id { get; set; }

    /// <summary>The same as <see cref="Id"/>.</summary>
    [JsonIgnore]
    public int MessageId => Id;

    public int? MessageThreadId { get; set; }

    public bool IsTopicMessage { get; set; }

    /// <summary>Null in channels; a stand-in user where somebody writes in the name of a chat (see <see cref="SenderChat"/>).</summary>
    public User? From { get; set; }

    /// <summary>The chat in whose name the message was sent: an anonymous administrator, or a linked channel.</summary>
    public Chat? SenderChat { get; set; }

    /// <summary>The only person who sees this ephemeral message of the bot.</summary>
    public User? ReceiverUser { get; set; }

    /// <summary>Set for ephemeral messages only; a number may be used again later.</summary>
    public int? EphemeralMessageId { get; set; }

    /// <summary>UTC; <c>default</c> where the message is no longer accessible.</summary>
    [JsonConverter(typeof(UnixDateTimeConverter)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTime Date { get; set; }

    /// <summary>UTC.</summary>
    [JsonConverter(typeof(UnixDateTimeConverter))]
    public DateTime? EditDate { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Chat Chat { get; set; } = default!;

    public MessageOrigin? ForwardOrigin { get; set; }

    /// <summary>A channel post that Telegram itself copied into the linked group.</summary>
    public bool IsAutomaticForward { get; set; }

    public Message? ReplyToMessage { get; set; }

    public User? ViaBot { get; set; }

    /// <summary>Shared by the photos or files of one album.</summary>
    public string? MediaGroupId { get; set; }

    public string? AuthorSignature { get; set; }

    public string? Text { get; set; }

    public MessageEntity[]? Entities { get; set; }

    public string? Caption { get; set; }

    public MessageEntity[]? CaptionEntities { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}
