using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Digests;

/// <summary>A unit's digest as it is shown: the snapshot of the day, or before the first cut-off a count of this moment, and what is said beside it.</summary>
/// <param name="Shown">The numbers that the message is about.</param>
public sealed record DigestView(Digest Shown)
{
    /// <summary>A recount of this moment, where the snapshot is older and one was made.</summary>
    public Digest? Now { get; init; }

    /// <summary>People whose answer of before the snapshot was corrected or taken back since.</summary>
    public int Corrected { get; init; }

    /// <summary>When the slot opened, local to the unit.</summary>
    public TimeOnly OpensAt { get; init; }

    /// <summary>The school days of the heat table, from the oldest to the day shown.</summary>
    public IReadOnlyList<DateOnly> Days { get; init; } = [];

    /// <summary>The snapshots of those days and of <see cref="WeekBefore"/>.</summary>
    public DigestHistory History { get; init; } = DigestHistory.None;

    /// <summary>The school day before; null where there is none.</summary>
    public DateOnly? DayBefore { get; init; }

    /// <summary>The same weekday of the last week that had school on it; null where there is none.</summary>
    public DateOnly? WeekBefore { get; init; }

    /// <summary>The school day after, as long as it has begun; null where it has not.</summary>
    public DateOnly? DayAfter { get; init; }

    /// <summary>Rules that have fired in the unit and below it and stand now, those that nobody has taken on first.</summary>
    public IReadOnlyList<FiredAlert> Fired { get; init; } = [];

    /// <summary>Units that are let off on that day, those below them included.</summary>
    public IReadOnlyDictionary<long, Waiver> Waived { get; init; } = new Dictionary<long, Waiver>();

    /// <summary>Who is let off on that day below a unit, by that unit.</summary>
    public ILookup<long, Waiver> WaivedBelow { get; init; } = Array.Empty<Waiver>().ToLookup(_ => 0L);

    /// <summary>The slots of the unit's day.</summary>
    public IReadOnlyList<string> Slots { get; init; } = [];

    /// <summary>A past day of which neither a snapshot nor a check-in is stored: who is expected today was not missing then.</summary>
    public bool NoRecord { get; init; }

    /// <summary>When the recount was made, local to the unit, where it differs from the snapshot; null where it does not.</summary>
    public TimeOnly? ChangedBy => Now is { } now && now.Numbers != Shown.Numbers ? LocalTime(now.Moment.At) : null;

    /// <summary>When the numbers shown were taken, local to the unit, where a later recount stands beside them; else null.</summary>
    public TimeOnly? ShownAt => ChangedBy is null ? null : TimeOnly.FromDateTime(Shown.Moment.At.DateTime);

    /// <summary>The numbers that a signature given now is for.</summary>
    public DigestNumbers Latest => (Now ?? Shown).Numbers;

    /// <summary>An instant in the unit's local time.</summary>
    public TimeOnly LocalTime(DateTimeOffset instant) => TimeOnly.FromDateTime(instant.ToOffset(Shown.Moment.At.Offset).DateTime);
}

/// <summary>Somebody of a class with what is known of them, for those who may see it.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">The name as in the roster.</param>
/// <param name="Answer">What was told.</param>
public sealed record NamedCase(long PersonId, string Name, CheckInAnswer Answer);

/// <summary>The names behind a class's numbers; each list only where the reader may see it.</summary>
/// <param name="Missing">Who is missing.</param>
/// <param name="Cases">Whom somebody has to follow up, see <see cref="DigestNumbers.UnderFollowUp"/>, and who else is excused.</param>
public sealed record DigestNames(IReadOnlyList<string> Missing, IReadOnlyList<NamedCase> Cases)
{
    /// <summary>No names.</summary>
    public static DigestNames None { get; } = new([], []);

    /// <summary>Everybody whose answer the reader may correct now, those who are named above first.</summary>
    public IReadOnlyList<NamedPerson> Correctable { get; init; } = [];
}

/// <summary>Somebody of a unit.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">The name as in the roster.</param>
public sealed record NamedPerson(long PersonId, string Name);
