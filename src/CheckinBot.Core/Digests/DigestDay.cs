namespace CheckinBot.Core.Digests;

/// <summary>The last snapshot of a unit for one school day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Digest">The numbers at the last cut-off of that day.</param>
public sealed record DigestDay(DateOnly Day, Digest Digest);

/// <summary>The school days up to one day, each with its last snapshot where there is one.</summary>
/// <param name="Days">From the oldest to the day itself.</param>
public sealed record DigestHistory(IReadOnlyList<DigestDay> Days)
{
    /// <summary>How many school days a history goes back, the day itself included: a week, wherever days are shown side by side.</summary>
    public const int SchoolDays = 5;

    /// <summary>Nothing is known.</summary>
    public static DigestHistory None { get; } = new([]);

    /// <summary>The numbers of a day; null where there is no snapshot, or where nobody had answered.</summary>
    public DigestNumbers? On(DateOnly day) =>
        Days.FirstOrDefault(one => one.Day == day)?.Digest.Numbers is { } numbers && numbers.Missing < numbers.Expected ? numbers : null;

    /// <summary>The numbers of a part of the unit on a day; null where they are not known.</summary>
    public DigestNumbers? PartOn(DateOnly day, long unitId) => Days.FirstOrDefault(one => one.Day == day)?.Digest is not { } digest ? null
        : digest.Unit.Id == unitId ? digest.Numbers
        : Find(digest.Units, unitId);

    private static DigestNumbers? Find(IReadOnlyList<Digest> units, long unitId)
    {
        foreach (var unit in units)
        {
            if (unit.Unit.Id == unitId) return unit.Numbers;
            if (Find(unit.Units, unitId) is { } found) return found;
        }

        return null;
    }
}
