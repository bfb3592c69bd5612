namespace Telegram.Bot.Types.Enums;

/// <summary>The kinds of chat; 0 is a kind newer than this list.</summary>
[JsonConverter(typeof(EnumConverter<ChatType>))]
public enum ChatType
{
    Private = 1,
    Group,
    Channel,
    Supergroup,
    Sender,
}

/// <summary>What a person is in a chat.</summary>
[JsonConverter(typeof(EnumConverter<ChatMemberStatus>))]
public enum ChatMemberStatus
{
    Creator = 1,
    Administrator,
    Member,
    Left,
    Kicked,
    Restricted,
}

/// <summary>What the bot is shown to be doing, for up to 5 s or until its next message.</summary>
[JsonConverter(typeof(EnumConverter<ChatAction>))]
public enum ChatAction
{
    Typing = 1,
    UploadPhoto,
    RecordVideo,
    UploadVideo,
    RecordVoice,
    UploadVoice,
    UploadDocument,
    FindLocation,
    RecordVideoNote,
    UploadVideoNote,
    ChooseSticker,
}
