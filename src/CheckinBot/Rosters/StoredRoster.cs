using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Rosters;

/// <summary>Who is stored in the schools that a file is about: a school's import must not wait for the whole province.</summary>
internal sealed class StoredRoster
{
    private readonly Dictionary<long, List<(long UnitId, Role Role)>> _posts = [];
    private readonly List<RosterPerson> _people = [];

    private StoredRoster(RosterTree tree) => Nodes = tree.All.Where(node => node.Stored is not null).ToDictionary(node => node.Id);

    /// <summary>The stored units, by their ids.</summary>
    public IReadOnlyDictionary<long, RosterNode> Nodes { get; }

    /// <summary>Everybody, also those who left.</summary>
    public IReadOnlyList<RosterPerson> People => _people;

    public static async Task<StoredRoster> Load(RosterStore store, RosterTree tree, CancellationToken cancellationToken)
    {
        var stored = new StoredRoster(tree);
        var scopes = tree.All.Where(node => node.IsNamed).Select(node => node.NumberScope).ToHashSet(StringComparer.Ordinal);
        foreach (var node in stored.Nodes.Values.Where(node => scopes.Contains(node.NumberScope)))
        {
            foreach (var (personId, unitId, role) in await store.Posts(node.Id, cancellationToken))
            {
                if (!stored._posts.TryGetValue(personId, out var held)) stored._posts.Add(personId, held = []);
                held.Add((unitId, role));
            }

            stored._people.AddRange(await store.People(node.Id, cancellationToken));
        }

        return stored;
    }

    /// <summary>The unit to which a person belongs.</summary>
    public RosterNode NodeOf(RosterPerson person) => Nodes[person.Data.UnitId];

    /// <summary>The posts of a person.</summary>
    public IReadOnlyList<(long UnitId, Role Role)> PostsOf(RosterPerson person) => _posts.GetValueOrDefault(person.Id) ?? [];
}
