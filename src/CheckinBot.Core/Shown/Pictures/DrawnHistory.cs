using CheckinBot.Core.Digests;

namespace CheckinBot.Core.Shown.Pictures;

/// <summary>The numbers of a unit and of those below it over some school days, as a picture draws them.</summary>
/// <param name="Now">The unit as it is now: day, slot, instant and numbers.</param>
/// <param name="Days">School days, the last one that of <paramref name="Now"/>.</param>
/// <param name="Totals">The unit's numbers for each of the days; null where none are kept.</param>
/// <param name="Units">The units below that are drawn; empty for a class.</param>
public sealed record DrawnHistory(Digest Now, IReadOnlyList<DateOnly> Days, IReadOnlyList<DigestNumbers?> Totals, IReadOnlyList<UnitHistory> Units)
{
    /// <summary>How many school days are drawn. 14: return-to-school notices 2020–22 follow people over 14 days.</summary>
    public const int DrawnDays = 14;
}

/// <summary>One row of the heat table.</summary>
/// <param name="Name">The unit's name below the unit that is drawn.</param>
/// <param name="Numbers">Its numbers for each day; null where none are kept.</param>
public sealed record UnitHistory(string Name, IReadOnlyList<DigestNumbers?> Numbers);
