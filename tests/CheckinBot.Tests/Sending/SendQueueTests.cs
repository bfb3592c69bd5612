using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Telegram;

namespace CheckinBot.Tests.Sending;

public sealed partial class SendQueueTests
{
    private const long Ms = TimeSpan.TicksPerMillisecond;
    private const long Anna = 1, Ben = 2, Group = -3;

    private long _ids;

    [Fact]
    public void An_answer_never_waits_behind_a_broadcast()
    {
        var queue = Queue();
        for (var chat = 100; chat < 200; chat++) queue.Add(Message(chat, Lane.Announcements), 0, 0);
        queue.Add(Message(Anna, Lane.Answers), 0, 0);
        Assert.Equal(Anna, queue.TryTake(0)!.ChatId);
    }

    [Fact]
    public void The_lanes_go_in_the_order_of_their_urgency()
    {
        var queue = Queue();
        foreach (var lane in Enum.GetValues<Lane>().Reverse()) queue.Add(Message(10 + (int)lane, lane), 0, 0);
        Assert.Equal(Enum.GetValues<Lane>(), Drain(queue, 0).Select(call => call.Lane));
    }

    [Fact]
    public void In_one_chat_an_answer_overtakes_a_reminder_that_waits()
    {
        var queue = Queue();
        queue.Add(Message(Anna, Lane.Reminders), 0, 0);
        queue.Add(Message(Anna, Lane.Answers), 0, 0);
        var first = queue.TryTake(0)!;
        Assert.Equal(Lane.Answers, first.Lane);
        queue.Finish(first, 0);
        Assert.Equal(Lane.Reminders, queue.TryTake(0)!.Lane);
    }

    [Fact]
    public void A_chat_gets_its_messages_one_after_the_other_in_order()
    {
        var queue = Queue();
        var calls = Enumerable.Range(0, 3).Select(_ => Message(Anna, Lane.Answers)).ToList();
        foreach (var call in calls) queue.Add(call, 0, 0);
        Assert.Same(calls[0], queue.TryTake(0));
        Assert.Null(queue.TryTake(0));
        queue.Finish(calls[0], 0);
        Assert.Same(calls[1], queue.TryTake(0));
    }

    [Fact]
    public void Chats_do_not_wait_for_each_other()
    {
        var queue = Queue();
        queue.Add(Message(Anna, Lane.Answers), 0, 0);
        queue.Add(Message(Ben, Lane.Answers), 0, 0);
        Assert.Equal(Anna, queue.TryTake(0)!.ChatId);
        Assert.Equal(Ben, queue.TryTake(0)!.ChatId);
    }

    [Fact]
    public void A_message_of_later_waits_until_it_is_due()
    {
        var queue = Queue();
        queue.Add(Message(Anna, Lane.Reminders), due: 500 * Ms, now: 0);
        Assert.Null(queue.TryTake(499 * Ms));
        Assert.Equal(500 * Ms, queue.NextAt());
        Assert.NotNull(queue.TryTake(500 * Ms));
    }

    [Fact]
    public void Calls_of_a_chat_that_are_due_at_the_same_instant_keep_their_order()
    {
        var queue = Queue();
        var calls = Enumerable.Range(0, 9).Select(_ => Message(Anna, Lane.Reminders)).ToList();
        foreach (var call in calls) queue.Add(call, due: 500 * Ms, now: 0);
        Assert.Equal(calls.Select(call => call.Id), Drain(queue, 500 * Ms, finish: true).Select(call => call.Id));
    }

    private static SendQueue Queue(int bot = 1_000_000, int chat = 1_000_000, int group = 1_000_000) => new(new SendLimits(
        new RateLimit(bot, TimeSpan.FromSeconds(1), burst: 1),
        new RateLimit(chat, TimeSpan.FromSeconds(1), burst: 3),
        new RateLimit(group, TimeSpan.FromMinutes(1), burst: 3)));

    private static List<PendingCall> Drain(SendQueue queue, long now, bool finish = false)
    {
        var calls = new List<PendingCall>();
        while (queue.TryTake(now) is { } call)
        {
            calls.Add(call);
            if (finish) queue.Finish(call, now);
        }

        return calls;
    }

    /// <summary>Sends everything as soon as it is allowed, and tells when that was.</summary>
    private static List<long> SendTimes(SendQueue queue, long until)
    {
        var times = new List<long>();
        for (long now = 0; now <= until && queue.Counts.Sum() > 0;)
        {
            if (queue.TryTake(now) is { } call)
            {
                times.Add(now);
                queue.Finish(call, now);
                continue;
            }

            now = Math.Max(now + 1, queue.NextAt()!.Value);
        }

        return times;
    }

    private PendingCall Message(long chatId, Lane lane) =>
        new(++_ids, lane, new OutgoingCall { Send = new OutgoingMessage(chatId, "text") }, default) { ChatId = chatId };

    private PendingCall Reaction(long chatId) =>
        new(++_ids, Lane.Answers, new OutgoingCall { React = new Effect.React(chatId, 1, "👍") }, default) { ChatId = chatId };
}
