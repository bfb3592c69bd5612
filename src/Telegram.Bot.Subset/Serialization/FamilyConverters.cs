namespace Telegram.Bot.Serialization;

/// <summary>Members of a chat by <c>status</c>.</summary>
public sealed class ChatMemberConverter() : PolymorphicConverter<ChatMember>("status", new()
{
    ["creator"] = typeof(ChatMemberOwner),
    ["administrator"] = typeof(ChatMemberAdministrator),
    ["member"] = typeof(ChatMemberMember),
    ["restricted"] = typeof(ChatMemberRestricted),
    ["left"] = typeof(ChatMemberLeft),
    ["kicked"] = typeof(ChatMemberBanned),
});

/// <summary>Origins of forwarded messages by <c>type</c>.</summary>
public sealed class MessageOriginConverter() : PolymorphicConverter<MessageOrigin>("type", new()
{
    ["user"] = typeof(MessageOriginUser),
    ["hidden_user"] = typeof(MessageOriginHiddenUser),
    ["chat"] = typeof(MessageOriginChat),
    ["channel"] = typeof(MessageOriginChannel),
});

/// <summary>Reactions by <c>type</c>.</summary>
public sealed class ReactionTypeConverter() : PolymorphicConverter<ReactionType>("type", new()
{
    ["emoji"] = typeof(ReactionTypeEmoji),
});

/// <summary>Scopes of commands by <c>type</c>.</summary>
public sealed class BotCommandScopeConverter() : PolymorphicConverter<BotCommandScope>("type", new()
{
    ["default"] = typeof(BotCommandScopeDefault),
    ["all_private_chats"] = typeof(BotCommandScopeAllPrivateChats),
    ["all_group_chats"] = typeof(BotCommandScopeAllGroupChats),
    ["all_chat_administrators"] = typeof(BotCommandScopeAllChatAdministrators),
    ["chat"] = typeof(BotCommandScopeChat),
    ["chat_administrators"] = typeof(BotCommandScopeChatAdministrators),
    ["chat_member"] = typeof(BotCommandScopeChatMember),
});

/// <summary>Keyboards are sent in any form, but come back as inline keyboards only, so there is nothing to tell apart.</summary>
public sealed class ReplyMarkupConverter() : PolymorphicConverter<ReplyMarkup>("", []);
