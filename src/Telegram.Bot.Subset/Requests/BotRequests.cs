namespace Telegram.Bot.Requests;

/// <summary>Asks who the token belongs to.</summary>
public class GetMeRequest() : ParameterlessRequest<User>("getMe");

/// <summary>Sets the menu of commands.</summary>
public class SetMyCommandsRequest() : RequestBase<bool>("setMyCommands")
{
    /// <summary>At most 100.</summary>
    public required IEnumerable<BotCommand> Commands { get; set; }

    public BotCommandScope? Scope { get; set; }

    /// <summary>Two letters of ISO 639-1; without it, for everybody whose language has no list of its own.</summary>
    public string? LanguageCode { get; set; }
}

/// <summary>Ends the waiting sign on a pressed button, with a note or without.</summary>
public class AnswerCallbackQueryRequest() : RequestBase<bool>("answerCallbackQuery")
{
    public required string CallbackQueryId { get; set; }

    /// <summary>Up to 200 characters.</summary>
    public string? Text { get; set; }

    /// <summary>A box to close instead of a note that fades.</summary>
    public bool ShowAlert { get; set; }

    public string? Url { get; set; }

    /// <summary>Seconds for which the app may repeat the answer by itself.</summary>
    public int? CacheTime { get; set; }
}

/// <summary>Asks where a file can be fetched (up to 20 MB).</summary>
public class GetFileRequest() : RequestBase<TGFile>("getFile")
{
    public required string FileId { get; set; }
}
