using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Rosters;

/// <summary>
/// Rows that say where a boarder lives. A pupil of a class may have a further row in a boarding house of the same school,
/// in the same file or in a list of the house alone. A pupil who is in no class belongs to the unit of the row, whatever it is called.
/// </summary>
internal static class Residences
{
    /// <summary>The entries, with those rows marked.</summary>
    public static async Task<List<RosterEntry>> Mark(
        IReadOnlyList<RosterEntry> entries, RosterStore store, CancellationToken cancellationToken)
    {
        var inClass = entries.Where(entry => entry is { Role: Role.Student, Number: not null } && PremisesOf(entry.Unit) is null)
            .ToLookup(entry => (entry.Number!, entry.PlainName));
        var marked = new List<RosterEntry>(entries.Count);
        foreach (var entry in entries)
        {
            var lives = entry is { Role: Role.Student, Number: { } number } && PremisesOf(entry.Unit) is { } premises
                && (inClass[(number, entry.PlainName)].Any(other => other.Unit.StartsWith(premises + "/", StringComparison.Ordinal))
                    || await store.IsPupilBelow(premises, entry.Unit, number, entry.Name, cancellationToken));
            marked.Add(lives ? entry with { IsResidence = true } : entry);
        }

        return marked;
    }

    // What the house belongs to: the school, or its campus. Houses may be within houses.
    private static string? PremisesOf(string path)
    {
        var names = path.Split('/');
        var above = names.Length;
        while (above > 0 && UnitName.IsBoardingHouse(names[above - 1])) above--;
        return above == names.Length || above == 0 ? null : string.Join('/', names[..above]);
    }
}
