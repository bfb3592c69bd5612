using CheckinBot.Core.Organisation;
using CheckinBot.Storage;

namespace CheckinBot.Rosters;

/// <summary>
/// Within what a number is one person's: the school; or, where a school numbers each class from 1 as by seats, the class. Then a
/// number says nothing of a pupil who changes class, and little within it, since seats change.
/// </summary>
internal sealed class NumberScopes
{
    private readonly RosterTree _tree;
    private readonly HashSet<string> _byClass = new(StringComparer.Ordinal);
    private readonly Dictionary<(string School, string Number, string PlainName), string> _rooms = [];
    private readonly List<string> _notes = [];

    public NumberScopes(RosterTree tree, IReadOnlyList<RosterEntry> entries, StoredRoster stored)
    {
        _tree = tree;
        var ofFile = entries.Where(IsOfClass).Select(entry => (School: tree[entry.Unit].NumberScope, Class: entry.Unit, Number: entry.Number!, entry.PlainName));
        var ofStore = stored.People.Where(person => person.Active && person.Data is { Role: Role.Student, Number: not null })
            .Select(person => (School: stored.NodeOf(person).NumberScope, Class: stored.NodeOf(person).Path, Number: person.Data.Number!, PlainName: person.Data.PlainName));
        foreach (var school in ofFile.GroupBy(pupil => pupil.School)) Judge(school.Key, [.. school], "the file");
        foreach (var school in ofStore.GroupBy(pupil => pupil.School).Where(school => !_byClass.Contains(school.Key))) Judge(school.Key, [.. school], "what is stored");
        foreach (var (school, room, number, plainName) in ofStore.Concat(ofFile).Where(pupil => _byClass.Contains(pupil.School)))
            _rooms[(school, number, plainName)] = room;
    }

    /// <summary>Schools whose numbers are unique in a class only, for the operator.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Within what the number of a row is unique.</summary>
    public string Of(RosterEntry entry)
    {
        if (!IsByClass(entry)) return _tree[entry.Unit].NumberScope;
        // The row of a boarding house has the number of the class.
        return entry.IsResidence && _rooms.TryGetValue((_tree[entry.Unit].NumberScope, entry.Number ?? "", entry.PlainName), out var room) ? room : entry.Unit;
    }

    /// <summary>Within what the number of somebody of a unit is unique.</summary>
    public string Of(RosterNode unit, Role role) => role == Role.Student && _byClass.Contains(unit.NumberScope) ? unit.Path : unit.NumberScope;

    /// <summary>Whether the number of a row is one of a class only.</summary>
    public bool IsByClass(RosterEntry entry) => entry.Role == Role.Student && _byClass.Contains(_tree[entry.Unit].NumberScope);

    private static bool IsOfClass(RosterEntry entry) => entry is { Role: Role.Student, IsResidence: false, Number: not null };

    // One number that two pupils have is a slip of the pen; most of a class's are a way of numbering.
    private void Judge(string school, IReadOnlyList<(string School, string Class, string Number, string PlainName)> pupils, string where)
    {
        var numbers = pupils.GroupBy(pupil => pupil.Number).ToList();
        var repeated = numbers.Where(same => same.Select(pupil => pupil.Class).Distinct().Skip(1).Any()).ToList();
        if (repeated.Count < 2 || repeated.Count * 2 < numbers.Count) return;
        _byClass.Add(school);
        var (one, other) = (repeated[0].First(), repeated[0].First(pupil => pupil.Class != repeated[0].First().Class));
        _notes.Add($"numbers of pupils in '{school}' are unique in a class only, by {where} ('{one.Number}' is in '{one.Class}' and '{other.Class}'): "
            + "the class is part of the key. A pupil who changes class keeps the family by the verb transfer, not by an import");
    }
}
