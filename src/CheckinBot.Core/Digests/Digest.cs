using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Digests;

/// <summary>A unit as digests name it.</summary>
/// <param name="Id">The unit's id.</param>
/// <param name="ParentId">The unit above; null at the root.</param>
/// <param name="Path">Names from the root, joined by <c>/</c>.</param>
/// <param name="Kind">What it is.</param>
public sealed record DigestUnit(long Id, long? ParentId, string Path, UnitKind Kind)
{
    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>A unit's numbers for a day and slot, with those of the units below it.</summary>
public sealed record Digest
{
    /// <summary>The unit.</summary>
    public required DigestUnit Unit { get; init; }

    /// <summary>Day, slot, and when the numbers were taken.</summary>
    public required DigestMoment Moment { get; init; }

    /// <summary>The numbers of everybody in the unit and below it.</summary>
    public required DigestNumbers Numbers { get; init; }

    /// <summary>Of those, the numbers of the unit's own people: a class's pupils, a school's staff.</summary>
    public required DigestNumbers Own { get; init; }

    /// <summary>How far the zero report has come.</summary>
    public ZeroReport ZeroReport { get; init; }

    /// <summary>The numbers of the school day before as they are known now; null where nobody had answered then.</summary>
    public DigestNumbers? Before { get; init; }

    /// <summary>The slots of the day that have begun, in their order, where the day has several: the columns beside each other.</summary>
    public IReadOnlyList<SlotNumbers> Slots { get; init; } = [];

    /// <summary>The units directly below, in the order of their paths.</summary>
    public IReadOnlyList<Digest> Units { get; init; } = [];

    /// <summary>What somebody has to look at, the gravest first. Counts, never names.</summary>
    public IReadOnlyList<DigestAlert> Alerts { get; init; } = [];
}

/// <summary>A unit's numbers in one slot of the day.</summary>
/// <param name="Slot">The slot's id.</param>
/// <param name="Numbers">Its numbers.</param>
public sealed record SlotNumbers(string Slot, DigestNumbers Numbers);

/// <summary>The totals of one slot.</summary>
/// <param name="Slot">The slot's id.</param>
/// <param name="Totals">By unit, with everybody below it.</param>
public sealed record SlotTotals(string Slot, IReadOnlyDictionary<long, DigestNumbers> Totals);

/// <summary>The day, slot and instant of a count.</summary>
/// <param name="Day">The school day, local to the unit.</param>
/// <param name="Slot">The slot's id.</param>
/// <param name="At">When the numbers were taken, local to the unit.</param>
public sealed record DigestMoment(DateOnly Day, string Slot, DateTimeOffset At);
