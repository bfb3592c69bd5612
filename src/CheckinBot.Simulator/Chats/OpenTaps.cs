using System.Globalization;

namespace CheckinBot.Simulator.Chats;

/// <summary>Taps on buttons that a bot may still answer: for 150 seconds.</summary>
internal sealed class OpenTaps(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(150);
    private readonly Dictionary<string, Tap> open = [];
    private readonly Queue<(string Id, DateTimeOffset Expires)> order = new();
    private long last = Random.Shared.NextInt64(1L << 60, 1L << 61);

    internal sealed record Tap(string Id, SimUser Person, SimMessage Message, DateTimeOffset At)
    {
        public bool Answered { get; set; }
    }

    public Tap Add(SimUser person, SimMessage message)
    {
        Purge();
        var tap = new Tap((++last).ToString(CultureInfo.InvariantCulture), person, message, time.GetUtcNow());
        open[tap.Id] = tap;
        order.Enqueue((tap.Id, tap.At + Lifetime));
        return tap;
    }

    /// <summary>The tap while it may still be answered, else null.</summary>
    public Tap? Find(string id)
    {
        Purge();
        return open.GetValueOrDefault(id);
    }

    private void Purge()
    {
        while (order.TryPeek(out var oldest) && oldest.Expires <= time.GetUtcNow())
        {
            open.Remove(order.Dequeue().Id);
        }
    }
}
