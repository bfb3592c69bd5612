using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Digests;

/// <summary>What was counted of one unit's own people, without those of the units below.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Own">The numbers.</param>
/// <param name="LikeSymptoms">The most pupils who share one symptom that the cluster rule names.</param>
/// <param name="ReopenedAt">Where everybody who is missing had answered before: when the first of those answers was taken back (UTC).</param>
public sealed record UnitCount(DigestUnit Unit, DigestNumbers Own, int LikeSymptoms = 0, DateTimeOffset? ReopenedAt = null);

/// <summary>
/// The counts of a tree for one day and slot, added up from the classes to the root, and the digests that they make.
/// Takes any set of units: one whose parent is not among them is a root.
/// </summary>
public sealed class DigestTree
{
    private readonly int _clusterPupils;
    private readonly Dictionary<long, UnitCount> _counts;
    private readonly ILookup<long, UnitCount> _children;
    private readonly Dictionary<long, DigestNumbers> _totals = [];
    private readonly Dictionary<long, DateTimeOffset?> _since = [];
    private readonly IReadOnlyDictionary<long, DigestNumbers> _before;

    /// <summary>Adds up what was counted.</summary>
    /// <param name="moment">Day, slot and instant of the count.</param>
    /// <param name="counts">Every unit of the tree or subtree, each once.</param>
    /// <param name="before">The totals of the school day before, by unit.</param>
    /// <param name="clusterPupils">From how many pupils with like symptoms on a class is a cluster.</param>
    public DigestTree(
        DigestMoment moment, IEnumerable<UnitCount> counts, IReadOnlyDictionary<long, DigestNumbers>? before = null, int clusterPupils = DigestAlert.ClusterPupils)
    {
        _clusterPupils = clusterPupils;
        _before = before ?? new Dictionary<long, DigestNumbers>();
        Moment = moment;
        _counts = counts.ToDictionary(count => count.Unit.Id);
        _children = _counts.Values
            .Where(count => count.Unit.ParentId is not null)
            .OrderBy(count => count.Unit.Path, UnitPathOrder.Instance)
            .ToLookup(count => count.Unit.ParentId!.Value);
        foreach (var root in _counts.Values.Where(IsRoot)) AddUp(root);
    }

    /// <summary>Day, slot and instant of the count.</summary>
    public DigestMoment Moment { get; }

    /// <summary>The other slots of the day that have begun.</summary>
    public IReadOnlyList<SlotTotals> OtherSlots { get; init; } = [];

    /// <summary>What was counted of a unit's own people.</summary>
    public UnitCount CountOf(long unitId) => _counts[unitId];

    /// <summary>The numbers of every unit with everybody below it.</summary>
    public IReadOnlyDictionary<long, DigestNumbers> Totals => _totals;

    /// <summary>A unit's digest; null where the unit was not counted.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="depth">How many levels of units below it are filled in.</param>
    public Digest? Digest(long unitId, int depth = int.MaxValue) =>
        _counts.TryGetValue(unitId, out var count) ? Digest(count, depth) : null;

    private bool IsRoot(UnitCount count) => count.Unit.ParentId is not { } parent || !_counts.ContainsKey(parent);

    private DigestNumbers AddUp(UnitCount count)
    {
        var total = _children[count.Unit.Id].Aggregate(count.Own, (sum, child) => sum + AddUp(child));
        _totals.Add(count.Unit.Id, total);
        if (!total.Complete) _since.Add(count.Unit.Id, Since(count));
        return total;
    }

    // Not complete since the first of its parts was not; since the opening where one of them never was.
    private DateTimeOffset? Since(UnitCount count)
    {
        DateTimeOffset? first = count.Own.Complete ? DateTimeOffset.MaxValue : count.ReopenedAt;
        foreach (var child in _children[count.Unit.Id])
        {
            if (!_since.TryGetValue(child.Unit.Id, out var since)) continue;
            first = first is { } known && since is { } theirs ? (theirs < known ? theirs : known) : null;
        }

        return first == DateTimeOffset.MaxValue ? null : first;
    }

    private Digest Digest(UnitCount count, int depth) => new()
    {
        Unit = count.Unit,
        Moment = Moment,
        Numbers = _totals[count.Unit.Id],
        Own = count.Own,
        LikeSymptoms = count.LikeSymptoms,
        Before = _before.TryGetValue(count.Unit.Id, out var before) && before.Missing < before.Expected ? before : null,
        Slots = Slots(count.Unit.Id),
        IncompleteSince = _since.GetValueOrDefault(count.Unit.Id),
        Units = depth > 0 ? [.. _children[count.Unit.Id].Select(child => Digest(child, depth - 1))] : [],
        Alerts = [.. AlertsBelow(count).OrderBy(alert => alert.Kind).ThenByDescending(alert => alert.Count).ThenBy(alert => alert.UnitPath, UnitPathOrder.Instance)],
    };

    private IReadOnlyList<SlotNumbers> Slots(long unitId)
    {
        var others = OtherSlots
            .Select(other => new SlotNumbers(other.Slot, other.Totals.GetValueOrDefault(unitId)))
            .Where(other => other.Numbers.Expected > 0)
            .ToList();
        return others.Count == 0 ? [] : [.. others.Append(new SlotNumbers(Moment.Slot, _totals[unitId])).OrderBy(slot => Array.IndexOf(SlotSchedule.Ids, slot.Slot))];
    }

    private IEnumerable<DigestAlert> AlertsBelow(UnitCount count) =>
        DigestAlert.Of(count.Unit.Path, count.Own, count.LikeSymptoms, _clusterPupils).Concat(_children[count.Unit.Id].SelectMany(AlertsBelow));
}
