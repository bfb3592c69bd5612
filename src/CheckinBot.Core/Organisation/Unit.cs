namespace CheckinBot.Core.Organisation;

/// <summary>What a unit is. A unit with students is a class.</summary>
public enum UnitKind
{
    /// <summary>Pupils who are taught together and answer in one group.</summary>
    Class,

    /// <summary>A year of a school.</summary>
    Grade,

    /// <summary>A school, kindergarten or college.</summary>
    School,

    /// <summary>A county, city or province.</summary>
    Area,

    /// <summary>Staff of a school or of an office, such as the kitchen or the language teachers.</summary>
    Department,

    /// <summary>Where boarders of a school live. They answer, and count, with their class.</summary>
    BoardingHouse,
}

/// <summary>What the kinds of units have in common.</summary>
public static class UnitKinds
{
    /// <summary>Whether its people answer to somebody right there, and it has no units below it to add up.</summary>
    public static bool HoldsPeople(this UnitKind kind) => kind is UnitKind.Class or UnitKind.Department or UnitKind.BoardingHouse;
}

/// <summary>A node of the tree from province to class.</summary>
/// <param name="Id">The unit's id.</param>
/// <param name="ParentId">The unit above; null at the root.</param>
/// <param name="Name">Its own name, such as <c>1班</c>.</param>
/// <param name="Path">Names from the root joined by <c>/</c>.</param>
/// <param name="Kind">What it is.</param>
public sealed record Unit(long Id, long? ParentId, string Name, string Path, UnitKind Kind)
{
    /// <summary>IANA time zone; null to inherit.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Language of texts to the unit's group; null to inherit.</summary>
    public Language? Language { get; init; }

    /// <summary>How a post at this unit relates to another unit: at it, above it, or not at all.</summary>
    public Relation RelationTo(Unit other) =>
        Id == other.Id ? Relation.AtUnit
        : other.Path.StartsWith(Path + "/", StringComparison.Ordinal) ? Relation.Above
        : Relation.None;

    /// <summary>The name by which people know it: see <see cref="UnitNames.Short"/>.</summary>
    public string ShortName => UnitNames.Short(Path, Kind);
}
