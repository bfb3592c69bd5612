using CheckinBot.Configuration;
using CheckinBot.Sending;

namespace CheckinBot.Cards;

/// <summary>
/// Keeps which cards are out of date. A card is edited at most every few seconds and never while an edit of it is on its way.
/// Whatever happens meanwhile goes into the next edit, so that only the newest state is ever sent.
/// </summary>
internal sealed class CardBoard
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, Entry> _units = [];
    private readonly TelegramOptions _options;
    private readonly TimeProvider _time;
    private bool _allStale;

    public CardBoard(TelegramOptions options, PrivateInGroup privateInGroup, TimeProvider time)
    {
        (_options, _time) = (options, time);
        // Whether a card has the button depends on it.
        privateInGroup.Changed += RefreshAll;
    }

    /// <summary>The numbers of a unit changed.</summary>
    public void Refresh(long unitId)
    {
        lock (_lock) Of(unitId).Stale = true;
    }

    /// <summary>Something changed that concerns the cards of all classes.</summary>
    public void RefreshAll()
    {
        lock (_lock) _allStale = true;
    }

    /// <summary>Whether the cards of all classes are to be looked at.</summary>
    public bool IsAllStale
    {
        get
        {
            lock (_lock) return _allStale;
        }
    }

    /// <summary>Marks these as all the classes whose cards are to be looked at.</summary>
    public void RefreshEach(IEnumerable<long> unitIds)
    {
        lock (_lock)
        {
            foreach (var unitId in unitIds) Of(unitId).Stale = true;
            _allStale = false;
        }
    }

    /// <summary>The last edit of the unit's card has arrived, or has failed for good.</summary>
    public void Settled(long unitId)
    {
        lock (_lock) Of(unitId).OnItsWay = false;
    }

    /// <summary>Whether every card shows the newest state.</summary>
    public bool IsSettled
    {
        get
        {
            lock (_lock) return !_allStale && _units.Values.All(entry => entry is { Stale: false, Taken: false, OnItsWay: false });
        }
    }

    /// <summary>Takes out the units whose cards are to be edited now.</summary>
    public IReadOnlyList<long> TakeDue()
    {
        lock (_lock)
        {
            var interval = TimeSpan.FromSeconds(_options.CardEditSeconds);
            var due = _units
                .Where(unit => unit.Value is { Stale: true, OnItsWay: false } && _time.GetElapsedTime(unit.Value.EditedAt) >= interval)
                .Select(unit => unit.Key)
                .ToList();
            foreach (var unitId in due)
            {
                var entry = _units[unitId];
                (entry.Stale, entry.Taken, entry.EditedAt) = (false, true, _time.GetTimestamp());
            }

            return due;
        }
    }

    /// <summary>Whoever took the unit out has finished with it.</summary>
    public void Finish(long unitId)
    {
        lock (_lock) Of(unitId).Taken = false;
    }

    /// <summary>An edit of the unit's card was handed to the outbox.</summary>
    public void Sent(long unitId)
    {
        lock (_lock) Of(unitId).OnItsWay = true;
    }

    private Entry Of(long unitId)
    {
        if (!_units.TryGetValue(unitId, out var entry))
            _units[unitId] = entry = new Entry { EditedAt = _time.GetTimestamp() - (_options.CardEditSeconds * _time.TimestampFrequency) };
        return entry;
    }

    private sealed class Entry
    {
        public bool Stale { get; set; }

        public bool Taken { get; set; }

        public bool OnItsWay { get; set; }

        public long EditedAt { get; set; }
    }
}
