using CheckinBot.Storage;

namespace CheckinBot.Rosters;

/// <summary>How an import is to be done.</summary>
/// <param name="DryRun">Say what would change, and store nothing.</param>
/// <param name="DeactivateMissing">Who is stored in a unit of the file, but not in the file, has left.</param>
internal sealed record RosterImportOptions(bool DryRun, bool DeactivateMissing);

/// <summary>What came of an import: faults, and then nothing was stored; or a plan.</summary>
/// <param name="Faults">What is wrong, in the order of the lines.</param>
/// <param name="Plan">What changed, or would; null where there are faults.</param>
internal sealed record RosterOutcome(IReadOnlyList<RosterFault> Faults, RosterPlan? Plan);

/// <summary>Stores a roster file, all or nothing, and any number of times: what is stored already stays.</summary>
internal sealed class RosterImport(Database database, TimeProvider time, TimeZoneInfo? zone = null)
{
    /// <summary>Imports the file; <paramref name="progress"/> is told how many of its people are stored.</summary>
    public async Task<RosterOutcome> Run(RosterFile file, RosterImportOptions options, IProgress<int>? progress, CancellationToken cancellation)
    {
        var check = new RosterRowCheck(file.Header, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddDays(1)));
        var rows = file.Rows.Select(check.Read).OfType<RosterEntry>().ToList();

        await using var session = options.DryRun ? await database.OpenRead(cancellation) : await database.OpenWrite(cancellation);
        var store = new RosterStore(session);
        var entries = await Residences.Mark(rows, store, cancellation);
        var tree = new RosterTree(await store.Units(cancellation), entries);
        List<RosterFault> faults = [.. check.Faults.Concat(RosterCheck.Faults(entries, tree)).OrderBy(fault => fault.Line)];
        if (faults.Count > 0) return new RosterOutcome(faults, null);

        var planner = new RosterPlanner(store, file.Header, tree, entries);
        var plan = await planner.Plan(cancellation);
        if (planner.Faults.Count > 0) return new RosterOutcome([.. planner.Faults.OrderBy(fault => fault.Line)], null);
        if (!options.DryRun)
        {
            await Store(store, planner, plan, options, time.GetUtcNow(), progress, cancellation);
            await KeepMoves(new TransferStore(session), plan, cancellation);
            await session.Commit(cancellation);
        }

        return new RosterOutcome([], plan);
    }

    // What was told before stays with the unit of its day.
    private async Task KeepMoves(TransferStore transfers, RosterPlan plan, CancellationToken cancellation)
    {
        foreach (var person in plan.Moved)
        {
            var to = plan.Tree[person.Main.Unit];
            await transfers.Add(Transfers.Of(person.Stored!, to.Id, to.NearestTimeZone ?? zone, time.GetUtcNow()), cancellation);
        }
    }

    private static async Task Store(
        RosterStore store, RosterPlanner planner, RosterPlan plan, RosterImportOptions options, DateTimeOffset now, IProgress<int>? progress, CancellationToken cancellation)
    {
        await StoreUnits(store, plan.Tree, cancellation);
        var done = 0;
        foreach (var person in plan.People)
        {
            await StorePerson(store, planner, plan.Tree, person, now, cancellation);
            if (++done % 500 == 0) progress?.Report(done);
        }

        progress?.Report(done);
        if (!options.DeactivateMissing) return;
        foreach (var missing in plan.Missing) await store.Deactivate(missing.Stored.Id, cancellation);
    }

    private static async Task StoreUnits(RosterStore store, RosterTree tree, CancellationToken cancellation)
    {
        foreach (var node in tree.All.Where(node => node.Stored is null))
        {
            node.Id = await store.AddUnit(node.Parent?.Id, node.Name, node.Path, node.Kind, cancellation);
        }

        foreach (var node in tree.All)
        {
            var was = node.Stored;
            if (was is not null && was.Unit.Kind == node.Kind && was.SchoolId == node.School?.Id
                && was.Unit.TimeZone == node.TimeZone && was.Unit.Language == node.Language)
            {
                continue;
            }

            await store.SetUnit(node.Id, node.Kind, node.School?.Id, node.TimeZone, node.Language, cancellation);
        }
    }

    private static async ValueTask StorePerson(
        RosterStore store, RosterPlanner planner, RosterTree tree, PlannedPerson person, DateTimeOffset now, CancellationToken cancellation)
    {
        if (person.Stored is not null && person.Changes.Count == 0 && person.NewPosts.Count == 0 && person.OldPosts.Count == 0)
        {
            return;
        }

        var data = planner.DataOf(person.Main, person.Stored, tree[person.Main.Unit].Id, person.Dormitory);
        var id = person.Stored?.Id ?? await store.Add(data, now, cancellation);
        if (person.Stored is not null) await store.Update(id, data, now, cancellation);
        foreach (var (unitId, role) in person.OldPosts) await store.RemovePost(id, unitId, role, cancellation);
        foreach (var (unit, role) in person.NewPosts) await store.AddPost(id, unit.Id, role, cancellation);
    }
}
