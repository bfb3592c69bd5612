namespace Telegram.Bot.Types;

/// <summary>For whom a list of commands holds.</summary>
[JsonConverter(typeof(BotCommandScopeConverter))]
public abstract class BotCommandScope
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public abstract BotCommandScopeType Type { get; }

    public static BotCommandScopeDefault Default() => new();

    public static BotCommandScopeAllPrivateChats AllPrivateChats() => new();

    public static BotCommandScopeAllGroupChats AllGroupChats() => new();

    public static BotCommandScopeAllChatAdministrators AllChatAdministrators() => new();

    public static BotCommandScopeChat Chat(ChatId chatId) => new() { ChatId = chatId };

    public static BotCommandScopeChatAdministrators ChatAdministrators(ChatId chatId) => new() { ChatId = chatId };

    public static BotCommandScopeChatMember ChatMember(ChatId chatId, long userId) => new() { ChatId = chatId, UserId = userId };
}

/// <summary>Everybody for whom there is no narrower list.</summary>
public class BotCommandScopeDefault : BotCommandScope
{
    public override BotCommandScopeType Type => BotCommandScopeType.Default;
}

/// <summary>All private chats.</summary>
public class BotCommandScopeAllPrivateChats : BotCommandScope
{
    public override BotCommandScopeType Type => BotCommandScopeType.AllPrivateChats;
}

/// <summary>All groups and supergroups.</summary>
public class BotCommandScopeAllGroupChats : BotCommandScope
{
    public override BotCommandScopeType Type => BotCommandScopeType.AllGroupChats;
}

/// <summary>The administrators of all groups.</summary>
public class BotCommandScopeAllChatAdministrators : BotCommandScope
{
    public override BotCommandScopeType Type => BotCommandScopeType.AllChatAdministrators;
}

/// <summary>One chat.</summary>
public class BotCommandScopeChat : BotCommandScope
{
    public override BotCommandScopeType Type => BotCommandScopeType.Chat;

    public ChatId ChatId { get; set; } = default!;
}

/// <summary>The administrators of one chat.</summary>
public class BotCommandScopeChatAdministrators : BotCommandScope
{
    public override BotCommandScopeType Type => BotCommandScopeType.ChatAdministrators;

    public ChatId ChatId { get; set; } = default!;
}

/// <summary>One member of one chat.</summary>
public class BotCommandScopeChatMember : BotCommandScope
{
    public override BotCommandScopeType Type => BotCommandScopeType.ChatMember;

    public ChatId ChatId { get; set; } = default!;

    public long UserId { get; set; }
}
