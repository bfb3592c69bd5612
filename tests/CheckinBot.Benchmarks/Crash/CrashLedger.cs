using CheckinBot.Benchmarks.Throughput;

namespace CheckinBot.Benchmarks.Crash;

/// <summary>What was answered to whom over all lives of the worker: which answers came again, and whether first ones came in their order.</summary>
internal sealed class CrashLedger
{
    private readonly Lock _lock = new();
    private readonly HashSet<(long Chat, int Tenths)> _answered = [];
    private readonly Dictionary<long, int> _last = [];

    /// <summary>Answers that came for the first time.</summary>
    public int First
    {
        get { lock (_lock) return _answered.Count; }
    }

    /// <summary>Answers that had come before.</summary>
    public int Again { get; private set; }

    /// <summary>First answers that came after a later one of the same chat.</summary>
    public int OutOfOrder { get; private set; }

    public void Add(ReadOnlyMemory<byte> body)
    {
        var at = body.Span.IndexOf("36."u8);
        if (at < 0) return;
        var (chat, tenths) = (BotApiServer.Number(body.Span, "\"chat_id\":"u8), body.Span[at + 3] - '0');
        lock (_lock)
        {
            if (!_answered.Add((chat, tenths)))
            {
                Again++;
                return;
            }

            if (_last.TryGetValue(chat, out var last) && tenths < last) OutOfOrder++;
            _last[chat] = tenths;
        }
    }
}
