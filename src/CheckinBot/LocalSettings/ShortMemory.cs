using CheckinBot.Storage.Engine;

namespace CheckinBot.LocalSettings;

/// <summary>
/// Keeps what was read about units until another process has written, since the tree and the roster change by import only. The writer looks for
/// that with each transaction, and a worker makes one every few seconds; where nobody has looked for half a minute, nothing is kept.
/// </summary>
internal sealed class ShortMemory<T>(Database database)
    where T : class
{
    /// <summary>Of so many units at the most, which is a county twice over. Of more, those of which nobody has asked for longest go.</summary>
    public const int Most = 10_000;

    private static readonly TimeSpan LookedWithin = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private Dictionary<long, T> _recent = [];
    private Dictionary<long, T> _earlier = [];
    private long _changes = database.ChangesByOthers;

    /// <summary>What is kept of a unit; null where it is to be read.</summary>
    public T? Find(long unitId)
    {
        lock (_lock)
        {
            if (database.ChangesByOthers is var changes && changes != _changes) ForgetAll();
            _changes = changes;
            if (database.SinceLookedForChanges > LookedWithin) ForgetAll();
            if (_recent.TryGetValue(unitId, out var kept)) return kept;
            return _earlier.Remove(unitId, out kept) ? Add(unitId, kept) : null;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock) ForgetAll();
    }

    /// <summary>Keeps it, and gives it back.</summary>
    public T Keep(long unitId, T value)
    {
        lock (_lock) return Add(unitId, value);
    }

    // Two halves: what was asked for since the first was full, and what was before.
    private T Add(long unitId, T value)
    {
        if (_recent.Count >= Most / 2) (_earlier, _recent) = (_recent, []);
        return _recent[unitId] = value;
    }

    private void ForgetAll()
    {
        _recent.Clear();
        _earlier.Clear();
    }
}
