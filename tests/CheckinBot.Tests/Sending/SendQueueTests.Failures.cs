using CheckinBot.Core.Shown;
using CheckinBot.Sending;

namespace CheckinBot.Tests.Sending;

/// <summary>What becomes of calls that Telegram refused, slowed down or sent elsewhere.</summary>
public sealed partial class SendQueueTests
{
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
    public void What_met_the_supergroup_first_comes_before_what_waited_behind_it()
    {
        var queue = Queue();
        var calls = Enumerable.Range(0, 3).Select(_ => Message(Group, Lane.Digests)).ToList();
        foreach (var call in calls) queue.Add(call, 0, 0);
        var inFlight = queue.TryTake(0)!;
        // The group's own word of it came in between.
        queue.Move(Group, -1009, 0);
        queue.Follow(inFlight, -1009, 0);
        Assert.Equal(calls.Select(call => (call.Id, -1009L)), Drain(queue, 0, finish: true).Select(call => (call.Id, call.ChatId)));
        Assert.Equal(0, queue.Counts.Sum());
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
}
