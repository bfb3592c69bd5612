using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Digests;

/// <summary>The count of one unit's own people, without those of the units below.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Own">The numbers.</param>
/// <param name="LikeSymptoms">The most pupils who share one symptom that the cluster rule names.</param>
/// <param name="ReopenedAt">When the first answer was taken back, where everybody who is missing now had answered before (UTC).</param>
public sealed record UnitCount(DigestUnit Unit, DigestNumbers Own, int LikeSymptoms = 0, DateTimeOffset? ReopenedAt = null)
{
    /// <summary>
    /// For a boarding house in the evening: the people who live there. They count in their classes; here they count only in the
    /// house's own digest.
    /// </summary>
    public DigestNumbers? Residents { get; init; }

    /// <summary>The count on a day on which the unit has no school.</summary>
    public UnitCount WithoutSchool() => this with { Own = Own.WithoutSchool(), ReopenedAt = null, Residents = Residents?.WithoutSchool() };
}

/// <summary>
/// The counts of a tree for one day and slot, added up from the classes to the root, and the digests made from them.
/// Takes any set of units: a unit whose parent is not among them is a root.
/// </summary>
public sealed class DigestTree
{
    private readonly int _clusterPupils;
    private readonly Dictionary<long, Node> _nodes;
    private readonly Dictionary<long, DigestNumbers> _totals;
    private readonly IReadOnlyDictionary<long, DigestNumbers> _before;

    /// <summary>Adds up what was counted.</summary>
    /// <param name="moment">Day, slot and instant of the count.</param>
    /// <param name="counts">Every unit of the tree or subtree, each once.</param>
    /// <param name="before">The totals of the school day before, by unit.</param>
    /// <param name="clusterPupils">The number of pupils of a class with like symptoms from which there is a cluster.</param>
    public DigestTree(
        DigestMoment moment, IEnumerable<UnitCount> counts, IReadOnlyDictionary<long, DigestNumbers>? before = null,
        int clusterPupils = DigestAlert.ClusterPupils)
    {
        _clusterPupils = clusterPupils;
        _before = before ?? new Dictionary<long, DigestNumbers>();
        Moment = moment;
        _nodes = counts.ToDictionary(count => count.Unit.Id, count => new Node(count));
        _totals = new(_nodes.Count);
        foreach (var node in _nodes.Values)
        {
            if (node.Count.Unit.ParentId is not { } parentId || !_nodes.TryGetValue(parentId, out var above)) continue;
            node.Above = above;
            above.Below.Add(node);
        }

        var found = new List<(Node, DigestAlert)>();
        foreach (var root in _nodes.Values.Where(node => node.Above is null)) AddUp(root, found);
        HandUp(found);
    }

    /// <summary>Day, slot and instant of the count.</summary>
    public DigestMoment Moment { get; }

    /// <summary>The counts of the other slots of the day that have begun, whichever unit of the tree has them.</summary>
    public IReadOnlyList<DigestTree> OtherSlots { get; init; } = [];

    /// <summary>What was counted of a unit's own people.</summary>
    public UnitCount CountOf(long unitId) => _nodes[unitId].Count;

    /// <summary>
    /// The numbers of every unit with everybody below it. A boarding house has those of its residents in the evening, who
    /// are in no sum above it.
    /// </summary>
    public IReadOnlyDictionary<long, DigestNumbers> Totals => _totals;

    /// <summary>A unit's digest; null where the unit was not counted.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="depth">How many levels of units below it are filled in.</param>
    public Digest? Digest(long unitId, int depth = int.MaxValue) =>
        !_nodes.TryGetValue(unitId, out var node) ? null
        : node.Count.Residents is { } residents ? Digest(node, depth) with { Numbers = residents }
        : Digest(node, depth);

    // A unit comes before the units below it, and those follow in their order: alerts are found in that order.
    private DigestNumbers AddUp(Node node, List<(Node, DigestAlert)> found)
    {
        var (unit, own, likeSymptoms, _) = node.Count;
        foreach (var alert in DigestAlert.Of(unit.Path, own, likeSymptoms, _clusterPupils)) found.Add((node, alert));
        if (!IsInOrder(node.Below)) node.Below.Sort(Compare);
        var total = own;
        foreach (var below in node.Below) total += AddUp(below, found);
        _totals.Add(unit.Id, node.Count.Residents ?? total);
        node.IsComplete = total.Complete;
        if (!node.IsComplete) node.Since = Since(node);
        return total;
    }

    // Units were mostly created in their order, so one look at each is usually enough.
    private static bool IsInOrder(List<Node> nodes)
    {
        for (var i = 1; i < nodes.Count; i++)
        {
            if (Compare(nodes[i - 1], nodes[i]) > 0) return false;
        }

        return true;
    }

    private static int Compare(Node left, Node right) => UnitPathOrder.Instance.Compare(left.Count.Unit.Path, right.Count.Unit.Path);

    // Sorted once: every unit above takes them in that order.
    private static void HandUp(List<(Node At, DigestAlert Alert)> found)
    {
        foreach (var (at, alert) in found.OrderBy(one => one.Alert.Kind).ThenByDescending(one => one.Alert.Count))
        {
            for (var node = at; node is not null; node = node.Above) node.Alerts.Add(alert);
        }
    }

    // A unit is not complete since the first of its parts stopped being so; since the opening where one of them never was.
    private static DateTimeOffset? Since(Node node)
    {
        DateTimeOffset? first = node.Count.Own.Complete ? DateTimeOffset.MaxValue : node.Count.ReopenedAt;
        foreach (var below in node.Below)
        {
            if (!below.IsComplete) first = first is { } known && below.Since is { } theirs ? (theirs < known ? theirs : known) : null;
        }

        return first == DateTimeOffset.MaxValue ? null : first;
    }

    private Digest Digest(Node node, int depth) => new()
    {
        Unit = node.Count.Unit,
        Moment = Moment,
        Numbers = node.Count.Residents is null ? _totals[node.Count.Unit.Id] : node.Count.Own,
        Own = node.Count.Own,
        LikeSymptoms = node.Count.LikeSymptoms,
        Before = _before.TryGetValue(node.Count.Unit.Id, out var before) && before.Missing < before.Expected ? before : null,
        Slots = OtherSlots.Count == 0 ? [] : Slots(node.Count.Unit.Id),
        IncompleteSince = node.Since,
        OwnIncompleteSince = node.Count.Own.Complete ? null : node.Count.ReopenedAt,
        Units = depth > 0 && node.Below.Count > 0 ? [.. node.Below.Select(below => Digest(below, depth - 1))] : [],
        Alerts = OtherSlots.Count == 0 ? node.Alerts : [.. node.Alerts, .. OtherSlots.SelectMany(other => other.Ill(node.Count.Unit.Id))],
    };

    // What one slot found out is in the digests of the others, too: a fever of the evening is no matter of the evening alone.
    private IEnumerable<DigestAlert> Ill(long unitId) => !_nodes.TryGetValue(unitId, out var node) ? []
        : node.Alerts.Where(alert => alert.Kind is DigestAlertKind.Fever or DigestAlertKind.Cluster).Select(alert => alert with { Slot = Moment.Slot });

    private IReadOnlyList<SlotNumbers> Slots(long unitId)
    {
        var others = OtherSlots
            .Select(other => new SlotNumbers(other.Moment.Slot, other.Totals.GetValueOrDefault(unitId)))
            .Where(other => other.Numbers.Expected > 0)
            .ToList();
        return others.Count == 0
            ? []
            : [.. others.Append(new SlotNumbers(Moment.Slot, _totals[unitId])).OrderBy(slot => Array.IndexOf(SlotSchedule.Ids, slot.Slot))];
    }

    private sealed class Node(UnitCount count)
    {
        public UnitCount Count => count;

        public Node? Above { get; set; }

        public List<Node> Below { get; } = [];

        public List<DigestAlert> Alerts { get; } = [];

        public bool IsComplete { get; set; }

        public DateTimeOffset? Since { get; set; }
    }
}
