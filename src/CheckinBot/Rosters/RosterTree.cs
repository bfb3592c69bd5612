using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Rosters;

/// <summary>A unit, stored or to be made.</summary>
internal sealed class RosterNode(string path, RosterNode? parent)
{
    public string Path { get; } = path;

    public string Name { get; } = path[(path.LastIndexOf('/') + 1)..];

    public RosterNode? Parent { get; } = parent;

    /// <summary>What is stored; null for a unit that the file makes.</summary>
    public RosterUnit? Stored { get; init; }

    public long Id { get; set; }

    public List<RosterNode> Children { get; } = [];

    /// <summary>A row of the file is about somebody of this very unit.</summary>
    public bool IsNamed { get; set; }

    public bool HasPupils { get; set; }

    public bool HasOfficer { get; set; }

    public string? TimeZone { get; set; }

    /// <summary>The time zone of the unit, or of the nearest one above that names any.</summary>
    public TimeZoneInfo? NearestTimeZone =>
        TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var own) ? own : Parent?.NearestTimeZone;

    public Language? Language { get; set; }

    public RosterNode? School { get; set; }

    public UnitKind Kind { get; set; }

    /// <summary>Numbers are unique within the school, and above schools within the whole tree.</summary>
    public string NumberScope => School?.Path ?? "";
}

/// <summary>The units of the database and of the file together.</summary>
internal sealed class RosterTree
{
    private readonly Dictionary<string, RosterNode> _nodes = new(StringComparer.Ordinal);

    public RosterTree(IEnumerable<RosterUnit> stored, IEnumerable<RosterEntry> entries)
    {
        foreach (var unit in stored) AddStored(unit);
        foreach (var entry in entries)
        {
            var node = Add(entry.Unit);
            node.IsNamed = true;
            node.HasPupils |= entry is { Role: Role.Student, IsResidence: false };
            node.HasOfficer |= entry.Role == Role.SchoolOfficer;
            node.TimeZone = entry.TimeZone ?? node.TimeZone;
        }

        foreach (var rows in entries.GroupBy(entry => entry.Unit, StringComparer.Ordinal))
        {
            _nodes[rows.Key].Language = LanguageOfMost([.. rows]) ?? _nodes[rows.Key].Language;
        }

        FindSchools();
    }

    /// <summary>All units, each after the one above it.</summary>
    public IEnumerable<RosterNode> All => _nodes.Values;

    public RosterNode this[string path] => _nodes[path];

    // The language of a unit is that of its group and its printed sheet: one English pupil does not turn a Chinese class to English.
    private static Language? LanguageOfMost(IReadOnlyList<RosterEntry> rows) =>
        rows.GroupBy(entry => entry.Locale).FirstOrDefault(same => same.Count() * 2 > rows.Count)?.Key;

    private void AddStored(RosterUnit unit)
    {
        var path = unit.Unit.Path;
        var end = path.LastIndexOf('/');
        var parent = end < 0 ? null : _nodes[path[..end]];
        var node = new RosterNode(path, parent)
        {
            Stored = unit,
            Id = unit.Unit.Id,
            HasPupils = unit.HasPupils,
            HasOfficer = unit.HasOfficer,
            TimeZone = unit.Unit.TimeZone,
            Language = unit.Unit.Language,
        };
        parent?.Children.Add(node);
        _nodes.Add(path, node);
    }

    private RosterNode Add(string path)
    {
        if (_nodes.TryGetValue(path, out var node)) return node;
        var end = path.LastIndexOf('/');
        var parent = end < 0 ? null : Add(path[..end]);
        node = new RosterNode(path, parent);
        parent?.Children.Add(node);
        _nodes.Add(path, node);
        return node;
    }

    // A school is where the school officer is, or what is named so; a class without either above it belongs to the unit above it.
    private void FindSchools()
    {
        var schools = All.Where(node => UnitName.IsSchool(node.Name)).ToHashSet();
        schools.UnionWith(All.Where(node => node.HasOfficer && !(IsPartOfSchool(node) && SchoolAbove(node, schools) is not null)).ToList());
        foreach (var node in All)
        {
            if (node.HasPupils && SchoolAbove(node, schools) is null) schools.Add(node.Parent ?? node);
        }

        foreach (var node in All)
        {
            node.School = SchoolAbove(node, schools);
            node.Kind = schools.Contains(node) && !node.HasPupils ? UnitKind.School : KindOf(node);
        }
    }

    // Whoever answers for a year, a house or a department of a school does not make a school of it.
    private static bool IsPartOfSchool(RosterNode node) =>
        UnitName.IsGrade(node.Name) || UnitName.IsBoardingHouse(node.Name) || (node.Children.Count == 0 && !node.HasPupils);

    private static UnitKind KindOf(RosterNode node) => node switch
    {
        { HasPupils: true } => UnitKind.Class,
        { School: not null } when UnitName.IsBoardingHouse(node.Name) => UnitKind.BoardingHouse,
        { School: not null } => node.Children.Count > 0 || UnitName.IsGrade(node.Name) ? UnitKind.Grade : UnitKind.Department,
        _ => node is { Parent: not null, Children.Count: 0 } && UnitName.IsOffice(node.Name) ? UnitKind.Department : UnitKind.Area,
    };

    private static RosterNode? SchoolAbove(RosterNode node, HashSet<RosterNode> schools)
    {
        for (var above = node; above is not null; above = above.Parent)
        {
            if (schools.Contains(above)) return above;
        }

        return null;
    }
}
