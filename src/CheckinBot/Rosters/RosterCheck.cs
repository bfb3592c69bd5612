using CheckinBot.Core.Organisation;

namespace CheckinBot.Rosters;

/// <summary>Judges rows by each other and by the units that are stored.</summary>
internal static class RosterCheck
{
    public static IEnumerable<RosterFault> Faults(IReadOnlyList<RosterEntry> entries, RosterTree tree, NumberScopes scopes) =>
        Units(entries, tree).Concat(TimeZones(entries)).Concat(Numbers(entries, tree, scopes)).Concat(Names(entries));

    private static IEnumerable<RosterFault> Units(IReadOnlyList<RosterEntry> entries, RosterTree tree)
    {
        foreach (var entry in entries)
        {
            var node = tree[entry.Unit];
            if (entry is { Role: Role.Student, IsResidence: false } && node.Children.Count > 0)
            {
                var below = $"has units below it, such as '{node.Children[0].Name}', so it is no class and can have no pupils";
                yield return new RosterFault(entry.Place, $"the unit '{node.Path}' {below}");
            }

            for (var above = node.Parent; above is not null; above = above.Parent)
            {
                if (above.Stored is not { HasPupils: true }) continue;
                yield return new RosterFault(
                    entry.Place, $"the unit '{above.Path}' is a class with pupils already, so there can be no unit '{node.Path}' below it");
            }
        }
    }

    private static IEnumerable<RosterFault> TimeZones(IReadOnlyList<RosterEntry> entries)
    {
        var first = new Dictionary<string, RosterEntry>(StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => entry.TimeZone is not null))
        {
            if (first.TryAdd(entry.Unit, entry) || first[entry.Unit].TimeZone == entry.TimeZone) continue;
            yield return new RosterFault(entry.Place, $"the time zone '{entry.TimeZone}' is not the one of {first[entry.Unit].Place}; a unit has one");
        }
    }

    // One member of staff may have several rows, one a post, and a boarder one of the class and one of the house; everybody else has a number of their own.
    private static IEnumerable<RosterFault> Numbers(IReadOnlyList<RosterEntry> entries, RosterTree tree, NumberScopes scopes)
    {
        var first = new Dictionary<(string, string), List<RosterEntry>>();
        foreach (var entry in entries.Where(entry => entry.Number is not null))
        {
            var key = (scopes.Of(entry), entry.Number!);
            if (first.TryAdd(key, [entry])) continue;
            var others = first[key];
            if (IsFurtherPost(entry, others))
            {
                others.Add(entry);
                continue;
            }

            var where = scopes.IsByClass(entry) ? "in the class" : tree[entry.Unit].School is { } school ? $"in '{school.Name}'" : "above the schools";
            var position = entry.Header.PositionOf(RosterColumn.Number);
            yield return new RosterFault(
                entry.Place, $"the number '{entry.Number}' is a duplicate: {others[0].Place} has it {where} ('{others[0].Name}')", position);
        }
    }

    private static bool IsFurtherPost(RosterEntry entry, List<RosterEntry> others) => entry.Role == Role.Student
        ? others is [{ Role: Role.Student } only] && only.PlainName == entry.PlainName && only.IsResidence != entry.IsResidence
        : others.All(other => other.Role != Role.Student && other.PlainName == entry.PlainName && (other.Unit, other.Role) != (entry.Unit, entry.Role));

    // Without a number nothing tells two of the same name apart, today or at the next import.
    private static IEnumerable<RosterFault> Names(IReadOnlyList<RosterEntry> entries)
    {
        foreach (var same in entries.GroupBy(entry => (entry.Unit, entry.Role, entry.PlainName)).Where(same => same.Count() > 1))
        {
            if (same.All(entry => entry.Number is not null)) continue;
            var first = same.First();
            foreach (var entry in same.Skip(1))
            {
                yield return new RosterFault(entry.Place, $"'{entry.Name}' is in '{entry.Unit}' twice ({first.Place}): give each a number");
            }
        }
    }
}
