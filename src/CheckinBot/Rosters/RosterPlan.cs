using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Rosters;

/// <summary>A person as the file has them: the first row says where they belong, further rows are further posts.</summary>
/// <param name="Rows">Their rows, in the order of the file; of a boarder the class before the house.</param>
/// <param name="Stored">Who that is in the database; null for somebody new.</param>
internal sealed record PlannedPerson(IReadOnlyList<RosterEntry> Rows, RosterPerson? Stored)
{
    /// <summary>Where they were; set with <see cref="Stored"/>.</summary>
    public RosterNode? From { get; init; }

    /// <summary>The bed or the room, or else the boarding house in which the pupil lives.</summary>
    public string? Dormitory { get; init; }

    /// <summary>What changes, in words; empty where nothing does.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Posts to give.</summary>
    public IReadOnlyList<(RosterNode Unit, Role Role)> NewPosts { get; init; } = [];

    /// <summary>Posts to take, by the ids of their units.</summary>
    public IReadOnlyList<(long UnitId, Role Role)> OldPosts { get; init; } = [];

    /// <summary>The number that takes the place of another one; null where the number stays or there was none.</summary>
    public string? Renumbered { get; init; }

    public RosterEntry Main => Rows[0];

    public bool IsNew => Stored is null;

    public bool IsMoved => From is not null && From.Path != Main.Unit;
}

/// <summary>Somebody of a unit of the file who is stored but not in the file.</summary>
internal sealed record MissingPerson(RosterNode Unit, RosterPerson Stored);

/// <summary>What an import does.</summary>
/// <param name="Tree">All units, with those to be made.</param>
/// <param name="People">Everybody in the file.</param>
/// <param name="Missing">Who left, as it seems.</param>
internal sealed record RosterPlan(RosterTree Tree, IReadOnlyList<PlannedPerson> People, IReadOnlyList<MissingPerson> Missing)
{
    /// <summary>Why the file is rather at fault: changes of more than a tenth of a unit.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    public IEnumerable<RosterNode> NewUnits => Tree.All.Where(node => node.Stored is null);

    public IEnumerable<PlannedPerson> Added => People.Where(person => person.IsNew);

    public IEnumerable<PlannedPerson> Moved => People.Where(person => person.IsMoved);

    public IEnumerable<PlannedPerson> Changed => People.Where(person => !person.IsNew && !person.IsMoved && person.Changes.Count > 0);
}
