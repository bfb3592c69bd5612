using System.Collections.Concurrent;
using CheckinBot.Storage.Engine;

namespace CheckinBot.LocalSettings;

/// <summary>
/// Keeps what was read about units until another process has written, since the tree and the roster change by import only.
/// It keeps it for half a minute at most, because nobody notices such changes while nothing is written here.
/// </summary>
internal sealed class ShortMemory<T>(Database database, TimeProvider time)
    where T : class
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<long, T> _kept = new();
    private long _since = time.GetTimestamp();
    private long _changes = database.ChangesByOthers;

    /// <summary>What is kept of a unit; null where it is to be read.</summary>
    public T? Find(long unitId)
    {
        var changes = database.ChangesByOthers;
        if (changes != _changes || time.GetElapsedTime(_since) > KeptFor)
        {
            _kept.Clear();
            (_since, _changes) = (time.GetTimestamp(), changes);
        }

        return _kept.GetValueOrDefault(unitId);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => _kept.Clear();

    /// <summary>Keeps it, and gives it back.</summary>
    public T Keep(long unitId, T value) => _kept[unitId] = value;
}
