namespace CheckinBot.Alerts;

/// <summary>A class or a school whose rules are to be judged anew.</summary>
/// <param name="UnitId">The class, or the school.</param>
/// <param name="Day">The school day.</param>
/// <param name="WithSilence">Whether to look for pupils who have not answered for days as well. The schedule asks for that; a single check-in does not.</param>
internal readonly record struct Look(long UnitId, DateOnly Day, bool WithSilence = false);

/// <summary>
/// Keeps which units are to be judged and which alerts are to be brought up to date. It is written to after the commit of
/// whatever causes it, so that no check-in waits for a rule. Many causes within a second lead to one look.
/// </summary>
internal sealed class AlertBoard
{
    private readonly Lock _lock = new();
    private HashSet<Look> _looks = [];
    private HashSet<long> _stale = [];
    private bool _working;

    /// <summary>Nothing is left to do.</summary>
    public bool IsSettled
    {
        get
        {
            lock (_lock) return !_working && _looks.Count == 0 && _stale.Count == 0;
        }
    }

    /// <summary>The facts of a unit changed.</summary>
    public void Judge(Look look)
    {
        lock (_lock) _looks.Add(look);
    }

    /// <summary>What the messages of a firing say may be out of date.</summary>
    public void Refresh(long firingId)
    {
        lock (_lock) _stale.Add(firingId);
    }

    /// <summary>Takes everything out.</summary>
    public (IReadOnlySet<Look> Looks, IReadOnlySet<long> Stale) Take()
    {
        lock (_lock)
        {
            var taken = (_looks, _stale);
            (_looks, _stale, _working) = ([], [], true);
            return taken;
        }
    }

    /// <summary>Whoever took it out has finished the work.</summary>
    public void Finish()
    {
        lock (_lock) _working = false;
    }
}
