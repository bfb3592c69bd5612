using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Rosters;

/// <summary>How an import is to be done.</summary>
/// <param name="DryRun">Say what would change, and store nothing.</param>
/// <param name="DeactivateMissing">Who is stored in a unit of the file, but not in the file, has left.</param>
internal sealed record RosterImportOptions(bool DryRun, bool DeactivateMissing)
{
    /// <summary>Go on where more than a tenth of a unit changes.</summary>
    public bool Yes { get; init; }

    /// <summary>What the file does not say.</summary>
    public RosterDefaults Defaults { get; init; } = RosterDefaults.None;
}

/// <summary>What came of an import: faults, and then nothing was stored; or a plan.</summary>
/// <param name="Faults">What is wrong, in the order of the file.</param>
/// <param name="Plan">What changed, or would; null where there are faults.</param>
internal sealed record RosterOutcome(IReadOnlyList<RosterFault> Faults, RosterPlan? Plan)
{
    /// <summary>What was taken for granted, for the operator.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Nothing was stored, or would be, because so much changes that the file is rather at fault.</summary>
    public bool IsStopped { get; init; }
}

/// <summary>Stores a roster file, all or nothing, and any number of times: what is stored already stays.</summary>
internal sealed class RosterImport(Database database, TimeProvider time, TimeZoneInfo? zone = null)
{
    /// <summary>Imports the file; <paramref name="progress"/> is told how many of its people are stored.</summary>
    public async Task<RosterOutcome> Run(RosterFile file, RosterImportOptions options, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var tomorrow = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddDays(1));
        var checks = file.Sheets.Select(sheet => (Sheet: sheet, Check: new RosterRowCheck(sheet, options.Defaults, tomorrow))).ToList();
        var rows = checks.Where(one => one.Check.IsUsable).SelectMany(one => one.Sheet.Rows.Select(one.Check.Read)).OfType<RosterEntry>().ToList();
        List<string> notes = [.. checks.SelectMany(one => one.Check.Notes(one.Sheet.Name))];
        List<RosterFault> faults = [.. checks.SelectMany(one => one.Check.Faults)];

        await using var session = options.DryRun ? await database.OpenRead(cancellationToken) : await database.OpenWrite(cancellationToken);
        var store = new RosterStore(session);
        var known = await store.Units(cancellationToken);
        var units = new RosterUnits(known);
        var entries = await Residences.Mark([.. rows.Select(units.Settle)], store, cancellationToken);
        var tree = new RosterTree(known, entries);
        var stored = await StoredRoster.Load(store, tree, cancellationToken);
        var scopes = new NumberScopes(tree, entries, stored);
        notes.AddRange([.. units.Notes, .. scopes.Notes]);
        faults.AddRange([.. units.Faults, .. RosterCheck.Faults(entries, tree, scopes)]);
        if (faults.Count > 0) return new RosterOutcome(InOrder(faults), null) { Notes = notes };

        var planner = new RosterPlanner(stored, tree, scopes, entries);
        var plan = planner.Plan(cancellationToken);
        planner.RefuseFormer(plan, await new TransferStore(session).Left(cancellationToken));
        if (planner.Faults.Count > 0) return new RosterOutcome(InOrder(planner.Faults), null) { Notes = notes };
        var outcome = new RosterOutcome([], plan) { Notes = notes, IsStopped = plan.Doubts.Count > 0 && !options.Yes };
        if (options.DryRun || outcome.IsStopped) return outcome;

        await Store(store, plan, options, time.GetUtcNow(), progress, cancellationToken);
        await KeepMoves(new TransferStore(session), plan, cancellationToken);
        await store.Analyze(cancellationToken);
        await session.Commit(cancellationToken);
        return outcome;
    }

    private static List<RosterFault> InOrder(IEnumerable<RosterFault> faults) =>
        [.. faults.OrderBy(fault => fault.Place.SheetNumber).ThenBy(fault => fault.Line)];

    // What was told before stays with the unit of its day.
    private async Task KeepMoves(TransferStore transfers, RosterPlan plan, CancellationToken cancellationToken)
    {
        foreach (var person in plan.Moved)
        {
            var to = plan.Tree[person.Main.Unit];
            await transfers.Add(Transfers.Of(person.Stored!, to.Id, to.NearestTimeZone ?? zone, time.GetUtcNow()), cancellationToken);
        }
    }

    // So many to a trip to the server: one by one, a hundred thousand took PostgreSQL half a minute.
    private const int Together = 500;

    private static async Task Store(
        RosterStore store, RosterPlan plan, RosterImportOptions options, DateTimeOffset now, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        await StoreUnits(store, plan.Tree, cancellationToken);
        var done = 0;
        foreach (var people in plan.People.Chunk(Together))
        {
            await StorePeople(store, plan.Tree, people, now, cancellationToken);
            progress?.Report(done += people.Length);
        }

        if (!options.DeactivateMissing) return;
        foreach (var missing in plan.Missing) await store.Deactivate(missing.Stored.Id, cancellationToken);
    }

    private static async Task StoreUnits(RosterStore store, RosterTree tree, CancellationToken cancellationToken)
    {
        foreach (var node in tree.All.Where(node => node.Stored is null))
        {
            node.Id = await store.AddUnit(node.Parent?.Id, node.Name, node.Path, node.Kind, cancellationToken);
        }

        foreach (var node in tree.All)
        {
            var was = node.Stored;
            if (was is not null && was.Unit.Kind == node.Kind && was.SchoolId == node.School?.Id
                && was.Unit.TimeZone == node.TimeZone && was.Unit.Language == node.Language)
            {
                continue;
            }

            await store.SetUnit(node.Id, node.Kind, node.School?.Id, node.TimeZone, node.Language, cancellationToken);
        }
    }

    private static async Task StorePeople(
        RosterStore store, RosterTree tree, IReadOnlyList<PlannedPerson> people, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<PlannedPerson> added = [.. people.Where(person => person.IsNew)];
        var ids = await store.Add(added.Select(DataOf), now, cancellationToken);
        var posts = added.Zip(ids).SelectMany(pair => PostsOf(pair.First, pair.Second)).ToList();
        foreach (var person in people.Where(person => person.Stored is not null
            && (person.Changes.Count + person.NewPosts.Count + person.OldPosts.Count > 0 || !person.Stored.IsPlainNameKept)))
        {
            var id = person.Stored!.Id;
            await store.Update(id, DataOf(person), now, cancellationToken);
            foreach (var (unitId, role) in person.OldPosts) await store.RemovePost(id, unitId, role, cancellationToken);
            posts.AddRange(PostsOf(person, id));
        }

        await store.AddPosts(posts, cancellationToken);

        RosterData DataOf(PlannedPerson person) => RosterPlanner.DataOf(person.Main, person.Stored, tree[person.Main.Unit].Id, person.Dormitory);

        static IEnumerable<(long, long, Role)> PostsOf(PlannedPerson person, long id) => person.NewPosts.Select(post => (id, post.Unit.Id, post.Role));
    }
}
