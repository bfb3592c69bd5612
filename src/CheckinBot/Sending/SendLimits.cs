using CheckinBot.Configuration;

namespace CheckinBot.Sending;

/// <summary>Telegram's limits: a bot, a chat, a group.</summary>
internal sealed record SendLimits(RateLimit Bot, RateLimit Chat, RateLimit Group)
{
    // A question right after a confirmation, or a digest in two parts, is what Telegram calls a short burst.
    private const int ChatBurst = 3;

    // Half a second's worth: what waited through a short stall goes out at once. With none, at a steady pace near the limit,
    // a stall would delay every later answer.
    private static int BotBurst(int messagesPerSecond) => Math.Max(1, messagesPerSecond / 2);

    public static SendLimits From(TelegramOptions options) => new(
        new RateLimit(options.MessagesPerSecond, TimeSpan.FromSeconds(1), BotBurst(options.MessagesPerSecond)),
        new RateLimit(options.MessagesPerSecondPerChat, TimeSpan.FromSeconds(1), ChatBurst),
        new RateLimit(options.MessagesPerMinutePerGroup, TimeSpan.FromMinutes(1), ChatBurst));
}
