using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Rosters;

/// <summary>What the operator is told of an import.</summary>
internal static class RosterReport
{
    private const int MostListed = 50;

    /// <summary>Each bad row by line and reason; of very many, the first ones and the count.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<RosterFault> faults)
    {
        foreach (var fault in faults.Take(MostListed)) yield return $"line {fault.Line}: {fault.Reason}";
        if (faults.Count > MostListed) yield return $"… and {faults.Count - MostListed} more";
        var rows = faults.Select(fault => fault.Line).Distinct().Count();
        yield return rows == 1
            ? "1 bad row: nothing of the file was stored. Correct it and import the file again."
            : $"{rows} bad rows: nothing of the file was stored. Correct them and import the file again.";
    }

    /// <summary>What changed, or would change.</summary>
    public static IEnumerable<string> Changes(RosterPlan plan, RosterImportOptions options)
    {
        if (options.DryRun)
        {
            foreach (var line in Listed(plan.NewUnits.ToList(), unit => $"new unit  {unit.Path} ({KindOf(unit.Kind)})")) yield return line;
            foreach (var line in Listed(plan.Added.ToList(), person => $"add       {Line(person)}{Shown(person.Main)}")) yield return line;
            foreach (var line in Listed(plan.Moved.ToList(), person => $"move      {Line(person)}{Shown(person.Main)}; {string.Join("; ", person.Changes)}"))
                yield return line;
            foreach (var line in Listed(plan.Changed.ToList(), person => $"change    {Line(person)}{Shown(person.Main)}; {string.Join("; ", person.Changes)}"))
                yield return line;
        }

        var gone = options.DeactivateMissing ? "left     " : "not in file";
        foreach (var line in Listed(plan.Missing, missing => $"{gone} {missing.Unit.Path}, {Shown(missing.Stored.Data)}")) yield return line;
        yield return Summary(plan, options);
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

    private static string Line(PlannedPerson person) => $"line {person.Main.Line}: ";

    private static string Shown(RosterEntry entry) => $"{entry.Unit}, {Shown(entry.Role, entry.Name, entry.Number)}";

    private static string Shown(RosterData person) => Shown(person.Role, person.Name, person.Number);

    private static string Shown(Role role, string name, string? number) => $"{role.ToName()} {name}{(number is null ? "" : $" ({number})")}";
}
