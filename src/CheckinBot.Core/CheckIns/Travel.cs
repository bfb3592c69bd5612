namespace CheckinBot.Core.CheckIns;

/// <summary>Whether a person has left the home area within the monitored days.</summary>
public enum Travel
{
    /// <summary>Not said, or only planned.</summary>
    Unknown,

    /// <summary>Stayed in the home area; local errands count as staying.</summary>
    No,

    /// <summary>Is away, came back, or passed through another place.</summary>
    Yes,
}
