namespace Telegram.Bot.Types;

/// <content>Files, places and service notices that a message may carry.</content>
public partial class Message
{
    public Animation? Animation { get; set; }

    public Audio? Audio { get; set; }

    public Document? Document { get; set; }

    /// <summary>The same photo in several sizes, smallest first.</summary>
    public PhotoSize[]? Photo { get; set; }

    public Sticker? Sticker { get; set; }

    public Video? Video { get; set; }

    public VideoNote? VideoNote { get; set; }

    public Voice? Voice { get; set; }

    public Contact? Contact { get; set; }

    public Location? Location { get; set; }

    public User[]? NewChatMembers { get; set; }

    public User? LeftChatMember { get; set; }

    public string? NewChatTitle { get; set; }

    public bool? GroupChatCreated { get; set; }

    public bool? SupergroupChatCreated { get; set; }

    /// <summary>This group became the supergroup with that number.</summary>
    public long? MigrateToChatId { get; set; }

    /// <summary>This supergroup was the group with that number.</summary>
    public long? MigrateFromChatId { get; set; }

    public Message? PinnedMessage { get; set; }

    [JsonIgnore]
    public MessageType Type => this switch
    {
        { Text: not null } => MessageType.Text,
        { Photo: not null } => MessageType.Photo,
        { Voice: not null } => MessageType.Voice,
        { Video: not null } => MessageType.Video,
        { Audio: not null } => MessageType.Audio,
        // An animation comes with the same file as a document, for clients that do not know animations.
        { Animation: not null } => MessageType.Animation,
        { Document: not null } => MessageType.Document,
        { Sticker: not null } => MessageType.Sticker,
        { VideoNote: not null } => MessageType.VideoNote,
        { Location: not null } => MessageType.Location,
        { Contact: not null } => MessageType.Contact,
        { NewChatMembers: not null } => MessageType.NewChatMembers,
        { LeftChatMember: not null } => MessageType.LeftChatMember,
        { NewChatTitle: not null } => MessageType.NewChatTitle,
        { PinnedMessage: not null } => MessageType.PinnedMessage,
        { GroupChatCreated: not null } => MessageType.GroupChatCreated,
        { SupergroupChatCreated: not null } => MessageType.SupergroupChatCreated,
        { MigrateToChatId: not null } => MessageType.MigrateToChatId,
        { MigrateFromChatId: not null } => MessageType.MigrateFromChatId,
        _ => MessageType.Unknown,
    };
}
