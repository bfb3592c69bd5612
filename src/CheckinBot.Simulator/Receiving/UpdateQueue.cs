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

    private readonly Lock gate = new();
    private readonly List<Pending> pending = [];
    private int head;
    private int lastId = RandomId();
    private DateTimeOffset lastAt = time.GetUtcNow();
    private HashSet<string>? allowed;
    private TaskCompletionSource? arrival;

    private sealed record Pending(int Id, byte[] Kind, byte[] Body, DateTimeOffset Expires);

    /// <summary>How many updates wait.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return pending.Count - head;
            }
        }
    }

    /// <summary>The kinds asked for by name; null means all but those that come only on request.</summary>
    public IReadOnlyCollection<string>? Allowed => allowed;

    /// <summary>An empty list stands for the default. Does not affect updates that already wait.</summary>
    public void Allow(IReadOnlyCollection<string> kinds)
    {
        lock (gate)
        {
            allowed = kinds.Count == 0 ? null : [.. kinds];
        }
    }

    public bool Wants(string kind)
    {
        lock (gate)
        {
            return allowed?.Contains(kind) ?? !OnlyOnRequest.Contains(kind);
        }
    }

    public void Add(string kind, byte[] body)
    {
        lock (gate)
        {
            var lifetime = kind == "callback_query" ? TapLifetime : Lifetime;
            var now = time.GetUtcNow();
            if (now - lastAt >= IdleUntilNewNumbers)
            {
                pending.Clear();
                head = 0;
                lastId = RandomId();
            }

            lastAt = now;
            pending.Add(new Pending(++lastId, Encoding.UTF8.GetBytes(kind), body, now + lifetime));
            arrival?.TrySetResult();
            arrival = null;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            pending.Clear();
            head = 0;
        }
    }

    /// <summary>Applies the offset, then gives the oldest waiting updates as a JSON array; null when there are none.</summary>
    public byte[]? Take(int offset, int limit, out Task arrived)
    {
        lock (gate)
        {
            Confirm(offset);
            var buffer = new ArrayBufferWriter<byte>(1024);
            buffer.Write("["u8);
            var now = time.GetUtcNow();
            var taken = 0;
            for (var i = head; i < pending.Count && taken < limit; i++)
            {
                if (pending[i].Expires > now)
                {
                    buffer.Write(taken++ == 0 ? ""u8 : ","u8);
                    Write(buffer, pending[i]);
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
        lock (gate)
        {
            var now = time.GetUtcNow();
            while (head < pending.Count && pending[head].Expires <= now)
            {
                head++;
            }

            if (head == pending.Count)
            {
                arrived = WaitForArrival();
                return null;
            }

            arrived = Task.CompletedTask;
            var buffer = new ArrayBufferWriter<byte>(1024);
            Write(buffer, pending[head]);
            return (pending[head].Id, buffer.WrittenSpan.ToArray());
        }
    }

    public void ConfirmUpTo(int updateId)
    {
        lock (gate)
        {
            Confirm(updateId + 1);
        }
    }

    private void Confirm(int offset)
    {
        if (offset < 0)
        {
            head = Math.Max(head, pending.Count + offset);
        }
        else
        {
            while (head < pending.Count && pending[head].Id < offset)
            {
                head++;
            }
        }

        // Compacting only once half of the list is dead keeps the cost per update constant.
        if (head > 256 && head * 2 > pending.Count)
        {
            pending.RemoveRange(0, head);
            head = 0;
        }
    }

    private static int RandomId() => Random.Shared.Next(100_000_000, 900_000_000);

    private Task WaitForArrival()
    {
        arrival ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return arrival.Task;
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
