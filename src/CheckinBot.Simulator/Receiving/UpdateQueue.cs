using System.Buffers;
using System.Text;

namespace CheckinBot.Simulator.Receiving;

/// <summary>
/// The updates that a bot has not confirmed yet. An offset confirms everything below it; a negative one keeps only
/// the last ones; updates lapse after 24 hours and taps after 150 seconds; after a week without any the numbers begin
/// again at random: all as on the real server.
/// </summary>
internal sealed class UpdateQueue(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan IdleUntilNewNumbers = TimeSpan.FromDays(7);
    private static readonly TimeSpan TapLifetime = TimeSpan.FromSeconds(150);

    // Left out unless a bot asks for them by name.
    private static readonly HashSet<string> OnlyOnRequest = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly Lock _gate = new();
    private readonly List<Pending> _pending = [];
    private int _head;
    private int _lastId = RandomId();
    private DateTimeOffset _lastAt = time.GetUtcNow();
    private HashSet<string>? _allowed;
    private TaskCompletionSource? _arrival;

    private sealed record Pending(int Id, byte[] Kind, byte[] Body, DateTimeOffset Expires);

    /// <summary>How many updates wait.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _pending.Count - _head;
            }
        }
    }

    /// <summary>The kinds asked for by name; null means all but those that come only on request.</summary>
    public IReadOnlyCollection<string>? Allowed => _allowed;

    /// <summary>An empty list stands for the default. Does not affect updates that already wait.</summary>
    public void Allow(IReadOnlyCollection<string> kinds)
    {
        lock (_gate)
        {
            _allowed = kinds.Count == 0 ? null : [.. kinds];
        }
    }

    public bool Wants(string kind)
    {
        lock (_gate)
        {
            return _allowed?.Contains(kind) ?? !OnlyOnRequest.Contains(kind);
        }
    }

    public void Add(string kind, byte[] body)
    {
        lock (_gate)
        {
            var lifetime = kind == "callback_query" ? TapLifetime : Lifetime;
            var now = time.GetUtcNow();
            if (now - _lastAt >= IdleUntilNewNumbers)
            {
                _pending.Clear();
                _head = 0;
                _lastId = RandomId();
            }

            _lastAt = now;
            _pending.Add(new Pending(++_lastId, Encoding.UTF8.GetBytes(kind), body, now + lifetime));
            _arrival?.TrySetResult();
            _arrival = null;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _pending.Clear();
            _head = 0;
        }
    }

    /// <summary>Applies the offset, then gives the oldest waiting updates as a JSON array; null when there are none.</summary>
    public byte[]? Take(int offset, int limit, out Task arrived)
    {
        lock (_gate)
        {
            Confirm(offset);
            var buffer = new ArrayBufferWriter<byte>(1024);
            buffer.Write("["u8);
            var now = time.GetUtcNow();
            var taken = 0;
            for (var i = _head; i < _pending.Count && taken < limit; i++)
            {
                if (_pending[i].Expires > now)
                {
                    buffer.Write(taken++ == 0 ? ""u8 : ","u8);
                    Write(buffer, _pending[i]);
                }
            }

            buffer.Write("]"u8);
            arrived = taken > 0 ? Task.CompletedTask : WaitForArrival();
            return taken > 0 ? buffer.WrittenSpan.ToArray() : null;
        }
    }

    /// <summary>The oldest waiting update for a webhook, not yet confirmed.</summary>
    public (int Id, byte[] Json)? Peek(out Task arrived)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            while (_head < _pending.Count && _pending[_head].Expires <= now)
            {
                _head++;
            }

            if (_head == _pending.Count)
            {
                arrived = WaitForArrival();
                return null;
            }

            arrived = Task.CompletedTask;
            var buffer = new ArrayBufferWriter<byte>(1024);
            Write(buffer, _pending[_head]);
            return (_pending[_head].Id, buffer.WrittenSpan.ToArray());
        }
    }

    public void ConfirmUpTo(int updateId)
    {
        lock (_gate)
        {
            Confirm(updateId + 1);
        }
    }

    private void Confirm(int offset)
    {
        if (offset < 0)
        {
            _head = Math.Max(_head, _pending.Count + offset);
        }
        else
        {
            while (_head < _pending.Count && _pending[_head].Id < offset)
            {
                _head++;
            }
        }

        // Compacting only once half of the list is dead keeps the cost per update constant.
        if (_head > 256 && _head * 2 > _pending.Count)
        {
            _pending.RemoveRange(0, _head);
            _head = 0;
        }
    }

    private static int RandomId() => Random.Shared.Next(100_000_000, 900_000_000);

    private Task WaitForArrival()
    {
        _arrival ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _arrival.Task;
    }

    private static void Write(ArrayBufferWriter<byte> buffer, Pending update)
    {
        buffer.Write("{\"update_id\":"u8);
        buffer.Write(Encoding.UTF8.GetBytes(update.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        buffer.Write(",\""u8);
        buffer.Write(update.Kind);
        buffer.Write("\":"u8);
        buffer.Write(update.Body);
        buffer.Write("}"u8);
    }
}
