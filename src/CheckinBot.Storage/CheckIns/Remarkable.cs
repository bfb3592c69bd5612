using CheckinBot.Core.CheckIns;

namespace CheckinBot.Storage.CheckIns;

/// <summary>
/// Check-ins that say more than that all is well: a few in a hundred. The index <c>check_in_remarkable</c> holds them, and
/// SQLite and PostgreSQL use it only where a statement repeats its condition word for word.
/// </summary>
internal static class Remarkable
{
    /// <summary>The condition of the index, for a check-in <c>c</c>.</summary>
    public const string Indexed = """
        (c.status <> 'reported' or c.temperature_tenths >= 373 or c.symptoms <> 0 or c.travel = 'yes' or c.isolation <> 'none' or c.contact or c.diseases <> 0
         or c.taken is not null)
        """;

    private const int IndexedTenths = 373;

    /// <summary>
    /// The condition for fever lines of which this one is the lowest. Where it lies below the temperature of the index, the
    /// index would miss fevers, and the check-ins are searched without it.
    /// </summary>
    public static string Above(int lowestFever) =>
        lowestFever < IndexedTenths ? Indexed.Replace($"{IndexedTenths}", $"{lowestFever}", StringComparison.Ordinal) : Indexed;
}
