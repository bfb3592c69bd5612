using System.Collections.Concurrent;

namespace CheckinBot.Conversations;

/// <summary>Keeps for half a minute what was read about units: the tree and the roster change by import only, from another process.</summary>
internal sealed class ShortMemory<T>(TimeProvider time)
    where T : class
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<long, T> _kept = new();
    private long _since = time.GetTimestamp();

    /// <summary>What is kept of a unit; null where it is to be read.</summary>
    public T? Find(long unitId)
    {
        if (time.GetElapsedTime(_since) > KeptFor)
        {
            _kept.Clear();
            _since = time.GetTimestamp();
        }

        return _kept.GetValueOrDefault(unitId);
    }

    /// <summary>Keeps it, and gives it back.</summary>
    public T Keep(long unitId, T value) => _kept[unitId] = value;
}
