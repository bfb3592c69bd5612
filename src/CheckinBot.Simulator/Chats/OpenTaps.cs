using System.Globalization;

namespace CheckinBot.Simulator.Chats;

/// <summary>Taps on buttons that a bot may still answer: for 150 seconds.</summary>
internal sealed class OpenTaps(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(150);
    private readonly Dictionary<string, Tap> _open = [];
    private readonly Queue<(string Id, DateTimeOffset Expires)> _order = new();
    private long _last = Random.Shared.NextInt64(1L << 60, 1L << 61);

    internal sealed record Tap(string Id, SimUser Person, SimMessage Message, DateTimeOffset At)
    {
        public bool Answered { get; set; }
    }

    public Tap Add(SimUser person, SimMessage message)
    {
        Purge();
        var tap = new Tap((++_last).ToString(CultureInfo.InvariantCulture), person, message, time.GetUtcNow());
        _open[tap.Id] = tap;
        _order.Enqueue((tap.Id, tap.At + Lifetime));
        return tap;
    }

    /// <summary>The tap while it may still be answered, else null.</summary>
    public Tap? Find(string id)
    {
        Purge();
        return _open.GetValueOrDefault(id);
    }

    private void Purge()
    {
        while (_order.TryPeek(out var oldest) && oldest.Expires <= time.GetUtcNow())
        {
            _open.Remove(_order.Dequeue().Id);
        }
    }
}
