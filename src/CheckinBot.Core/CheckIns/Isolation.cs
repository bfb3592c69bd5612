namespace CheckinBot.Core.CheckIns;

/// <summary>Quarantine told by the family.</summary>
public enum Isolation
{
    /// <summary>None told.</summary>
    None,

    /// <summary>At home (居家隔离).</summary>
    Home,

    /// <summary>In a centre or hotel (集中隔离).</summary>
    Central,
}
