using CheckinBot.Simulator.BotApi;
using CheckinBot.Simulator.Limits;
using CheckinBot.Simulator.Receiving;

namespace CheckinBot.Simulator.Chats;

/// <summary>A bot account with its token and its queue of updates.</summary>
public sealed class SimBot
{
    internal SimBot(SimUser account, string token, TimeProvider time, SendingLimits limits)
    {
        Account = account;
        Token = token;
        Updates = new UpdateQueue(time);
        Poll = new LongPoll(Updates);
        Taps = new OpenTaps(time);
        Sending = new SendingLimiter(limits, time);
    }

    public SimUser Account { get; }

    public string Token { get; }

    public long Id => Account.Id;

    public string Username => Account.Username!;

    /// <summary>BotFather's switch; while on, the bot sees only what is meant for it in groups where it is no administrator.</summary>
    public bool PrivacyMode { get; internal set; }

    internal UpdateQueue Updates { get; }

    internal LongPoll Poll { get; }

    internal Webhook? Webhook { get; set; }

    internal OpenTaps Taps { get; }

    internal SendingLimiter Sending { get; }

    internal BotProfile Profile { get; } = new();
}
