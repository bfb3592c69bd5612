using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Rosters;

/// <summary>What the operator is told of an import.</summary>
internal static class RosterReport
{
    private const int MostListed = 50;

    /// <summary>Each bad row by line and reason; of very many, the first ones and the count.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<RosterFault> faults)
    {
        foreach (var fault in faults.Take(MostListed)) yield return fault.ToString();
        if (faults.Count > MostListed) yield return $"… and {faults.Count - MostListed} more";
        var rows = faults.Select(fault => fault.Place).Distinct().Count();
        var (what, it) = rows == 1 ? ("row", "it") : ("rows", "them");
        yield return $"{rows} bad {what}: nothing of the file was stored. Correct {it} and import the file again.";
    }

    /// <summary>What changed, or would change.</summary>
    public static IEnumerable<string> Changes(RosterPlan plan, RosterImportOptions options)
    {
        if (options.DryRun)
        {
            foreach (var line in Listed(plan.NewUnits.ToList(), unit => $"new unit  {unit.Path} ({KindOf(unit.Kind)})")) yield return line;
            foreach (var line in Listed(plan.Added.ToList(), person => $"add       {Line(person)}")) yield return line;
            foreach (var line in Listed(plan.Moved.ToList(), person => $"move      {Line(person)}; {string.Join("; ", person.Changes)}")) yield return line;
            foreach (var line in Listed(plan.Changed.ToList(), person => $"change    {Line(person)}; {string.Join("; ", person.Changes)}")) yield return line;
        }

        var left = options.DeactivateMissing ? "left     " : "not in file";
        foreach (var line in Listed(plan.Missing, missing => $"{left} {missing.Unit.Path}, {Shown(missing.Stored.Data)}")) yield return line;
        yield return Summary(plan, options);
    }

    /// <summary>Why the import stops, and how it goes on.</summary>
    public static IEnumerable<string> Stop(RosterPlan plan, RosterImportOptions options)
    {
        foreach (var doubt in plan.Doubts) yield return doubt;
        yield return options.Yes ? "More than a tenth of a unit changes; --yes goes on."
            : $"More than a tenth of a unit {(options.DryRun ? "would change: the import would stop here" : "changes: nothing of the file was stored")}. "
                + "If the file is right, go on with --yes; if numbers have lost their zeros, or rows have slipped, correct the file.";
    }

    private static string Summary(RosterPlan plan, RosterImportOptions options)
    {
        var (units, added, moved, changed) = (plan.NewUnits.Count(), plan.Added.Count(), plan.Moved.Count(), plan.Changed.Count());
        var same = plan.People.Count - added - moved - changed;
        var gone = plan.Missing.Count == 0 ? ""
            : options.DeactivateMissing ? $", {plan.Missing.Count} deactivated"
            : $", {plan.Missing.Count} no longer in the file (--deactivate-missing would deactivate them)";
        var end = options.DryRun ? " Dry run: nothing was stored." : "";
        return $"{units} units added; {added} people added, {moved} moved, {changed} changed, {same} as before{gone}.{end}";
    }

    private static IEnumerable<string> Listed<T>(IReadOnlyList<T> items, Func<T, string> show)
    {
        foreach (var item in items.Take(MostListed)) yield return show(item);
        if (items.Count > MostListed) yield return $"          … and {items.Count - MostListed} more";
    }

    private static string KindOf(UnitKind kind) => kind == UnitKind.BoardingHouse ? "boarding house" : kind.ToString().ToLowerInvariant();

    private static string Line(PlannedPerson person) =>
        $"{person.Main.Place}: {person.Main.Unit}, {Shown(person.Main.Role, person.Main.Name, person.Main.Number)}";

    private static string Shown(RosterData data) => Shown(data.Role, data.Name, data.Number);

    private static string Shown(Role role, string name, string? number) => $"{role.ToName()} {name}{(number is null ? "" : $" ({number})")}";
}
