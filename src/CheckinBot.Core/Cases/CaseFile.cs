using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Cases;

/// <summary>A case: somebody who is followed until it is settled.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Person">Who.</param>
/// <param name="Unit">The person's present class or unit: the case goes with the person.</param>
/// <param name="Matter">What it is about.</param>
/// <param name="State">Where it stands.</param>
/// <param name="OpenedDay">The school day of what opened it.</param>
/// <param name="OpenedAt">When (UTC).</param>
public sealed record CaseFile(long Id, Person Person, Unit Unit, CaseMatter Matter, CaseState State, DateOnly OpenedDay, DateTimeOffset OpenedAt)
{
    /// <summary>Why it was opened, in words, where it was opened by hand.</summary>
    public string? Note { get; init; }

    /// <summary>The member of staff who took it on last; null where nobody did.</summary>
    public CaseHolder? TakenBy { get; init; }

    /// <summary>
    /// Who looks after it: whoever took it on, while they may, else those to whom it falls by rule. See <see cref="CaseOwner"/>.
    /// </summary>
    public IReadOnlyList<CaseHolder> Owners { get; init; } = [];

    /// <summary>The last day on which the family said how it goes; null where they have not.</summary>
    public DateOnly? FamilyToldOn { get; init; }

    /// <summary>By when something has to be done about it (UTC).</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>What has been done, the oldest first.</summary>
    public IReadOnlyList<CaseEntry> Entries { get; init; } = [];

    /// <summary>What was told of the matter since it was opened: current answers, the oldest first. What is taken back is gone from here too.</summary>
    public IReadOnlyList<CheckIn> Told { get; init; } = [];

    /// <summary>Whether it waits longer than it may.</summary>
    public bool IsOverdue(DateTimeOffset now) => State != CaseState.Closed && DueAt < now;
}

/// <summary>A member of staff who looks after a case.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">The name in the roster.</param>
public sealed record CaseHolder(long PersonId, string Name);

/// <summary>Something that was done about a case.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Move">What.</param>
/// <param name="ByName">Who, as the roster or Telegram names them; null where it followed from what was told.</param>
public sealed record CaseEntry(DateTimeOffset At, CaseMove Move, string? ByName)
{
    /// <summary>Why it was closed.</summary>
    public CaseClosing? Closing { get; init; }
}
