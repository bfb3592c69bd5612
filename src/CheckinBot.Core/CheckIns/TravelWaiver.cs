namespace CheckinBot.Core.CheckIns;

/// <summary>Why nobody answers the question of travel for a person today: said by name, by whoever answers for the class.</summary>
public enum TravelWaiver
{
    /// <summary>Not waived.</summary>
    None,

    /// <summary>The family cannot be reached.</summary>
    NotReached,

    /// <summary>Something else.</summary>
    Other,
}
