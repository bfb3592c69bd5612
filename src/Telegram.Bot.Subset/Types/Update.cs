namespace Telegram.Bot.Types;

/// <summary>
/// One incoming event. At most one of the nullable properties is set; none is, where the event is of a kind outside this
/// subset or could not be read, so that one odd event never hides the others of its batch.
/// </summary>
public class Update
{
    /// <summary>Grows from event to event; may begin again at another number after a week without any.</summary>
    [JsonPropertyName("update_id"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Id { get; set; }

    public Message? Message { get; set; }

    public Message? EditedMessage { get; set; }

    public Message? ChannelPost { get; set; }

    public Message? EditedChannelPost { get; set; }

    public CallbackQuery? CallbackQuery { get; set; }

    /// <summary>The bot itself was added, removed, promoted, or blocked by a person.</summary>
    public ChatMemberUpdated? MyChatMember { get; set; }

    /// <summary>Somebody joined, left or changed role; told only where asked for in <c>allowed_updates</c> and to administrators.</summary>
    public ChatMemberUpdated? ChatMember { get; set; }

    [JsonIgnore]
    public UpdateType Type => this switch
    {
        { Message: not null } => UpdateType.Message,
        { CallbackQuery: not null } => UpdateType.CallbackQuery,
        { EditedMessage: not null } => UpdateType.EditedMessage,
        { MyChatMember: not null } => UpdateType.MyChatMember,
        { ChatMember: not null } => UpdateType.ChatMember,
        { ChannelPost: not null } => UpdateType.ChannelPost,
        { EditedChannelPost: not null } => UpdateType.EditedChannelPost,
        _ => UpdateType.Unknown,
    };
}
