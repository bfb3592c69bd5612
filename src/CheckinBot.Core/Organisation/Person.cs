using CheckinBot.Core.Writing;

namespace CheckinBot.Core.Organisation;

/// <summary>A pupil or a member of staff, as the roster has them.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="UnitId">The unit to which the person belongs.</param>
/// <param name="Role">What the person is there.</param>
/// <param name="Name">The full name.</param>
/// <param name="Number">Unique within the school; null where none is known.</param>
public sealed record Person(long Id, long UnitId, Role Role, string Name, string? Number = null)
{
    /// <summary>A pupil with a dormitory: asked in the evening too.</summary>
    public bool IsBoarder { get; init; }

    /// <summary>The day of birth, where the roster has it and the caller needs it (for a family's own children).</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Whether a text is the name, however either is spaced.</summary>
    public bool IsNamed(string text) => NameForm.Of(Name) == NameForm.Of(text);

    /// <summary>Whether a text is the name or the number.</summary>
    public bool IsCalled(string text) => IsNamed(text) || (Number is not null && Number == text.Trim());
}

/// <summary>A role that a person holds at a unit. One person may hold several.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Unit">Where; it covers the units below too.</param>
/// <param name="Role">As what.</param>
public sealed record Post(long PersonId, Unit Unit, Role Role);

/// <summary>How a user is tied to a person.</summary>
public enum LinkKind
{
    /// <summary>Parent, grandparent or other guardian of a pupil.</summary>
    Guardian,

    /// <summary>The user is that person.</summary>
    Self,
}

/// <summary>A guardian of a pupil, as the class teacher sees them.</summary>
/// <param name="UserId">The Telegram user.</param>
/// <param name="PersonId">The pupil.</param>
/// <param name="DisplayName">The name in Telegram at the time of linking.</param>
/// <param name="LinkedAt">When (UTC).</param>
public sealed record Guardian(long UserId, long PersonId, string DisplayName, DateTimeOffset LinkedAt)
{
    /// <summary>The last message to them was not refused.</summary>
    public bool Reachable { get; init; } = true;

    /// <summary>When they were last asked by a reminder or a nudge (UTC); null where never.</summary>
    public DateTimeOffset? AskedAt { get; init; }
}
