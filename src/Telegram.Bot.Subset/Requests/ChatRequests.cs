namespace Telegram.Bot.Requests;

/// <summary>A call about one chat.</summary>
public abstract class ChatRequestBase<TResponse>(string methodName) : RequestBase<TResponse>(methodName)
{
    [JsonPropertyOrder(-2)]
    public required ChatId ChatId { get; set; }
}

/// <summary>Asks about a chat.</summary>
public class GetChatRequest() : ChatRequestBase<ChatFullInfo>("getChat");

/// <summary>Asks what a person is in a chat.</summary>
public class GetChatMemberRequest() : ChatRequestBase<ChatMember>("getChatMember")
{
    public required long UserId { get; set; }
}

/// <summary>Asks how many are in a chat, the bot included.</summary>
public class GetChatMemberCountRequest() : ChatRequestBase<int>("getChatMemberCount");

/// <summary>Asks who the administrators are, other bots left out.</summary>
public class GetChatAdministratorsRequest() : ChatRequestBase<ChatMember[]>("getChatAdministrators")
{
    public bool ReturnBots { get; set; }
}

/// <summary>Leaves a group.</summary>
public class LeaveChatRequest() : ChatRequestBase<bool>("leaveChat");

/// <summary>Pins a message.</summary>
public class PinChatMessageRequest() : ChatRequestBase<bool>("pinChatMessage")
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }

    public bool DisableNotification { get; set; }

    public string? BusinessConnectionId { get; set; }
}

/// <summary>Shows what the bot is doing.</summary>
public class SendChatActionRequest() : ChatRequestBase<bool>("sendChatAction")
{
    public required ChatAction Action { get; set; }

    public int? MessageThreadId { get; set; }

    public string? BusinessConnectionId { get; set; }
}
