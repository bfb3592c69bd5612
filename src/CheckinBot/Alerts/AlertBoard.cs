using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Alerts;

/// <summary>
/// Keeps which alerts are to be brought up to date, and has the rules of a unit judged once what was told of it has settled. It is
/// written to after the commit of whatever causes it, so that no check-in waits for a rule.
/// </summary>
internal sealed class AlertBoard
{
    /// <summary>A correction within this time alarms nobody.</summary>
    public static readonly TimeSpan Settles = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private HashSet<long> _stale = [];
    private bool _isLookWaiting;
    private bool _working;

    /// <summary>Nothing is left to do, and nothing settles.</summary>
    public bool IsSettled
    {
        get
        {
            lock (_lock) return !_working && !_isLookWaiting && _stale.Count == 0;
        }
    }

    /// <summary>The facts of a unit changed; many changes within a minute lead to one look.</summary>
    public async ValueTask Judge(DbSession session, RuleLook look, CancellationToken cancellationToken)
    {
        await new RuleLookStore(session).Add(look, cancellationToken);
        session.AfterCommit(LookWaits);
    }

    /// <summary>A look waits for its time.</summary>
    public void LookWaits()
    {
        lock (_lock) _isLookWaiting = true;
    }

    /// <summary>What the messages of a firing say may be out of date.</summary>
    public void Refresh(long firingId)
    {
        lock (_lock) _stale.Add(firingId);
    }

    /// <summary>Takes everything out.</summary>
    public IReadOnlySet<long> Take()
    {
        lock (_lock)
        {
            var taken = _stale;
            (_stale, _isLookWaiting, _working) = ([], false, true);
            return taken;
        }
    }

    /// <summary>Whoever took it out has finished the work.</summary>
    public void Finish()
    {
        lock (_lock) _working = false;
    }
}
