namespace CheckinBot.Bots;

/// <summary>Which bot this worker is.</summary>
internal sealed class BotIdentity(long id)
{
    private readonly TaskCompletionSource _setUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string _userName = "";

    /// <summary>The bot's user id, the first part of its token.</summary>
    public long Id => id;

    /// <summary>The bot's user name without <c>@</c>, of which links into the private chat are made; empty until Telegram has told it.</summary>
    public string UserName
    {
        get => _userName;
        set => _userName = value;
    }

    /// <summary>
    /// Completes once Telegram has told the name and knows how updates are to come. What nobody has asked for waits until then: what the
    /// schedule has to catch up with for a province takes the writer and the machine for seconds, and whoever writes comes first.
    /// </summary>
    public Task SetUp => _setUp.Task;

    /// <summary>It is.</summary>
    public void IsSetUp() => _setUp.TrySetResult();
}
