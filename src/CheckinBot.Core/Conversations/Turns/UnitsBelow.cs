using System.Globalization;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>A class or another group of people, and how far they have come.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Expected">Its own people who are asked in the slot.</param>
/// <param name="Open">Those of them about whom somebody has to ask: the missing, and the absent without a reason.</param>
public sealed record UnitBelow(Unit Unit, int Expected, int Open)
{
    /// <summary>Of the open, those who are absent without a reason.</summary>
    public int NoReason { get; init; }

    /// <summary>Of those who have reported, how many owe the answer about travel.</summary>
    public int TravelOpen { get; init; }
}

/// <summary>The units with people at and below a unit, in the slot that is open there.</summary>
/// <param name="Unit">The school, the year or whatever else is above them.</param>
/// <param name="Slot">The slot's id.</param>
/// <param name="Units">In the order of the tree.</param>
public sealed record UnitsBelow(Unit Unit, string Slot, IReadOnlyList<UnitBelow> Units);
