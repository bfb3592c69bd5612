using CheckinBot.Configuration;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Telegram;
using Microsoft.Extensions.Configuration;

namespace CheckinBot.Tests.Sending;

public sealed class OldestWaitingTests
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 5, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_age_of_a_lane_is_that_of_the_oldest_call_that_may_go()
    {
        var queue = new SendQueue(SendLimits.From(Settings.Read(new ConfigurationBuilder().Build()).Telegram));
        queue.Add(Call(1, Lane.Answers, Begin.AddSeconds(5)), 0, 0);
        queue.Add(Call(2, Lane.Answers, Begin), 0, 0);
        queue.Add(Call(3, Lane.Digests, Begin), due: TimeSpan.TicksPerHour, now: 0);
        Assert.Equal(Begin, queue.OldestWaiting()[(int)Lane.Answers]);
        // What is not due yet waits for nobody.
        Assert.Null(queue.OldestWaiting()[(int)Lane.Digests]);
        while (queue.TryTake(0) is { } call) queue.Finish(call, 0);
        Assert.All(queue.OldestWaiting(), since => Assert.Null(since));
    }

    private static PendingCall Call(long chat, Lane lane, DateTimeOffset at) =>
        new(chat, lane, new OutgoingCall { Send = new OutgoingMessage(chat, "text") { Lane = lane } }, at) { ChatId = chat };
}
