using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Digests;

/// <summary>
/// A unit's digest as it is shown: the numbers of this moment where they were counted, else those of the last cut-off, and what
/// is said beside them. What is shown is what a signature covers.
/// </summary>
/// <param name="Shown">The numbers that the message is about.</param>
public sealed record DigestView(Digest Shown)
{
    /// <summary>The last cut-off, where the numbers shown are later and differ from it.</summary>
    public Digest? CutOff { get; init; }

    /// <summary>How many people answered before the cut-off and have corrected that or taken it back since.</summary>
    public int Corrected { get; init; }

    /// <summary>When the slot opened, local to the unit.</summary>
    public TimeOnly OpensAt { get; init; }

    /// <summary>The school days of the heat table, from the oldest to the day shown.</summary>
    public IReadOnlyList<DateOnly> Days { get; init; } = [];

    /// <summary>The snapshots of those days and of <see cref="WeekBefore"/>.</summary>
    public DigestHistory History { get; init; } = DigestHistory.None;

    /// <summary>
    /// The days with which the numbers are compared, as they stood at the same time of the day; null once the day shown is over:
    /// then whole days are compared. A morning in progress says nothing beside a finished day.
    /// </summary>
    public DigestHistory? AtSameTime { get; init; }

    /// <summary>The numbers of another day to compare with; null where there are none that are like these.</summary>
    public DigestNumbers? ToCompare(DateOnly? day) => day is { } other ? (AtSameTime ?? History).On(other) : null;

    /// <summary>The school day before; null where there is none.</summary>
    public DateOnly? DayBefore { get; init; }

    /// <summary>The same weekday in the last week that had school on it; null where there is none.</summary>
    public DateOnly? WeekBefore { get; init; }

    /// <summary>
    /// The unit to which the way up leads: past a grade that is the only one of its school, as the way down does; null for the unit right
    /// above.
    /// </summary>
    public long? Above { get; init; }

    /// <summary>The next school day, once it has begun; null before that.</summary>
    public DateOnly? DayAfter { get; init; }

    /// <summary>Rules that have fired in the unit and below it and stand now, those that nobody has taken on first.</summary>
    public IReadOnlyList<FiredAlert> Fired { get; init; } = [];

    /// <summary>Cases of a class or a school that wait longer than they may, at the moment of reading; 0 for a day that is over and above schools.</summary>
    public int OverdueCases { get; init; }

    /// <summary>Units that are let off on that day, those below them included.</summary>
    public IReadOnlyDictionary<long, Waiver> Waived { get; init; } = new Dictionary<long, Waiver>();

    /// <summary>The waivers of units below a unit on that day, by the id of that unit.</summary>
    public ILookup<long, Waiver> WaivedBelow { get; init; } = Array.Empty<Waiver>().ToLookup(_ => 0L);

    /// <summary>The units below that have no school on the day.</summary>
    public IReadOnlyList<NoSchoolUnit> NoSchool { get; init; } = [];

    /// <summary>The rules that units below have set less strict than this one.</summary>
    public IReadOnlyList<RelaxedRule> Relaxed { get; init; } = [];

    /// <summary>Somebody has to take on an alert of the day: a signature needs words about it.</summary>
    public bool HasOpenAlert => Fired.Any(alert => alert.TakenBy is null);

    /// <summary>The slots that the unit or any unit below it has, in the order of the day.</summary>
    public IReadOnlyList<string> Slots { get; init; } = [];

    /// <summary>A past day without any stored snapshot or check-in: nobody can be called missing on it.</summary>
    public bool NoRecord { get; init; }

    /// <summary>A day that has not come: there is nothing to count.</summary>
    public bool NotYet { get; init; }

    /// <summary>Nothing can be said of the day.</summary>
    public bool IsEmpty => NoRecord || NotYet;

    /// <summary>Who came to the unit on that day, and who left it: they took their answers along.</summary>
    public MovedPeople Moved { get; init; }

    /// <summary>An instant in the unit's local time.</summary>
    public TimeOnly LocalTime(DateTimeOffset instant) => TimeOnly.FromDateTime(instant.ToOffset(Shown.Moment.At.Offset).DateTime);
}

/// <summary>Somebody in a class and what is known of them, for readers who may see it.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">The name as in the roster.</param>
/// <param name="Answer">What was told.</param>
public sealed record NamedCase(long PersonId, string Name, CheckInAnswer Answer)
{
    /// <summary>What the person is monitored for on the day, the one that lasts longest first.</summary>
    public IReadOnlyList<Monitored> Monitored { get; init; } = [];
}

/// <summary>How many people moved to a class and from it on one day.</summary>
/// <param name="In">Came.</param>
/// <param name="Out">Left.</param>
public readonly record struct MovedPeople(int In, int Out);

/// <summary>The names of those about whom a class teacher has to ask. A list is empty where the reader may not see it.</summary>
/// <param name="Missing">Who is missing.</param>
/// <param name="NoReason">Who is absent, and nobody has said why.</param>
/// <param name="TravelOpen">Who has reported, and owes the answer about travel.</param>
public sealed record OpenNames(IReadOnlyList<string> Missing, IReadOnlyList<string> NoReason, IReadOnlyList<string> TravelOpen)
{
    /// <summary>Nobody.</summary>
    public static OpenNames None { get; } = new([], [], []);

    /// <summary>There is nobody.</summary>
    public bool IsEmpty => Missing.Count + NoReason.Count + TravelOpen.Count == 0;
}

/// <summary>The names behind a class's numbers. A list is empty where the reader may not see it.</summary>
/// <param name="Open">About whom somebody has to ask.</param>
/// <param name="Cases">People who have to be followed up (see <see cref="DigestNumbers.UnderFollowUp"/>), and everybody else who is excused.</param>
public sealed record DigestNames(OpenNames Open, IReadOnlyList<NamedCase> Cases)
{
    /// <summary>No names.</summary>
    public static DigestNames None { get; } = new(OpenNames.None, []);

    /// <summary>Everybody whose answer the reader may correct now, beginning with those in the two lists.</summary>
    public IReadOnlyList<NamedPerson> Correctable { get; init; } = [];
}

/// <summary>Somebody in a unit.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">The name as in the roster.</param>
public sealed record NamedPerson(long PersonId, string Name);
