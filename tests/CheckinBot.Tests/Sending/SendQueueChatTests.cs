using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using static CheckinBot.Tests.Sending.SendQueues;

namespace CheckinBot.Tests.Sending;

/// <summary>Chats that come, go and move: none of them stops the sender, and their calls keep their order.</summary>
public sealed class SendQueueChatTests
{
    private const long Anna = 1, Group = -3;

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

    [Fact]
    public void Calls_of_a_chat_that_are_due_at_the_same_instant_keep_their_order()
    {
        var queue = Queue();
        var calls = Enumerable.Range(0, 9).Select(_ => Message(Anna, Lane.Reminders)).ToList();
        foreach (var call in calls) queue.Add(call, due: 500 * Ms, now: 0);
        Assert.Equal(calls.Select(call => call.Id), Drain(queue, 500 * Ms, finish: true).Select(call => call.Id));
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
}
