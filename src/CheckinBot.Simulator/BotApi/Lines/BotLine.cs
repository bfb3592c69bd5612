using CheckinBot.Simulator.Limits;
using CheckinBot.Simulator.Receiving;

namespace CheckinBot.Simulator.BotApi.Lines;

/// <summary>A bot's line to the server: what waits for it, how it takes that, and how fast it may send.</summary>
internal sealed class BotLine
{
    /// <param name="webhookPatience">How long the bot's webhook may take to answer.</param>
    public BotLine(SendingLimits limits, TimeProvider time, TimeSpan webhookPatience)
    {
        Updates = new UpdateQueue(time);
        Poll = new LongPoll(Updates);
        Sending = new SendingLimiter(limits, time);
        WebhookPatience = webhookPatience;
    }

    public UpdateQueue Updates { get; }

    public LongPoll Poll { get; }

    public Webhook? Webhook { get; set; }

    public SendingLimiter Sending { get; }

    public TimeSpan WebhookPatience { get; }
}
