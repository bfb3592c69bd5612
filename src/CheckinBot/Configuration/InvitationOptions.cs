namespace CheckinBot.Configuration;

/// <summary>Who may be bound by an invitation.</summary>
public sealed record InvitationOptions
{
    /// <summary>Guardians that a pupil may have: 4 lets both parents and two grandparents in, and not a whole chat group.</summary>
    public int MaxGuardians { get; init; }

    internal static InvitationOptions Read(ConfigurationReader reader) => new()
    {
        MaxGuardians = reader.Integer("Invitations:MaxGuardians", 4, 1, 20),
    };
}
