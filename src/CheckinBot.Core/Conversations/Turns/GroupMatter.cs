using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>Why something that was written in a group is taken up in private.</summary>
public enum GroupMatterKind
{
    /// <summary>Stored, but a fever, symptoms or a trip ask for more.</summary>
    FollowUp,

    /// <summary>A reading that may be any of several people's.</summary>
    Whose,

    /// <summary>A value that is probably meant is offered.</summary>
    Likely,

    /// <summary>No safe value; the temperature is asked for.</summary>
    Unclear,
}

/// <summary>What a user began in a group.</summary>
/// <param name="Kind">Why it is taken up.</param>
/// <param name="PersonIds">About whom: those stored, the candidates, or those to be asked about.</param>
/// <param name="Told">What was told; the likely value with <see cref="GroupMatterKind.Likely"/>.</param>
/// <param name="Source">How it came in.</param>
public sealed record GroupMatter(GroupMatterKind Kind, IReadOnlyList<long> PersonIds, CheckInAnswer Told, CheckInSource Source)
{
    /// <summary>A second value that is offered, in tenths of a degree Celsius.</summary>
    public IReadOnlyList<int> Others { get; init; } = [];

    /// <summary>What was typed is no temperature of a body.</summary>
    public bool IsSlip { get; init; }
}
