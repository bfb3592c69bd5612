using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Rules;

/// <summary>What the facts of a day change about what has fired.</summary>
public abstract record FiringChange
{
    private FiringChange()
    {
    }

    /// <summary>A rule fires for the first time at a place.</summary>
    public sealed record Fired(RuleMatch Match) : FiringChange;

    /// <summary>More pupils, or it holds again after it was withdrawn: those who know are told.</summary>
    /// <param name="Before">As it was.</param>
    /// <param name="Pupils">All pupils now.</param>
    /// <param name="Added">Those who are new.</param>
    /// <param name="Signs">The symptoms that are alike now.</param>
    /// <param name="Diseases">The diseases now.</param>
    public sealed record Grown(Firing Before, IReadOnlyList<long> Pupils, IReadOnlyList<long> Added, Symptoms Signs, Diseases Diseases) : FiringChange;

    /// <summary>Fewer pupils after a correction, still enough, or another disease of the same ones: the message is corrected without a word.</summary>
    public sealed record Corrected(Firing Before, IReadOnlyList<long> Pupils, Symptoms Signs, Diseases Diseases) : FiringChange;

    /// <summary>A correction or a late answer took its ground away.</summary>
    public sealed record Withdrawn(Firing Before) : FiringChange;

    /// <summary>The same pupils on a further day: nobody is told twice.</summary>
    public sealed record Continued(Firing Before) : FiringChange;
}
