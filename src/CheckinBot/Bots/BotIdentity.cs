namespace CheckinBot.Bots;

/// <summary>Which bot this worker is.</summary>
internal sealed class BotIdentity(long id)
{
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string _userName = "";

    /// <summary>The bot's user id, the first part of its token.</summary>
    public long Id => id;

    /// <summary>The bot's user name without <c>@</c>; empty until Telegram has told it.</summary>
    public string UserName
    {
        get => _userName;
        set
        {
            _userName = value;
            _known.TrySetResult();
        }
    }

    /// <summary>Completes once Telegram has told the user name, of which links into the private chat are made.</summary>
    public Task Known => _known.Task;
}
