using System.Collections.Concurrent;
using System.Diagnostics;

namespace CheckinBot.Benchmarks.Throughput;

/// <summary>What was answered to whom: counts, checks that each chat's answers come in the order of its check-ins, and takes the time of each.</summary>
internal sealed class AnswerLedger
{
    private readonly ConcurrentDictionary<long, int> _last = new();
    private readonly ConcurrentDictionary<long, long> _handedOut = new();
    private readonly ConcurrentQueue<double> _waits = new();
    private TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _expected = long.MaxValue;
    private long _answers;
    private long _outOfOrder;

    public long Answers => Interlocked.Read(ref _answers);

    public long OutOfOrder => Interlocked.Read(ref _outOfOrder);

    /// <summary>Milliseconds from the handing out to the answer.</summary>
    public IReadOnlyList<double> Waits => [.. _waits.Order()];

    public void HandedOut(long userId) => _handedOut[userId] = Stopwatch.GetTimestamp();

    /// <summary>Completes with that many answers in all.</summary>
    public Task Reach(long answers)
    {
        _reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref _expected, answers);
        if (Answers >= answers) _reached.TrySetResult();
        return _reached.Task;
    }

    /// <summary>Takes a sendMessage: every check-in of a chat tells a higher temperature than the one before.</summary>
    public void Add(ReadOnlyMemory<byte> body)
    {
        var chat = BotApiServer.Number(body.Span, "\"chat_id\":"u8);
        var at = body.Span.IndexOf("36."u8);
        if (at >= 0)
        {
            var tenths = body.Span[at + 3] - '0';
            if (_last.TryGetValue(chat, out var last) && tenths <= last) Interlocked.Increment(ref _outOfOrder);
            _last[chat] = tenths;
        }

        if (_handedOut.TryRemove(chat, out var since)) _waits.Enqueue(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        if (Interlocked.Increment(ref _answers) == Interlocked.Read(ref _expected)) _reached.TrySetResult();
    }
}
