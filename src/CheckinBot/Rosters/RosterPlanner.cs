using CheckinBot.Core.Organisation;
using CheckinBot.Core.Writing;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Rosters;

/// <summary>
/// Finds everybody of the file in the database, so that an import never breaks a tie between a family and a child:
/// by the number within the school or the class, else by unit, role and name.
/// </summary>
internal sealed class RosterPlanner
{
    private readonly StoredRoster _stored;
    private readonly RosterTree _tree;
    private readonly NumberScopes _scopes;
    private readonly IReadOnlyList<RosterEntry> _entries;
    private readonly Dictionary<(string Scope, string Number), RosterPerson> _byNumber = [];
    private readonly Dictionary<(long Unit, Role Role, string PlainName), List<RosterPerson>> _byName = [];
    private readonly HashSet<long> _taken = [];
    private readonly List<RosterFault> _faults = [];

    public RosterPlanner(StoredRoster stored, RosterTree tree, NumberScopes scopes, IReadOnlyList<RosterEntry> entries)
    {
        (_stored, _tree, _scopes, _entries) = (stored, tree, scopes, entries);
        foreach (var person in stored.People)
        {
            var key = (person.Data.UnitId, person.Data.Role, person.Data.PlainName);
            if (!_byName.TryGetValue(key, out var same)) _byName.Add(key, same = []);
            same.Add(person);
            if (person.Data.Number is not { } number) continue;
            // Somebody active has the number rather than somebody who left.
            var scope = scopes.Of(stored.NodeOf(person), person.Data.Role);
            if (!_byNumber.TryAdd((scope, number), person) && person.Active) _byNumber[(scope, number)] = person;
        }
    }

    /// <summary>What is wrong with rows when they are compared with who is stored; known once there is a plan.</summary>
    public IReadOnlyList<RosterFault> Faults => _faults;

    public RosterPlan Plan(CancellationToken cancellationToken)
    {
        var groups = Group();
        // All numbers first: a name may only claim whom no number has claimed. Of seats, which change, the name tells more.
        var matches = groups.ToDictionary(rows => rows[0], rows => MatchByNumber(rows[0], isByName: _scopes.IsByClass(rows[0])));
        var numbers = _entries.Where(entry => entry.Number is not null && !_scopes.IsByClass(entry))
            .Select(entry => (_scopes.Of(entry), entry.Number!)).ToHashSet();
        foreach (var rows in groups.Where(rows => matches[rows[0]] is null)) matches[rows[0]] = MatchByName(rows[0], numbers);
        foreach (var rows in groups.Where(rows => matches[rows[0]] is null && _scopes.IsByClass(rows[0])))
            matches[rows[0]] = MatchByNumber(rows[0], isByName: false);

        var people = new List<PlannedPerson>(groups.Count);
        foreach (var rows in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var match = matches[rows[0]];
            if (match is null && rows[0].IsResidence)
            {
                _faults.Add(new RosterFault(
                    rows[0].Place,
                    $"'{rows[0].Name}' ({rows[0].Number}) is in a class of another school than that of the boarding house '{rows[0].Unit}': "
                    + "put the house below that school"));
            }

            people.Add(match is null ? New(rows) : Compare(WithClass(rows, match), match));
        }

        var missing = _stored.People
            .Where(person => person.Active && !_taken.Contains(person.Id) && _stored.NodeOf(person).IsNamed)
            .Select(person => new MissingPerson(_stored.NodeOf(person), person));
        var plan = new RosterPlan(_tree, people, [.. missing]);
        return plan with { Doubts = RosterGuard.Doubts(plan, _stored) };
    }

    /// <summary>A roster of the old school that still has somebody who was transferred would make a second person of them.</summary>
    public void RefuseFormer(RosterPlan plan, IEnumerable<FormerPupil> left)
    {
        var former = new Dictionary<(string Scope, string Number, string Name), FormerPupil>();
        foreach (var one in left)
            if (_stored.Nodes.TryGetValue(one.FromUnitId, out var from)) former[(_scopes.Of(from, Role.Student), one.FromNumber, NameForm.Of(one.Name))] = one;
        foreach (var person in plan.Added.Where(person => person.Main.Number is not null))
        {
            if (!former.TryGetValue((_scopes.Of(person.Main), person.Main.Number!, person.Main.PlainName), out var gone)) continue;
            _faults.Add(new RosterFault(
                person.Main.Place,
                $"'{gone.Name}' ({gone.FromNumber}) moved to {gone.NowIn} on {gone.OnDay:yyyy-MM-dd}: "
                + "remove the row, or, if they are back, use the verb transfer; another child of that name needs another number"));
        }
    }

    private List<List<RosterEntry>> Group()
    {
        var groups = new List<List<RosterEntry>>(_entries.Count);
        var byNumber = new Dictionary<(string, string), List<RosterEntry>>();
        foreach (var entry in _entries)
        {
            if (entry.Number is { } number)
            {
                var key = (_scopes.Of(entry), number);
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
        var room = new RosterEntry(rows[0].Place, _stored.NodeOf(stored).Path, was.Role, was.Name, was.Number)
        {
            Header = rows[0].Header,
            Locale = was.Language,
            Note = was.Note,
            BirthDate = was.BirthDate,
            Dormitory = was.Dormitory,
        };
        return [room, .. rows];
    }

    private RosterPerson? MatchByNumber(RosterEntry entry, bool isByName)
    {
        if (entry.Number is not { } number || !_byNumber.TryGetValue((_scopes.Of(entry), number), out var person)) return null;
        if (isByName && person.Data.PlainName != entry.PlainName) return null;
        return _taken.Add(person.Id) ? person : null;
    }

    private RosterPerson? MatchByName(RosterEntry entry, HashSet<(string, string)> numbersInFile)
    {
        var node = _tree[entry.Unit];
        if (node.Stored is null || !_byName.TryGetValue((node.Id, entry.Role, entry.PlainName), out var same)) return null;
        var free = same.Where(person => !_taken.Contains(person.Id)
            && (person.Data.Number is null || !numbersInFile.Contains((_scopes.Of(entry), person.Data.Number)))).ToList();
        var active = free.Where(person => person.Active).ToList();
        var found = active.Count == 1 ? active[0] : active.Count == 0 && free.Count == 1 ? free[0] : null;
        if (found is not null) _taken.Add(found.Id);
        return found;
    }

    private PlannedPerson New(List<RosterEntry> rows) =>
        new(rows, null) { Dormitory = DormitoryOf(rows, null, HouseIn(rows), []), NewPosts = [.. rows.Select(row => (_tree[row.Unit], row.Role))] };

    private PlannedPerson Compare(List<RosterEntry> rows, RosterPerson stored)
    {
        var from = _stored.NodeOf(stored);
        var wanted = rows.Select(row => (Unit: _tree[row.Unit], row.Role)).ToList();
        var posts = _stored.PostsOf(stored);
        var added = wanted.Where(post => post.Unit.Stored is null || !posts.Contains((post.Unit.Id, post.Role))).ToList();
        // A post at a unit that the file says nothing about stays, unless it is the place that the person has left.
        var removed = posts.Where(post =>
            (post.UnitId == from.Id
                || (HouseIn(rows) is not null && IsResidence(post, from))
                || (_stored.Nodes.TryGetValue(post.UnitId, out var at) && at.IsNamed))
            && !wanted.Exists(want => want.Unit.Stored is not null && want.Unit.Id == post.UnitId && want.Role == post.Role)).ToList();
        var dormitory = DormitoryOf(rows, stored, HouseIn(rows) ?? Houses(posts.Except(removed)).FirstOrDefault(), [.. Houses(removed)]);
        var changes = Changes(rows[0], stored, dormitory).ToList();
        var further = added.Skip(from.Path == rows[0].Unit && stored.Data.Role == rows[0].Role ? 0 : 1);
        changes.AddRange(further.Select(post => post.Role == Role.Student ? $"lives in {post.Unit.Path}" : $"also {post.Role.ToName()} of {post.Unit.Path}"));
        if (removed.Count > 0 && changes.Count == 0)
            changes.Add($"no longer {string.Join(", ", removed.Select(post => $"{post.Role.ToName()} of {_stored.Nodes[post.UnitId].Path}"))}");
        return new PlannedPerson(rows, stored)
        {
            From = from,
            Dormitory = dormitory,
            Changes = changes,
            NewPosts = added,
            OldPosts = removed,
            Renumbered = stored.Data.Number is { } had && DataOf(rows[0], stored, from.Id, dormitory).Number is var has && has != had ? has ?? "none" : null,
        };

        IEnumerable<string> Houses(IEnumerable<(long UnitId, Role Role)> some) =>
            some.Where(post => IsResidence(post, from)).Select(post => _stored.Nodes[post.UnitId].Name);
    }

    private static bool IsResidence((long UnitId, Role Role) post, RosterNode from) => post.Role == Role.Student && post.UnitId != from.Id;

    private string? HouseIn(List<RosterEntry> rows) => rows.Find(row => row.IsResidence) is { } row ? _tree[row.Unit].Name : null;

    // Whoever lives in a house is a boarder, with or without the name of a bed. The name of a house goes when the person leaves it.
    private static string? DormitoryOf(List<RosterEntry> rows, RosterPerson? stored, string? house, IReadOnlyList<string> left)
    {
        var told = rows[0].Header.Has(RosterColumn.Dormitory) ? rows.Find(row => row.IsResidence)?.Dormitory ?? rows[0].Dormitory : stored?.Data.Dormitory;
        return told is null || left.Contains(told) ? house : told;
    }

    private IEnumerable<string> Changes(RosterEntry entry, RosterPerson stored, string? dormitory)
    {
        var was = stored.Data;
        var data = DataOf(entry, stored, was.UnitId, dormitory);
        if (!stored.Active) yield return "is back";
        if (_stored.Nodes[was.UnitId].Path != entry.Unit) yield return $"unit: {_stored.Nodes[was.UnitId].Path} -> {entry.Unit}";
        if (was.Role != data.Role) yield return $"role: {was.Role.ToName()} -> {data.Role.ToName()}";
        if (was.Name != data.Name) yield return $"name: {was.Name} -> {data.Name}";
        if (was.Number != data.Number) yield return $"number: {was.Number ?? "none"} -> {data.Number ?? "none"}";
        if (was.Language != data.Language) yield return $"locale: {was.Language?.ToTag() ?? "none"} -> {data.Language?.ToTag() ?? "none"}";
        if (was.Note != data.Note) yield return "note";
        if (was.BirthDate != data.BirthDate) yield return "birth date";
        if (was.Dormitory != data.Dormitory) yield return $"dormitory: {was.Dormitory ?? "none"} -> {data.Dormitory ?? "none"}";
    }

    /// <summary>What is to be stored: columns that the file does not have stay as they are.</summary>
    public static RosterData DataOf(RosterEntry entry, RosterPerson? stored, long unitId, string? dormitory) => new(
        unitId, entry.Role, entry.Name, entry.Header.Has(RosterColumn.Number) ? entry.Number : stored?.Data.Number)
    {
        Language = entry.Header.Has(RosterColumn.Locale) ? entry.Locale : stored?.Data.Language,
        Note = entry.Header.Has(RosterColumn.Note) ? entry.Note : stored?.Data.Note,
        BirthDate = entry.Header.Has(RosterColumn.BirthDate) ? entry.BirthDate : stored?.Data.BirthDate,
        Dormitory = dormitory,
    };
}
