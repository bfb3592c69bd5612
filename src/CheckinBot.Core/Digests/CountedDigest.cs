using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Digests;

/// <summary>A digest counted at this moment, as files show it, even where the message beside the file shows an older snapshot.</summary>
/// <param name="Digest">The numbers with all units below.</param>
public sealed record CountedDigest(Digest Digest)
{
    /// <summary>How the count differs from the snapshot that the message shows; null where there is no snapshot yet.</summary>
    public SinceSnapshot? Since { get; init; }

    /// <summary>A day of which nothing is stored, or that has not come: its numbers say nothing.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Rules that have fired in the unit and below it, those that nobody has taken on first.</summary>
    public IReadOnlyList<FiredAlert> Fired { get; init; } = [];

    /// <summary>Units that are let off on that day, those below them included.</summary>
    public IReadOnlyDictionary<long, Waiver> Waived { get; init; } = new Dictionary<long, Waiver>();

    /// <summary>The waivers of units anywhere below a unit, by the id of that unit.</summary>
    public ILookup<long, Waiver> WaivedBelow { get; init; } = Array.Empty<Waiver>().ToLookup(_ => 0L);
}

/// <summary>What changed between a snapshot and a later count.</summary>
/// <param name="TakenAt">When the snapshot was taken, local to the unit.</param>
/// <param name="People">People who answered or were corrected since.</param>
/// <param name="SameNumbers">The unit's numbers are still those of the snapshot.</param>
public sealed record SinceSnapshot(DateTimeOffset TakenAt, int People, bool SameNumbers);
