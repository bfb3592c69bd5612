namespace Telegram.Bot.Types.Enums;

/// <summary>Who a forwarded message came from.</summary>
[JsonConverter(typeof(EnumConverter<MessageOriginType>))]
public enum MessageOriginType
{
    User = 1,
    HiddenUser,
    Chat,
    Channel,
}

/// <summary>The kinds of reaction.</summary>
[JsonConverter(typeof(EnumConverter<ReactionTypeKind>))]
public enum ReactionTypeKind
{
    Emoji = 1,
    CustomEmoji,
    Paid,
}

/// <summary>For whom a list of commands holds; the narrowest scope that fits a person wins.</summary>
[JsonConverter(typeof(EnumConverter<BotCommandScopeType>))]
public enum BotCommandScopeType
{
    Default = 1,
    AllPrivateChats,
    AllGroupChats,
    AllChatAdministrators,
    Chat,
    ChatAdministrators,
    ChatMember,
}

/// <summary>The kinds of sticker.</summary>
[JsonConverter(typeof(EnumConverter<StickerType>))]
public enum StickerType
{
    Regular = 1,
    Mask,
    CustomEmoji,
}

/// <summary>How a file is handed to the Bot API.</summary>
public enum FileType
{
    Stream = 1,
    Id,
    Url,
}
