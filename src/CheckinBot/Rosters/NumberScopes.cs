using CheckinBot.Core.Organisation;

namespace CheckinBot.Rosters;

/// <summary>A pupil by class, number and name.</summary>
internal sealed record NumberedPupil(string Class, string Number, string PlainName);

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
        // Of a class that the file is about the file tells; of the others what is stored.
        var told = entries.Where(entry => entry is { Role: Role.Student, IsResidence: false, Number: not null })
            .Select(entry => (School: tree[entry.Unit].NumberScope, Pupil: new NumberedPupil(entry.Unit, entry.Number!, entry.PlainName)));
        var known = stored.People.Where(person => person is { Active: true, Data: { Role: Role.Student, Number: not null } })
            .Select(person => (Class: stored.NodeOf(person), person.Data)).Where(one => !one.Class.IsNamed)
            .Select(one => (School: one.Class.NumberScope, Pupil: new NumberedPupil(one.Class.Path, one.Data.Number!, one.Data.PlainName)));
        foreach (var school in told.Concat(known).GroupBy(one => one.School, one => one.Pupil))
        {
            if (TwoOfANumber([.. school]) is not var (one, other)) continue;
            _byClass.Add(school.Key);
            _notes.Add($"numbers of pupils in '{school.Key}' are unique in a class only "
                + $"({one.Number} is {one.PlainName} in '{one.Class}' and {other.PlainName} in '{other.Class}'): "
                + "the class is part of the key. A pupil who changes class keeps the family by the verb transfer, not by an import");
            foreach (var pupil in school) _rooms[(school.Key, pupil.Number, pupil.PlainName)] = pupil.Class;
        }
    }

    /// <summary>Two pupils who show that a school numbers each class by itself; null where it does not.</summary>
    public static (NumberedPupil One, NumberedPupil Other)? TwoOfANumber(IReadOnlyList<NumberedPupil> pupils)
    {
        // One number that two pupils have is a slip of the pen; most of the numbers are a way of numbering.
        var numbers = pupils.GroupBy(pupil => pupil.Number).ToList();
        var repeated = numbers.Select(Two).Where(two => two is not null).ToList();
        return repeated.Count < 2 || repeated.Count * 2 < numbers.Count ? null : repeated[0];

        static (NumberedPupil, NumberedPupil)? Two(IEnumerable<NumberedPupil> same)
        {
            var first = same.First();
            return same.FirstOrDefault(pupil => pupil.Class != first.Class && pupil.PlainName != first.PlainName) is { } other ? (first, other) : null;
        }
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
}
