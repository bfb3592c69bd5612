using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Telegram;

namespace CheckinBot.Tests.Sending;

/// <summary>Queues, and calls to put into them.</summary>
internal static class SendQueues
{
    public const long Ms = TimeSpan.TicksPerMillisecond;

    private static long _ids;

    public static SendQueue Queue(int bot = 1_000_000, int chat = 1_000_000, int group = 1_000_000) => new(new SendLimits(
        new RateLimit(bot, TimeSpan.FromSeconds(1), burst: 1),
        new RateLimit(chat, TimeSpan.FromSeconds(1), burst: 3),
        new RateLimit(group, TimeSpan.FromMinutes(1), burst: 3)));

    public static PendingCall Message(long chatId, Lane lane) =>
        new(Interlocked.Increment(ref _ids), lane, new OutgoingCall { Send = new OutgoingMessage(chatId, "text") }, default) { ChatId = chatId };

    public static PendingCall Reaction(long chatId) =>
        new(Interlocked.Increment(ref _ids), Lane.Answers, new OutgoingCall { React = new Effect.React(chatId, 1, "👍") }, default) { ChatId = chatId };

    public static List<PendingCall> Drain(SendQueue queue, long now, bool finish = false)
    {
        var calls = new List<PendingCall>();
        while (queue.TryTake(now) is { } call)
        {
            calls.Add(call);
            if (finish) queue.Finish(call, now);
        }

        return calls;
    }
}
