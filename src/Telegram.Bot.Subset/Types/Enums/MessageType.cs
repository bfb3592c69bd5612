namespace Telegram.Bot.Types.Enums;

/// <summary>What a message carries. Numbered as in the package; what this subset does not read is <see cref="Unknown"/>.</summary>
[JsonConverter(typeof(EnumConverter<MessageType>))]
public enum MessageType
{
    Unknown = 0,
    Text = 1,
    Photo = 2,
    Audio = 3,
    Video = 4,
    Voice = 5,
    Document = 6,
    Sticker = 7,
    Location = 8,
    Contact = 9,
    VideoNote = 12,
    NewChatMembers = 16,
    LeftChatMember = 17,
    NewChatTitle = 18,
    PinnedMessage = 20,
    GroupChatCreated = 22,
    SupergroupChatCreated = 23,
    MigrateFromChatId = 25,
    MigrateToChatId = 26,
    Animation = 36,
}
