using System.Text;

namespace CheckinBot.Benchmarks.Throughput;

/// <summary>Updates with true offset semantics: one is handed out again until a higher offset confirms it.</summary>
internal sealed class UpdateFeed
{
    private const int AtOnce = 100;

    private readonly Lock _lock = new();
    private readonly List<string> _updates = [];
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _confirmed;

    /// <summary>Adds texts of users, in order, to be handed out from now on.</summary>
    /// <param name="texts">Who writes what.</param>
    /// <param name="sentAt">When they wrote it; null for now.</param>
    public void Add(IEnumerable<(long UserId, string Text)> texts, DateTimeOffset? sentAt = null)
    {
        lock (_lock)
        {
            foreach (var (userId, text) in texts)
            {
                var id = _updates.Count + 1;
                var date = (sentAt ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds();
                var from = $$"""{"id":{{userId}},"is_bot":false,"first_name":"P","language_code":"zh-hans"}""";
                var chat = $$"""{"id":{{userId}},"type":"private","first_name":"P"}""";
                var message = $$"""{"message_id":{{id}},"date":{{date}},"text":"{{text}}","chat":{{chat}},"from":{{from}} }""";
                _updates.Add($$"""{"update_id":{{id}},"message":{{message}} }""");
            }

            _arrived.TrySetResult();
        }
    }

    /// <summary>Whether everything handed out was confirmed.</summary>
    public bool AllConfirmed
    {
        get { lock (_lock) return _confirmed > _updates.Count; }
    }

    /// <summary>How many there are.</summary>
    public int Count
    {
        get { lock (_lock) return _updates.Count; }
    }

    /// <summary>One of them, by its place.</summary>
    public string this[int index]
    {
        get { lock (_lock) return _updates[index]; }
    }

    public async ValueTask<ReadOnlyMemory<byte>> Take(long offset, TimeSpan wait, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task arrived;
            lock (_lock)
            {
                _confirmed = Math.Max(_confirmed, Math.Max(offset, 1));
                var first = (int)_confirmed - 1;
                if (first < _updates.Count)
                {
                    var batch = new StringBuilder("[").AppendJoin(',', _updates.Skip(first).Take(AtOnce)).Append(']');
                    return BotApiServer.Body(batch.ToString());
                }

                if (_arrived.Task.IsCompleted) _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                arrived = _arrived.Task;
            }

            if (await Task.WhenAny(arrived, Task.Delay(wait, TimeProvider.System, cancellationToken)) != arrived)
                return BotApiServer.Body("[]");
        }
    }
}
