using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Telegram;
using static CheckinBot.Tests.Sending.SendQueues;

namespace CheckinBot.Tests.Sending;

public sealed class SendQueueTests
{
    private const long Anna = 1, Ben = 2, Group = -3;

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
    public void A_lane_that_is_held_keeps_no_other_lane_waiting()
    {
        var queue = Queue();
        queue.Add(Message(Anna, Lane.Reminders), 0, 0);
        queue.Add(Message(Ben, Lane.Answers), 0, 0);
        queue.Hold(Lane.Reminders, 30_000 * Ms);
        Assert.Equal(Ben, queue.TryTake(0)!.ChatId);
        Assert.Null(queue.TryTake(29_999 * Ms));
        Assert.Equal(Anna, queue.TryTake(30_000 * Ms)!.ChatId);
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
    public void A_bot_sends_no_more_than_thirty_messages_in_any_second()
    {
        var queue = Queue(bot: 30);
        for (var chat = 1; chat <= 100; chat++) queue.Add(Message(chat, Lane.Reminders), 0, 0);
        var at = SendTimes(queue, TimeSpan.TicksPerMinute);
        Assert.Equal(100, at.Count);
        for (var i = 31; i < at.Count; i++) Assert.True(at[i] - at[i - 31] >= TimeSpan.TicksPerSecond - (5 * Ms));
    }

    [Fact]
    public void A_group_gets_a_short_burst_and_then_no_more_than_twenty_a_minute()
    {
        var queue = Queue(group: 20);
        for (var i = 0; i < 60; i++) queue.Add(Message(Group, Lane.Digests), 0, 0);
        var at = SendTimes(queue, TimeSpan.TicksPerHour);
        Assert.Equal(60, at.Count);
        Assert.True(at[2] < TimeSpan.TicksPerSecond);
        for (var i = 23; i < at.Count; i++) Assert.True(at[i] - at[i - 23] >= TimeSpan.TicksPerMinute - (10 * Ms));
    }

    [Fact]
    public void A_private_chat_knows_no_limit_a_minute()
    {
        var queue = Queue(group: 20, chat: 1);
        for (var i = 0; i < 60; i++) queue.Add(Message(Anna, Lane.Answers), 0, 0);
        var at = SendTimes(queue, TimeSpan.TicksPerHour);
        Assert.InRange(at[^1], 57 * TimeSpan.TicksPerSecond, 60 * TimeSpan.TicksPerSecond);
    }

    [Fact]
    public void A_reaction_is_not_counted_as_a_message_of_the_chat()
    {
        var queue = Queue(chat: 1);
        var calls = Enumerable.Range(0, 10).Select(_ => Reaction(Group)).ToList();
        foreach (var call in calls) queue.Add(call, 0, 0);
        foreach (var call in calls)
        {
            Assert.Same(call, queue.TryTake(0));
            queue.Finish(call, 0);
        }
    }

    [Fact]
    public void What_is_to_be_repeated_comes_first_in_its_chat_and_not_before_its_time()
    {
        var queue = Queue();
        var (first, second) = (Message(Anna, Lane.Answers), Message(Anna, Lane.Answers));
        queue.Add(first, 0, 0);
        queue.Add(second, 0, 0);
        queue.TryTake(0);
        queue.Retry(first, until: 7 * TimeSpan.TicksPerSecond, now: 0);
        Assert.Null(queue.TryTake((7 * TimeSpan.TicksPerSecond) - 1));
        Assert.Equal(7 * TimeSpan.TicksPerSecond, queue.NextAt());
        Assert.Same(first, queue.TryTake(7 * TimeSpan.TicksPerSecond));
    }

    [Fact]
    public void A_lane_that_was_too_fast_slows_down_and_others_do_not()
    {
        var queue = Queue();
        var reminder = Message(Anna, Lane.Reminders);
        queue.Add(reminder, 0, 0);
        queue.TryTake(0);
        queue.Slow(Lane.Reminders, 0);
        queue.Finish(reminder, 0);
        queue.Add(Message(Ben, Lane.Reminders), 0, 0);
        queue.Add(Message(Ben + 1, Lane.Answers), 0, 0);
        Assert.Equal(Lane.Answers, queue.TryTake(0)!.Lane);
        Assert.Null(queue.TryTake(0));
        Assert.NotNull(queue.TryTake(TimeSpan.TicksPerSecond));
    }

    [Fact]
    public void What_waits_for_a_group_goes_to_the_supergroup_that_it_became()
    {
        var queue = Queue();
        var calls = Enumerable.Range(0, 3).Select(_ => Message(Group, Lane.Digests)).ToList();
        foreach (var call in calls) queue.Add(call, 0, 0);
        var inFlight = queue.TryTake(0)!;
        queue.Finish(inFlight, 0);
        queue.Move(Group, -1009, 0);
        var moved = Drain(queue, 0, finish: true);
        Assert.Equal([(calls[1].Id, -1009L), (calls[2].Id, -1009L)], moved.Select(call => (call.Id, call.ChatId)));
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
    public void The_end_of_a_buttons_waiting_waits_for_nobody()
    {
        var queue = Queue(bot: 1);
        queue.Add(Message(Anna, Lane.Answers), 0, 0);
        queue.Add(Message(Ben, Lane.Answers), 0, 0);
        queue.TryTake(0);
        queue.Add(new PendingCall(0, Lane.Answers, new OutgoingCall { AnswerButton = new("press") }, default) { ChatId = 0 }, 0, 0);
        Assert.NotNull(queue.TryTake(0)!.Call.AnswerButton);
        Assert.Null(queue.TryTake(0));
    }

    [Fact]
    public void Whatever_the_order_of_arrival_and_failure_nothing_is_lost_or_sent_twice()
    {
        var random = new Random(20260302);
        var queue = Queue(bot: 200, chat: 5, group: 60);
        var expected = new Dictionary<long, List<long>>();
        var sent = new Dictionary<long, List<long>>();
        long now = 0;
        var inFlight = new List<PendingCall>();
        for (var step = 0; step < 20_000; step++)
        {
            now += random.Next(0, 40) * Ms;
            if (step < 3000)
            {
                var call = Message(random.Next(-5, 20) is var chat && chat == 0 ? 1 : chat, Lane.Reminders);
                queue.Add(call, now, now);
                expected.TryAdd(call.ChatId, []);
                expected[call.ChatId].Add(call.Id);
            }

            if (queue.TryTake(now) is { } taken) inFlight.Add(taken);
            if (inFlight.Count == 0 || random.Next(2) == 0) continue;
            var settled = inFlight[random.Next(inFlight.Count)];
            inFlight.Remove(settled);
            if (random.Next(5) == 0)
            {
                queue.Retry(settled, now + (random.Next(2000) * Ms), now);
                continue;
            }

            queue.Finish(settled, now);
            sent.TryAdd(settled.ChatId, []);
            sent[settled.ChatId].Add(settled.Id);
        }

        Assert.Equal(0, queue.Counts.Sum());
        Assert.Equal(expected.Count, sent.Count);
        foreach (var (chat, ids) in expected) Assert.Equal(ids, sent[chat]);
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
}
