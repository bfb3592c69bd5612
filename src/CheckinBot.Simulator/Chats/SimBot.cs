namespace CheckinBot.Simulator.Chats;

/// <summary>A bot account with its token.</summary>
public sealed class SimBot
{
    internal SimBot(SimUser account, string token, TimeProvider time)
    {
        Account = account;
        Token = token;
        Taps = new OpenTaps(time);
    }

    public SimUser Account { get; }

    public string Token { get; }

    public long Id => Account.Id;

    public string Username => Account.Username!;

    /// <summary>BotFather's switch; while on, the bot sees only what is meant for it in groups where it is no administrator.</summary>
    public bool PrivacyMode { get; internal set; }

    internal OpenTaps Taps { get; }

    internal BotProfile Profile { get; } = new();
}
