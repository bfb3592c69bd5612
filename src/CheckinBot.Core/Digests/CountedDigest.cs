using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Digests;

/// <summary>A digest counted at this moment, as files show it, whatever snapshot the message beside it has.</summary>
/// <param name="Digest">The numbers with all units below.</param>
public sealed record CountedDigest(Digest Digest)
{
    /// <summary>How that differs from the snapshot that the message shows; null where there is none yet.</summary>
    public SinceSnapshot? Since { get; init; }

    /// <summary>Rules that have fired in the unit and below it, those that nobody has taken on first.</summary>
    public IReadOnlyList<FiredAlert> Fired { get; init; } = [];

    /// <summary>Units that are let off on that day, those below them included.</summary>
    public IReadOnlyDictionary<long, Waiver> Waived { get; init; } = new Dictionary<long, Waiver>();

    /// <summary>What was said of units anywhere below a unit, by that unit.</summary>
    public ILookup<long, Waiver> WaivedBelow { get; init; } = Array.Empty<Waiver>().ToLookup(_ => 0L);
}

/// <summary>What became of a snapshot until a later count.</summary>
/// <param name="TakenAt">When the snapshot was taken, local to the unit.</param>
/// <param name="People">People who answered or were corrected since.</param>
/// <param name="SameNumbers">The unit's numbers are still those of the snapshot.</param>
public sealed record SinceSnapshot(DateTimeOffset TakenAt, int People, bool SameNumbers);
