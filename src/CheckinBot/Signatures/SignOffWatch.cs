namespace CheckinBot.Signatures;

/// <summary>
/// Keeps which units are to be looked at because something was told after a report was signed. This costs a check-in nothing as
/// long as nobody has signed for its day and slot.
/// </summary>
internal sealed class SignOffWatch : IDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<(DateOnly Day, string Slot)> _signed = [];
    private readonly HashSet<(long UnitId, DateOnly Day, string Slot)> _changed = [];
    private readonly SemaphoreSlim _bell = new(0, 1);
    private bool _allChanged;
    private bool _taken;

    /// <summary>A report was signed, or is known to be from an earlier run; its unit is looked at once.</summary>
    public void Signed(long unitId, DateOnly day, string slot)
    {
        lock (_lock) _signed.Add((day, slot));
        Changed(unitId, day, slot);
    }

    /// <summary>Somebody has signed for this day and slot; what was told before that was known is looked at.</summary>
    public void Knows(DateOnly day, string slot)
    {
        lock (_lock)
        {
            if (_signed.Add((day, slot))) AllChanged();
        }
    }

    /// <summary>Whether anybody has signed for this day and slot.</summary>
    public bool IsSigned(DateOnly day, string slot)
    {
        lock (_lock) return _signed.Contains((day, slot));
    }

    /// <summary>Something was told of somebody of a unit, or somebody came or went.</summary>
    public void Changed(long unitId, DateOnly day, string slot)
    {
        lock (_lock)
        {
            if (!_signed.Contains((day, slot)) || !_changed.Add((unitId, day, slot)) || _bell.CurrentCount > 0) return;
            _bell.Release();
        }
    }

    /// <summary>Whatever a signature rests on may have changed: a roster, a setting, an answer that another process took.</summary>
    public void AllChanged()
    {
        lock (_lock)
        {
            if (_signed.Count == 0 || _allChanged) return;
            _allChanged = true;
            if (_bell.CurrentCount == 0) _bell.Release();
        }
    }

    /// <summary>Nothing waits and nothing is being looked at.</summary>
    public bool IsSettled
    {
        get
        {
            lock (_lock) return _changed.Count == 0 && !_allChanged && !_taken;
        }
    }

    /// <summary>Waits until something has changed.</summary>
    public Task Wait(CancellationToken cancellationToken) => _bell.WaitAsync(cancellationToken);

    /// <summary>Takes out everything that has changed: all of it, or these units.</summary>
    public (bool All, IReadOnlyList<(long UnitId, DateOnly Day, string Slot)> Units) Take()
    {
        lock (_lock)
        {
            (bool, List<(long, DateOnly, string)>) changed = (_allChanged, [.. _changed]);
            _changed.Clear();
            _allChanged = false;
            _taken = true;
            return changed;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _bell.Dispose();

    /// <summary>What was taken out has been looked at.</summary>
    public void Finish()
    {
        lock (_lock) _taken = false;
    }
}
