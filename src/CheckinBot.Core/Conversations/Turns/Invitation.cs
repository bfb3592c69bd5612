using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>What an invitation code stands for.</summary>
/// <param name="Code">The code as stored.</param>
/// <param name="Person">Whom it is about.</param>
/// <param name="Unit">Their unit.</param>
public sealed record Invitation(string Code, Person Person, Unit Unit)
{
    /// <summary>Taken back by staff.</summary>
    public bool Revoked { get; init; }

    /// <summary>Users who are linked to that person now.</summary>
    public IReadOnlyList<long> LinkedUserIds { get; init; } = [];

    /// <summary>The single use of a staff code is spent.</summary>
    public bool UsedUp { get; init; }

    /// <summary>The class teacher removed this very user from this pupil; the code does not let them back in.</summary>
    public bool UserWasRemoved { get; init; }
}
