using CheckinBot.Core.Writing;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Rosters;

/// <summary>
/// Brings the paths of a file to those that are known: 1 班 and 1班 are one class, and a pupil register, which begins with the
/// school, is put where that school is.
/// </summary>
internal sealed class RosterUnits
{
    private readonly Dictionary<string, string> _spelling = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _settled = new(StringComparer.Ordinal);
    private readonly HashSet<string> _roots = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> _byName;
    private readonly Dictionary<string, string> _placed = new(StringComparer.Ordinal);
    private readonly List<RosterFault> _faults = [];

    public RosterUnits(IReadOnlyList<RosterUnit> stored)
    {
        foreach (var unit in stored)
        {
            _spelling.TryAdd(Plain(unit.Unit.Path), unit.Unit.Path);
            if (unit.Unit.ParentId is null) _roots.Add(NameForm.Of(unit.Unit.Name));
        }

        _byName = stored.Where(unit => unit.Unit.ParentId is not null).ToLookup(unit => NameForm.Of(unit.Unit.Name), unit => unit.Unit.Path);
    }

    /// <summary>Schools whose name alone says too little.</summary>
    public IReadOnlyList<RosterFault> Faults => _faults;

    /// <summary>What was settled, for the operator.</summary>
    public IEnumerable<string> Notes => _placed.Where(one => one.Key != one.Value)
        .Select(one => $"'{one.Key}' is taken for '{one.Value}', which is stored (--unit says otherwise)");

    /// <summary>The entry with the path as it is known.</summary>
    public RosterEntry Settle(RosterEntry entry)
    {
        var path = entry.BeginsWithSchool ? Placed(entry) : entry.Unit;
        return entry with { Unit = Spelled(path) };
    }

    private string Placed(RosterEntry entry)
    {
        var end = entry.Unit.IndexOf('/', StringComparison.Ordinal);
        var school = end < 0 ? entry.Unit : entry.Unit[..end];
        if (!_placed.TryGetValue(school, out var place))
        {
            var plain = NameForm.Of(school);
            var found = _roots.Contains(plain) ? [] : _byName[plain].Order(StringComparer.Ordinal).ToList();
            if (found.Count > 1)
            {
                var which = $"there are {found.Count} units '{school}', such as '{found[0]}' and '{found[1]}': say with --unit of which the list is";
                _faults.Add(new RosterFault(entry.Place, which, entry.Header.PositionOf(RosterColumn.School)));
            }

            _placed.Add(school, place = found.Count == 1 ? found[0] : school);
        }

        return place + entry.Unit[school.Length..];
    }

    // The spelling that is stored, or else the first one of the file; above it the same holds.
    private string Spelled(string path)
    {
        if (_settled.TryGetValue(path, out var settled)) return settled;
        if (!_spelling.TryGetValue(Plain(path), out settled))
        {
            var end = path.LastIndexOf('/');
            settled = end < 0 ? path : $"{Spelled(path[..end])}/{path[(end + 1)..]}";
            _spelling.Add(Plain(path), settled);
        }

        _settled.Add(path, settled);
        return settled;
    }

    private static string Plain(string path) => string.Join('/', path.Split('/').Select(NameForm.Of));
}
