namespace CheckinBot.Simulator.Chats;

/// <summary>
/// What bots have handed in for a chat that Telegram is slow with: members do not see it and the calls are not answered
/// until it is through, in order, on the simulated clock. Guarded by the world's lock.
/// </summary>
internal sealed class UnsentMessages
{
    private readonly Queue<Waiting> _line = new();
    private ITimer? _timer;

    private sealed record Waiting(Func<object> Post, int Messages, TaskCompletionSource<object> Answer);

    /// <summary>Messages in the line; an album counts each of its own.</summary>
    public int Count { get; private set; }

    /// <summary>Posts at once where the chat is not held up, else when its turn has come.</summary>
    /// <returns>What <paramref name="post"/> gives, or a task of it.</returns>
    public object Send(Func<object> post, int messages)
    {
        if (_timer is null)
        {
            return post();
        }

        var answer = new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously);
        _line.Enqueue(new Waiting(post, messages, answer));
        Count += messages;
        return answer.Task;
    }

    /// <summary>From now on one call gets through each time the timer goes off; with none, all that wait do at once.</summary>
    public void HoldUp(ITimer? slow)
    {
        _timer?.Dispose();
        _timer = slow;
        while (_timer is null && _line.Count > 0)
        {
            LetOneThrough();
        }
    }

    public void LetOneThrough()
    {
        if (_line.TryDequeue(out var next))
        {
            Count -= next.Messages;
            next.Answer.SetResult(next.Post());
        }
    }
}
