using CheckinBot.Configuration;

namespace CheckinBot.Sending;

/// <summary>Telegram's limits: a bot, a chat, a group.</summary>
internal sealed record SendLimits(RateLimit Bot, RateLimit Chat, RateLimit Group)
{
    // A question right after a confirmation, a digest in two parts: what Telegram calls a short burst.
    private const int ChatBurst = 3;

    public static SendLimits From(TelegramOptions options) => new(
        new RateLimit(options.MessagesPerSecond, TimeSpan.FromSeconds(1), burst: 1),
        new RateLimit(options.MessagesPerSecondPerChat, TimeSpan.FromSeconds(1), ChatBurst),
        new RateLimit(options.MessagesPerMinutePerGroup, TimeSpan.FromMinutes(1), ChatBurst));
}
