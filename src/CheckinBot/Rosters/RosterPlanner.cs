using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Rosters;

/// <summary>
/// Finds everybody of the file in the database, so that an import never breaks a tie between a family and a child:
/// by the number within the school, else by unit, role and name.
/// </summary>
internal sealed class RosterPlanner(RosterStore store, RosterHeader header, RosterTree tree, IReadOnlyList<RosterEntry> entries)
{
    private readonly Dictionary<long, RosterNode> _nodes = tree.All.Where(node => node.Stored is not null).ToDictionary(node => node.Id);
    private readonly List<RosterPerson> _stored = [];
    private readonly Dictionary<(string Scope, string Number), RosterPerson> _byNumber = [];
    private readonly Dictionary<(long Unit, Role Role, string Name), List<RosterPerson>> _byName = [];
    private readonly Dictionary<long, List<(long UnitId, Role Role)>> _posts = [];
    private readonly HashSet<long> _taken = [];
    private readonly List<RosterFault> _faults = [];

    /// <summary>What is wrong with rows by who is stored; known once there is a plan.</summary>
    public IReadOnlyList<RosterFault> Faults => _faults;

    public async Task<RosterPlan> Plan(CancellationToken cancellationToken)
    {
        await LoadStored(cancellationToken);
        var groups = Group();
        // All numbers first: a name may only claim whom no number has claimed.
        var matches = groups.ToDictionary(rows => rows[0], MatchByNumber);
        var numbers = entries.Where(entry => entry.Number is not null).Select(entry => (tree[entry.Unit].NumberScope, entry.Number!)).ToHashSet();
        var people = new List<PlannedPerson>(groups.Count);
        foreach (var rows in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var match = matches[rows[0]] ?? MatchByName(rows[0], numbers);
            if (match is null && rows[0].IsResidence)
            {
                _faults.Add(new RosterFault(
                    rows[0].Line,
                    $"'{rows[0].Name}' ({rows[0].Number}) is in a class of another school than that of the boarding house '{rows[0].Unit}': "
                    + "put the house below that school"));
            }

            people.Add(match is null ? New(rows) : Compare(WithClass(rows, match), match));
        }

        var missing = _stored
            .Where(person => person.Active && !_taken.Contains(person.Id) && _nodes[person.Data.UnitId].IsNamed)
            .Select(person => new MissingPerson(_nodes[person.Data.UnitId], person));
        return new RosterPlan(tree, people, [.. missing]);
    }

    // Only of the schools that the file is about: a school's import must not wait for the whole province.
    private async Task LoadStored(CancellationToken cancellationToken)
    {
        var scopes = tree.All.Where(node => node.IsNamed).Select(node => node.NumberScope).ToHashSet(StringComparer.Ordinal);
        foreach (var node in _nodes.Values.Where(node => scopes.Contains(node.NumberScope)))
        {
            foreach (var (personId, unitId, role) in await store.Posts(node.Id, cancellationToken))
            {
                if (!_posts.TryGetValue(personId, out var held)) _posts.Add(personId, held = []);
                held.Add((unitId, role));
            }

            foreach (var person in await store.People(node.Id, cancellationToken))
            {
                _stored.Add(person);
                var key = (person.Data.UnitId, person.Data.Role, person.Data.Name);
                if (!_byName.TryGetValue(key, out var same)) _byName.Add(key, same = []);
                same.Add(person);
                if (person.Data.Number is not { } number) continue;
                // Somebody active has the number rather than somebody who left.
                if (!_byNumber.TryAdd((node.NumberScope, number), person) && person.Active) _byNumber[(node.NumberScope, number)] = person;
            }
        }
    }

    /// <summary>A roster of the old school that still has somebody who was transferred would make a second person of them.</summary>
    public void RefuseFormer(RosterPlan plan, IEnumerable<FormerPupil> left)
    {
        var former = new Dictionary<(string Scope, string Number, string Name), FormerPupil>();
        foreach (var one in left)
            if (_nodes.TryGetValue(one.FromUnitId, out var from)) former[(from.NumberScope, one.FromNumber, one.Name)] = one;
        foreach (var person in plan.Added.Where(person => person.Main.Number is not null))
        {
            if (!former.TryGetValue((tree[person.Main.Unit].NumberScope, person.Main.Number!, person.Main.Name), out var gone)) continue;
            _faults.Add(new RosterFault(person.Main.Line,
                $"'{gone.Name}' ({gone.FromNumber}) moved to {gone.NowIn} on {gone.OnDay:yyyy-MM-dd}: "
                + "remove the row, or, if they are back, use the verb transfer; another child of that name needs another number"));
        }
    }

    private List<List<RosterEntry>> Group()
    {
        var groups = new List<List<RosterEntry>>(entries.Count);
        var byNumber = new Dictionary<(string, string), List<RosterEntry>>();
        foreach (var entry in entries)
        {
            if (entry.Number is { } number)
            {
                var key = (tree[entry.Unit].NumberScope, number);
                if (byNumber.TryGetValue(key, out var rows))
                {
                    rows.Add(entry);
                    continue;
                }

                byNumber.Add(key, rows = [entry]);
                groups.Add(rows);
            }
            else
            {
                groups.Add([entry]);
            }
        }

        return [.. groups.Select(rows => rows.Count == 1 ? rows : [.. rows.OrderBy(row => row.IsResidence)])];
    }

    // A list of the house says nothing of the class: that stays as it is stored.
    private List<RosterEntry> WithClass(List<RosterEntry> rows, RosterPerson stored)
    {
        if (!rows[0].IsResidence) return rows;
        var was = stored.Data;
        var room = new RosterEntry(rows[0].Line, _nodes[was.UnitId].Path, was.Role, was.Name, was.Number)
        {
            Locale = was.Language,
            Note = was.Note,
            BirthDate = was.BirthDate,
            Dormitory = was.Dormitory,
        };
        return [room, .. rows];
    }

    private RosterPerson? MatchByNumber(List<RosterEntry> rows)
    {
        if (rows[0].Number is not { } number || !_byNumber.TryGetValue((tree[rows[0].Unit].NumberScope, number), out var person)) return null;
        return _taken.Add(person.Id) ? person : null;
    }

    private RosterPerson? MatchByName(RosterEntry entry, HashSet<(string, string)> numbersInFile)
    {
        var node = tree[entry.Unit];
        if (node.Stored is null || !_byName.TryGetValue((node.Id, entry.Role, entry.Name), out var same)) return null;
        var free = same.Where(person => !_taken.Contains(person.Id)
            && (person.Data.Number is null || !numbersInFile.Contains((node.NumberScope, person.Data.Number)))).ToList();
        var active = free.Where(person => person.Active).ToList();
        var found = active.Count == 1 ? active[0] : active.Count == 0 && free.Count == 1 ? free[0] : null;
        if (found is not null) _taken.Add(found.Id);
        return found;
    }

    private PlannedPerson New(List<RosterEntry> rows) =>
        new(rows, null) { Dormitory = DormitoryOf(rows, null, HouseIn(rows), []), NewPosts = [.. rows.Select(row => (tree[row.Unit], row.Role))] };

    private PlannedPerson Compare(List<RosterEntry> rows, RosterPerson stored)
    {
        var from = _nodes[stored.Data.UnitId];
        var wanted = rows.Select(row => (Unit: tree[row.Unit], row.Role)).ToList();
        var posts = _posts.GetValueOrDefault(stored.Id) ?? [];
        var added = wanted.Where(post => post.Unit.Stored is null || !posts.Contains((post.Unit.Id, post.Role))).ToList();
        // A post at a unit that the file says nothing about stays, but for the place that the person has left.
        var removed = posts.Where(post => (post.UnitId == from.Id
                || (HouseIn(rows) is not null && IsResidence(post, from))
                || (_nodes.TryGetValue(post.UnitId, out var at) && at.IsNamed))
            && !wanted.Exists(want => want.Unit.Stored is not null && want.Unit.Id == post.UnitId && want.Role == post.Role)).ToList();
        var dormitory = DormitoryOf(rows, stored, HouseIn(rows) ?? Houses(posts.Except(removed)).FirstOrDefault(), [.. Houses(removed)]);
        var changes = Changes(rows[0], stored, dormitory).ToList();
        changes.AddRange(
            added.Skip(from.Path == rows[0].Unit && stored.Data.Role == rows[0].Role ? 0 : 1)
                .Select(post => post.Role == Role.Student ? $"lives in {post.Unit.Path}" : $"also {post.Role.ToName()} of {post.Unit.Path}"));
        if (removed.Count > 0 && changes.Count == 0)
            changes.Add($"no longer {string.Join(", ", removed.Select(post => $"{post.Role.ToName()} of {_nodes[post.UnitId].Path}"))}");
        return new PlannedPerson(rows, stored) { From = from, Dormitory = dormitory, Changes = changes, NewPosts = added, OldPosts = removed };

        IEnumerable<string> Houses(IEnumerable<(long UnitId, Role Role)> some) =>
            some.Where(post => IsResidence(post, from)).Select(post => _nodes[post.UnitId].Name);
    }

    private static bool IsResidence((long UnitId, Role Role) post, RosterNode from) => post.Role == Role.Student && post.UnitId != from.Id;

    private string? HouseIn(List<RosterEntry> rows) => rows.Find(row => row.IsResidence) is { } row ? tree[row.Unit].Name : null;

    // Whoever lives in a house is a boarder, whether or not a bed is named; who has left it has left its name behind.
    private string? DormitoryOf(List<RosterEntry> rows, RosterPerson? stored, string? house, IReadOnlyList<string> left)
    {
        var told = header.Has(RosterColumn.Dormitory) ? rows.Find(row => row.IsResidence)?.Dormitory ?? rows[0].Dormitory : stored?.Data.Dormitory;
        return told is null || left.Contains(told) ? house : told;
    }

    private IEnumerable<string> Changes(RosterEntry entry, RosterPerson stored, string? dormitory)
    {
        var was = stored.Data;
        var data = DataOf(entry, stored, was.UnitId, dormitory);
        if (!stored.Active) yield return "is back";
        if (_nodes[was.UnitId].Path != entry.Unit) yield return $"unit: {_nodes[was.UnitId].Path} -> {entry.Unit}";
        if (was.Role != data.Role) yield return $"role: {was.Role.ToName()} -> {data.Role.ToName()}";
        if (was.Name != data.Name) yield return $"name: {was.Name} -> {data.Name}";
        if (was.Number != data.Number) yield return $"number: {was.Number ?? "none"} -> {data.Number ?? "none"}";
        if (was.Language != data.Language) yield return $"locale: {was.Language?.ToTag() ?? "none"} -> {data.Language?.ToTag() ?? "none"}";
        if (was.Note != data.Note) yield return "note";
        if (was.BirthDate != data.BirthDate) yield return "birth date";
        if (was.Dormitory != data.Dormitory) yield return $"dormitory: {was.Dormitory ?? "none"} -> {data.Dormitory ?? "none"}";
    }

    /// <summary>What is to be stored: columns that the file does not have stay as they are.</summary>
    public RosterData DataOf(RosterEntry entry, RosterPerson? stored, long unitId, string? dormitory) => new(
        unitId, entry.Role, entry.Name, header.Has(RosterColumn.Number) ? entry.Number : stored?.Data.Number)
    {
        Language = header.Has(RosterColumn.Locale) ? entry.Locale : stored?.Data.Language,
        Note = header.Has(RosterColumn.Note) ? entry.Note : stored?.Data.Note,
        BirthDate = header.Has(RosterColumn.BirthDate) ? entry.BirthDate : stored?.Data.BirthDate,
        Dormitory = dormitory,
    };
}
