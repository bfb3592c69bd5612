namespace CheckinBot;

/// <summary>Which bot this worker is.</summary>
internal sealed class BotIdentity(long id)
{
    /// <summary>The bot's user id, the first part of its token.</summary>
    public long Id => id;

    /// <summary>The bot's user name without <c>@</c>; empty until Telegram has told it.</summary>
    public string UserName { get; set; } = "";
}
