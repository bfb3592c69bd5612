using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Rules;

/// <summary>How the facts of a day change what has fired.</summary>
public abstract record FiringChange
{
    private FiringChange()
    {
    }

    /// <summary>A rule fires for the first time at a place.</summary>
    public sealed record Fired(RuleMatch Match) : FiringChange;

    /// <summary>There are more pupils, or the rule holds again after it was withdrawn: those who know are told.</summary>
    /// <param name="Before">As it was.</param>
    /// <param name="Pupils">All pupils now.</param>
    /// <param name="Added">Those who are new.</param>
    /// <param name="Removed">Those who no longer belong to it.</param>
    /// <param name="Signs">The symptoms that are alike now.</param>
    /// <param name="Diseases">The diseases now.</param>
    public sealed record Grown(
        Firing Before, IReadOnlyList<long> Pupils, IReadOnlyList<long> Added, IReadOnlyList<long> Removed, Symptoms Signs, Diseases Diseases) : FiringChange;

    /// <summary>After a correction there are fewer pupils, but still enough, or the same pupils have another disease.</summary>
    /// <param name="Before">As it was.</param>
    /// <param name="Pupils">All pupils now.</param>
    /// <param name="Removed">Those who no longer belong to it; where there are none the message is edited silently.</param>
    /// <param name="Signs">The symptoms that are alike now.</param>
    /// <param name="Diseases">The diseases now.</param>
    public sealed record Corrected(Firing Before, IReadOnlyList<long> Pupils, IReadOnlyList<long> Removed, Symptoms Signs, Diseases Diseases) : FiringChange;

    /// <summary>A correction or a late answer removed the reason for it.</summary>
    /// <param name="Before">As it was.</param>
    /// <param name="Removed">Whose facts are gone.</param>
    public sealed record Withdrawn(Firing Before, IReadOnlyList<long> Removed) : FiringChange;

    /// <summary>The same pupils on a further day: nobody is told twice.</summary>
    public sealed record Continued(Firing Before) : FiringChange;
}
