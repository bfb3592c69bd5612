using System.Globalization;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Rosters;

/// <summary>
/// Finds imports that change so many of a unit that the file is rather at fault: numbers without their leading zeros, names
/// that have slipped by a row, classes under other names.
/// </summary>
internal static class RosterGuard
{
    // A tenth. One person is no sign of anything, however small the unit.
    private const int OneIn = 10;
    private const int MostExamples = 3;

    /// <summary>A line for each unit and kind of change of which there are too many.</summary>
    public static IReadOnlyList<string> Doubts(RosterPlan plan, StoredRoster stored)
    {
        var sizes = stored.People.Where(person => person.Active).GroupBy(person => person.Data.UnitId).ToDictionary(unit => unit.Key, unit => unit.Count());
        var doubts = new List<string>();
        foreach (var unit in plan.People.Where(person => person.Stored is { Active: true }).GroupBy(person => person.Stored!.Data.UnitId))
        {
            var (size, path) = (sizes[unit.Key], stored.Nodes[unit.Key].Path);
            Judge(
                "get another number",
                [.. unit.Where(person => person.Renumbered is not null)],
                person => $"{person.Stored!.Data.Name}: {person.Stored.Data.Number} -> {person.Renumbered}");
            Judge("get another name", [.. unit.Where(IsRenamed)], person => $"{person.Stored!.Data.Name} -> {person.Main.Name}");
            Judge("move to another unit", [.. unit.Where(person => person.IsMoved)], person => $"{person.Stored!.Data.Name} -> {person.Main.Unit}");

            void Judge(string what, IReadOnlyList<PlannedPerson> changed, Func<PlannedPerson, string> show)
            {
                if (changed.Count < 2 || changed.Count * OneIn <= size) return;
                var examples = string.Join("; ", changed.Take(MostExamples).Select(show)) + (changed.Count > MostExamples ? "; …" : "");
                doubts.Add(string.Create(CultureInfo.InvariantCulture, $"{changed.Count} of {size} in '{path}' would {what} ({examples})"));
            }
        }

        return doubts;
    }

    private static bool IsRenamed(PlannedPerson person) => person.Stored!.Data.PlainName != person.Main.PlainName;
}
