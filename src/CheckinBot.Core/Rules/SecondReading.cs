using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Rules;

/// <summary>Finds a second measurement among the readings of one slot; it counts as a second check of the day.</summary>
public static class SecondReading
{
    /// <summary>
    /// The second-highest reading that was taken at another time; null where there is none. Forehead and ear told together
    /// are one measurement at two places.
    /// </summary>
    public static TakenTemperature? Of(IReadOnlyList<TakenTemperature> taken)
    {
        if (taken.Count < 2) return null;
        var ordered = taken.OrderByDescending(reading => reading.Tenths).ToList();
        return ordered.Skip(1).FirstOrDefault(other => other.Site == ordered[0].Site || other.When != ordered[0].When);
    }
}
