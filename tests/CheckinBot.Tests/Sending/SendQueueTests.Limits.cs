using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Telegram;

namespace CheckinBot.Tests.Sending;

/// <summary>How much a bot, a chat and a group are sent, and what no limit holds back.</summary>
public sealed partial class SendQueueTests
{
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
    public async Task A_reaction_that_ends_just_as_the_limits_of_its_chat_do_does_not_stop_the_sender()
    {
        var queue = Queue(chat: 1);
        var message = Message(Anna, Lane.Answers);
        queue.Add(message, 0, 0);
        queue.TryTake(0);
        queue.Finish(message, 0);
        var (before, after) = (TimeSpan.TicksPerSecond - Ms, TimeSpan.TicksPerSecond + Ms);
        var reaction = Reaction(Anna);
        queue.Add(reaction, before, before);
        queue.TryTake(before);
        queue.Finish(reaction, after);

        // Bounded, so that a queue that never comes back fails this test rather than hang the run.
        Assert.Null(await Task.Run(() => queue.TryTake(after)).WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Null(queue.NextAt());
    }

    [Fact]
    public void Who_is_written_to_again_after_a_long_time_is_not_forgotten_with_a_call_in_flight()
    {
        var queue = Queue(chat: 1);
        var (message, next) = (Message(Anna, Lane.Answers), Message(Anna, Lane.Answers));
        queue.Add(message, 0, 0);
        queue.TryTake(0);
        queue.Finish(message, 0);
        var (before, after) = (TimeSpan.TicksPerSecond - Ms, TimeSpan.TicksPerSecond + Ms);
        var reaction = Reaction(Anna);
        queue.Add(reaction, before, before);
        queue.TryTake(before);
        queue.Finish(reaction, after);
        queue.Add(next, after, after);
        Assert.Same(next, queue.TryTake(after));
        queue.Finish(next, after);
        Assert.Equal(0, queue.Counts.Sum());
    }
}
