using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Digests;

/// <summary>A unit as digests name it.</summary>
/// <param name="Id">The unit's id.</param>
/// <param name="ParentId">The unit above; null at the root.</param>
/// <param name="Path">Names from the root, joined by <c>/</c>.</param>
/// <param name="Kind">What it is.</param>
public sealed record DigestUnit(long Id, long? ParentId, string Path, UnitKind Kind)
{
    /// <summary>As digests name a unit of the roster.</summary>
    public static DigestUnit Of(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return new DigestUnit(unit.Id, unit.ParentId, unit.Path, unit.Kind);
    }

    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>What it is called in a heading: see <see cref="UnitNames.Short"/>.</summary>
    public string ShortName => UnitNames.Short(Path, Kind);
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

    /// <summary>The most pupils of the unit itself who share one symptom that the cluster rule names.</summary>
    public int LikeSymptoms { get; init; }

    /// <summary>Since when the unit, which had been complete, is not complete any more (UTC); null where it is complete, or never was in this slot.</summary>
    public DateTimeOffset? IncompleteSince { get; init; }

    /// <summary>The same for the unit's own people alone.</summary>
    public DateTimeOffset? OwnIncompleteSince { get; init; }

    /// <summary>The revision of the snapshot; 0 for a count of this moment.</summary>
    public int Revision { get; init; }

    /// <summary>The last signature of the day and slot; null where nobody has signed.</summary>
    public SignOff? Signature { get; init; }

    /// <summary>Somebody has to be followed up, in this slot or in another one of the day: what is signed is no zero report.</summary>
    public bool HasCases => Numbers.UnderFollowUp > 0 || Slots.Any(slot => slot.Numbers.UnderFollowUp > 0);

    /// <summary>How far the zero report has come.</summary>
    public ZeroReport ZeroReport => ZeroReportRule.Of(Numbers, Signature);

    /// <summary>The slots of the day that have begun, in their order; empty where the day has only one. They are shown side by side.</summary>
    public IReadOnlyList<SlotNumbers> Slots { get; init; } = [];

    /// <summary>The numbers of the school day before; null where nobody had answered then, or they are not known.</summary>
    public DigestNumbers? Before { get; init; }

    /// <summary>The units directly below, in the order of their paths.</summary>
    public IReadOnlyList<Digest> Units { get; init; } = [];

    /// <summary>What somebody has to look at, the gravest first. Counts, never names.</summary>
    public IReadOnlyList<DigestAlert> Alerts { get; init; } = [];

    /// <summary>How many findings there are beyond <see cref="Alerts"/>; a snapshot keeps the gravest.</summary>
    public int MoreAlerts { get; init; }

    /// <summary>Whether another count has the same numbers, in each slot and in each unit below that both show.</summary>
    public bool HasNumbersOf(Digest other) =>
        Unit.Id == other.Unit.Id && Numbers == other.Numbers && Own == other.Own && Slots.SequenceEqual(other.Slots)
        && Units.Count == other.Units.Count && Units.Zip(other.Units).All(pair => pair.First.HasNumbersOf(pair.Second));

    /// <summary>How many levels below a unit its digest shows: all levels for a school, one for an area.</summary>
    public static int LevelsOf(UnitKind kind) => kind == UnitKind.Area ? 1 : int.MaxValue;

    /// <summary>
    /// The parts that somebody can act on: in a school or a grade the classes and groups of staff, whatever grades lie
    /// between; higher up the units right below. Those without people are left out.
    /// </summary>
    public IEnumerable<Digest> Parts => Unit.Kind switch
    {
        UnitKind.Class => [],
        UnitKind.Area => Units.Where(unit => unit.Numbers.Expected > 0),
        _ => Below().Where(unit => unit.Own.Expected > 0).Select(unit => unit with { Numbers = unit.Own, Units = [] }),
    };

    private IEnumerable<Digest> Below() => Units.SelectMany(unit => unit.Below().Prepend(unit));
}

/// <summary>A unit's numbers in one slot of the day.</summary>
/// <param name="Slot">The slot's id.</param>
/// <param name="Numbers">Its numbers.</param>
public sealed record SlotNumbers(string Slot, DigestNumbers Numbers);

/// <summary>The day, slot and instant of a count.</summary>
/// <param name="Day">The school day, local to the unit.</param>
/// <param name="Slot">The slot's id.</param>
/// <param name="At">When the numbers were taken, local to the unit.</param>
public sealed record DigestMoment(DateOnly Day, string Slot, DateTimeOffset At);
