namespace CheckinBot.Core.Conversations.Turns;

/// <summary>Why a tie ended.</summary>
public enum UnlinkReason
{
    /// <summary>The user took it back.</summary>
    Undone,

    /// <summary>The class teacher removed the user; the same code does not let them back in.</summary>
    Removed,
}
