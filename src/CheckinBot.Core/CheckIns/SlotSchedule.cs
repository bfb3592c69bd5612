namespace CheckinBot.Core.CheckIns;

/// <summary>The times of one slot of the school day (morning, noon, evening), local to the unit.</summary>
public sealed record SlotSchedule
{
    /// <summary>The check before afternoon lessons (午检).</summary>
    public const string NoonId = "noon";

    /// <summary>The check of boarders (晚检).</summary>
    public const string EveningId = "evening";

    /// <summary>All slots that there are, in the order of the day.</summary>
    public static string[] Ids { get; } = [CheckInWindow.Morning, NoonId, EveningId];

    /// <summary>The noon slot's usual times: before the first afternoon lesson.</summary>
    public static SlotSchedule Noon { get; } = new()
    {
        Id = NoonId,
        OpensAt = new(12, 30),
        RemindAt = [new(13, 15)],
        PingTeacherAt = new TimeOnly(13, 30),
        DigestAt = [new(14, 0)],
    };

    /// <summary>The evening slot's usual times: over before the quiet hours begin.</summary>
    public static SlotSchedule Evening { get; } = new()
    {
        Id = EveningId,
        OpensAt = new(19, 30),
        RemindAt = [new(20, 15)],
        PingTeacherAt = new TimeOnly(20, 30),
        DigestAt = [new(21, 0)],
    };

    /// <summary>Only boarders are asked.</summary>
    public bool IsForBoarders => Id == EveningId;

    /// <summary>The slot's id, as stored with every check-in.</summary>
    public string Id { get; init; } = CheckInWindow.Morning;

    /// <summary>When the card is posted.</summary>
    public TimeOnly OpensAt { get; init; } = new(6, 30);

    /// <summary>When families without an answer are reminded.</summary>
    public IReadOnlyList<TimeOnly> RemindAt { get; init; } = [new(7, 30), new(8, 15)];

    /// <summary>When class teachers get the names still missing; null for never.</summary>
    public TimeOnly? PingTeacherAt { get; init; } = new TimeOnly(8, 30);

    /// <summary>When school officers are told of classes that are not complete; null for never.</summary>
    public TimeOnly? EscalateAt { get; init; }

    /// <summary>Minutes after which the level above is told, and again the one above that.</summary>
    public int EscalateUpMinutes { get; init; } = 15;

    /// <summary>
    /// When the first, the second and each further level above the school is told what is still not complete; the last time
    /// holds for all levels above.
    /// </summary>
    public IReadOnlyList<TimeOnly> EscalateUpAt => EscalateAt is not { } at ? [] :
    [
        .. Enumerable.Range(1, MostLevels)
            .Select(level => at.ToTimeSpan() + TimeSpan.FromMinutes(level * EscalateUpMinutes))
            .TakeWhile(time => time <= ClosesAt.ToTimeSpan())
            .Select(TimeOnly.FromTimeSpan),
    ];

    // County, city, province.
    private const int MostLevels = 3;

    /// <summary>The cut-offs.</summary>
    public IReadOnlyList<TimeOnly> DigestAt { get; init; } = [new(9, 30), new(17, 0)];

    /// <summary>
    /// How many minutes after the first cut-off a complete report has to be signed; the level above is told after the same
    /// time again. 0 for no deadline.
    /// </summary>
    public int SignOffMinutes { get; init; } = 30;

    /// <summary>When the slot ends.</summary>
    public TimeOnly ClosesAt { get; init; } = new(23, 59);

    /// <summary>The slot with that id, with its usual times.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No slot has that id.</exception>
    public static SlotSchedule Usual(string id) => id switch
    {
        CheckInWindow.Morning => new SlotSchedule(),
        NoonId => Noon,
        EveningId => Evening,
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "There is no such slot."),
    };

    /// <summary>Every event with its time, in the order in which they happen; events at the same time follow the order of their kinds.</summary>
    public IEnumerable<(SchoolDayEventKind Kind, TimeOnly Time)> Events()
    {
        var events = new List<(SchoolDayEventKind Kind, TimeOnly Time)> { (SchoolDayEventKind.Open, OpensAt) };
        events.AddRange(RemindAt.Select(time => (SchoolDayEventKind.Remind, time)));
        if (PingTeacherAt is { } ping) events.Add((SchoolDayEventKind.Ping, ping));
        if (EscalateAt is { } escalate) events.Add((SchoolDayEventKind.Escalate, escalate));
        events.AddRange(EscalateUpAt.Select(time => (SchoolDayEventKind.EscalateUp, time)));
        events.AddRange(DigestAt.Select(time => (SchoolDayEventKind.Digest, time)));
        events.AddRange(Deadlines());
        events.Add((SchoolDayEventKind.Close, ClosesAt));
        return events.Distinct().OrderBy(e => e.Time).ThenBy(e => e.Kind);
    }

    // A deadline that would come after the end of the slot does not exist.
    private IEnumerable<(SchoolDayEventKind Kind, TimeOnly Time)> Deadlines()
    {
        if (SignOffMinutes <= 0 || DigestAt.Count == 0) yield break;
        var signed = DigestAt.Min().AddMinutes(SignOffMinutes, out var daysOver);
        if (daysOver > 0 || signed >= ClosesAt) yield break;
        yield return (SchoolDayEventKind.SignOff, signed);
        var above = signed.AddMinutes(SignOffMinutes, out daysOver);
        if (daysOver == 0 && above < ClosesAt) yield return (SchoolDayEventKind.SignOffAbove, above);
    }
}
