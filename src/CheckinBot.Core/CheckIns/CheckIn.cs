namespace CheckinBot.Core.CheckIns;

/// <summary>How an answer came in.</summary>
public enum CheckInSource
{
    /// <summary>In the private chat.</summary>
    Private,

    /// <summary>Free text in the class group.</summary>
    Group,

    /// <summary>A chain (接龙) in the class group.</summary>
    Chain,

    /// <summary>The button of the class card, or a reply to the card.</summary>
    Card,

    /// <summary>By the class teacher for a family.</summary>
    Teacher,

    /// <summary>By editing the message that made it.</summary>
    Edit,

    /// <summary>Taken back: restores the answer before, or none.</summary>
    Undo,

    /// <summary>From a file.</summary>
    Import,
}

/// <summary>The names of sources in the database and in exports.</summary>
public static class CheckInSourceName
{
    /// <summary>The name that is stored and exported, such as <c>private</c>.</summary>
    public static string ToName(this CheckInSource source) => source switch
    {
        CheckInSource.Private => "private",
        CheckInSource.Group => "group",
        CheckInSource.Chain => "chain",
        CheckInSource.Card => "card",
        CheckInSource.Teacher => "teacher",
        CheckInSource.Edit => "edit",
        CheckInSource.Undo => "undo",
        CheckInSource.Import => "import",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };

    /// <summary>The source of a stored name; null where there is none.</summary>
    public static CheckInSource? Parse(string? name) => name switch
    {
        "private" => CheckInSource.Private,
        "group" => CheckInSource.Group,
        "chain" => CheckInSource.Chain,
        "card" => CheckInSource.Card,
        "teacher" => CheckInSource.Teacher,
        "edit" => CheckInSource.Edit,
        "undo" => CheckInSource.Undo,
        "import" => CheckInSource.Import,
        _ => null,
    };
}

/// <summary>One stored revision of the answer for a person, day and slot.</summary>
/// <param name="PersonId">For whom.</param>
/// <param name="Day">The school day, in the unit's time zone.</param>
/// <param name="Slot">The slot of the day, <c>morning</c> by default.</param>
/// <param name="Revision">1 for the first; the highest is the current one.</param>
/// <param name="Answer">What was told.</param>
/// <param name="Source">How it came in.</param>
/// <param name="ReporterUserId">The Telegram user who told it; null after that account was deleted.</param>
/// <param name="ReportedAt">When (UTC).</param>
public sealed record CheckIn(
    long PersonId, DateOnly Day, string Slot, int Revision, CheckInAnswer Answer, CheckInSource Source,
    long? ReporterUserId, DateTimeOffset ReportedAt)
{
    /// <summary>The chat of the message that made it; null where there was none.</summary>
    public long? ChatId { get; init; }

    /// <summary>The message that made it. Answers to follow-up questions keep the message that began the check-in.</summary>
    public int? MessageId { get; init; }

    /// <summary>When the message that told it was sent (UTC); null: when it was reported.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>A hash of the words of that message, by which an edit that changes none of them is known.</summary>
    public string? ToldHash { get; init; }

    /// <summary>The person that the reporter is, where a member of staff reports; else null.</summary>
    public long? ReporterPersonId { get; init; }

    /// <summary>Told by a member of staff for somebody else, in whatever way.</summary>
    public bool IsByStaff => ReporterPersonId is { } reporter && reporter != PersonId;
}

/// <summary>A new revision to store. The store gives it the next revision number; nothing is overwritten.</summary>
/// <param name="PersonId">For whom.</param>
/// <param name="UnitId">The person's unit at that time.</param>
/// <param name="Day">The school day, in the unit's time zone.</param>
/// <param name="Slot">The slot of the day.</param>
/// <param name="Answer">What is now known; <see cref="CheckInAnswer.Empty"/> takes an answer back (stored as status <c>missing</c>).</param>
/// <param name="Source">How it came in.</param>
/// <param name="ReporterUserId">The Telegram user who tells it.</param>
/// <param name="ReportedAt">When (UTC).</param>
public sealed record CheckInDraft(
    long PersonId, long UnitId, DateOnly Day, string Slot, CheckInAnswer Answer, CheckInSource Source,
    long ReporterUserId, DateTimeOffset ReportedAt)
{
    /// <summary>The person that the reporter is, where a member of staff reports; else null.</summary>
    public long? ReporterPersonId { get; init; }

    /// <summary>The reporter's name as shown at that time.</summary>
    public string? ReporterName { get; init; }

    /// <summary>The chat of the message that made it.</summary>
    public long? ChatId { get; init; }

    /// <summary>The message that made it.</summary>
    public int? MessageId { get; init; }

    /// <summary>When the message that told it was sent (UTC); null: when it was reported.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>A hash of the words of that message, by which an edit that changes none of them is known.</summary>
    public string? ToldHash { get; init; }
}
