namespace Telegram.Bot;

/// <content>Chats, the bot itself, and files.</content>
public static partial class TelegramBotClientExtensions
{
    /// <summary>Who the token belongs to.</summary>
    public static Task<User> GetMe(this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetMeRequest(), cancellationToken);

    /// <summary>Sets the menu of commands for those in the scope who speak the language.</summary>
    public static Task SetMyCommands(
        this ITelegramBotClient botClient,
        IEnumerable<BotCommand> commands,
        BotCommandScope? scope = default,
        string? languageCode = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new SetMyCommandsRequest { Commands = commands, Scope = scope, LanguageCode = languageCode }, cancellationToken);

    /// <summary>About a chat.</summary>
    public static Task<ChatFullInfo> GetChat(this ITelegramBotClient botClient, ChatId chatId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetChatRequest { ChatId = chatId }, cancellationToken);

    /// <summary>What a person is in a chat. Certain only where the bot is an administrator.</summary>
    public static Task<ChatMember> GetChatMember(this ITelegramBotClient botClient, ChatId chatId, long userId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetChatMemberRequest { ChatId = chatId, UserId = userId }, cancellationToken);

    /// <summary>How many are in a chat, the bot included.</summary>
    public static Task<int> GetChatMemberCount(this ITelegramBotClient botClient, ChatId chatId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetChatMemberCountRequest { ChatId = chatId }, cancellationToken);

    /// <summary>The administrators of a group.</summary>
    public static Task<ChatMember[]> GetChatAdministrators(
        this ITelegramBotClient botClient,
        ChatId chatId,
        bool returnBots = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetChatAdministratorsRequest { ChatId = chatId, ReturnBots = returnBots }, cancellationToken);

    /// <summary>Leaves a group.</summary>
    public static Task LeaveChat(this ITelegramBotClient botClient, ChatId chatId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new LeaveChatRequest { ChatId = chatId }, cancellationToken);

    /// <summary>Where a file of up to 20 MB can be fetched.</summary>
    public static Task<TGFile> GetFile(this ITelegramBotClient botClient, string fileId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetFileRequest { FileId = fileId }, cancellationToken);
}
