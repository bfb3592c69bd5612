using System.Collections.Immutable;

namespace CheckinBot.Simulator.Chats;

public enum ChatKind
{
    Private,
    Group,
    Supergroup,
}

/// <summary>What somebody is in a group, in the Bot API's terms.</summary>
public enum MemberStatus
{
    Creator,
    Administrator,
    Member,
    Left,
    Kicked,
}

/// <summary>A private chat of one person with one bot, or a group. Its state is guarded by the world's lock.</summary>
public sealed class SimChat
{
    private readonly List<SimMessage?> _timeline = [];
    private readonly Dictionary<int, int> _slotById = [];
    private readonly Dictionary<(long Receiver, int Id), int> _slotByEphemeralId = [];
    private int _lastId;
    private int _lastEphemeralId;

    /// <summary>The id that bots use: the person's id in a private chat, negative for groups.</summary>
    public required long Id { get; init; }

    public required ChatKind Kind { get; init; }

    public string? Title { get; internal set; }

    /// <summary>The two sides of a private chat; null in groups.</summary>
    public SimUser? Person { get; init; }

    public SimBot? Bot { get; init; }

    /// <summary>The supergroup that this group became, if it did.</summary>
    public long? MigratedTo { get; internal set; }

    public bool IsPrivate => Kind == ChatKind.Private;

    internal bool Started { get; set; }

    internal bool Blocked { get; set; }

    internal Dictionary<long, MemberStatus> Members { get; } = [];

    /// <summary>Bots that are in the chat now.</summary>
    internal List<SimBot> Bots { get; } = [];

    /// <summary>The bot that spoke last: a command without a bot's name is for it.</summary>
    internal long? LastBot { get; set; }

    internal int? PinnedId { get; set; }

    internal Dictionary<long, int> ReadUpTo { get; } = [];

    internal UnsentMessages Unsent { get; } = new();

    internal int Length => _timeline.Count;

    internal bool IsIn(long userId) => IsPrivate
        ? userId == Person!.Id || userId == Bot!.Id
        : Members.TryGetValue(userId, out var status) && status <= MemberStatus.Member;

    internal bool IsAdministrator(long userId) =>
        Members.TryGetValue(userId, out var status) && status <= MemberStatus.Administrator;

    internal SimMessage? At(int key) => key >= 0 && key < _timeline.Count ? _timeline[key] : null;

    internal SimMessage? Find(int messageId) => _slotById.TryGetValue(messageId, out var slot) ? _timeline[slot] : null;

    internal SimMessage? FindEphemeral(long userId, int ephemeralId) =>
        _slotByEphemeralId.TryGetValue((userId, ephemeralId), out var slot) ? _timeline[slot] : null;

    internal SimMessage Append(SimMessage draft)
    {
        var placed = draft.OnlyFor is { } person
            ? draft with { Key = _timeline.Count, EphemeralId = ++_lastEphemeralId }
            : draft with { Key = _timeline.Count, Id = ++_lastId };
        _timeline.Add(placed);
        if (placed.OnlyFor is not null)
        {
            _slotByEphemeralId[(placed.OnlyFor.Id, placed.EphemeralId!.Value)] = placed.Key;
        }
        else
        {
            _slotById[placed.Id] = placed.Key;
        }

        return placed;
    }

    internal void Replace(SimMessage message) => _timeline[message.Key] = message;

    internal void Remove(SimMessage message)
    {
        _timeline[message.Key] = null;
        _slotById.Remove(message.Id);
        if (message is { OnlyFor: { } person, EphemeralId: { } id })
        {
            _slotByEphemeralId.Remove((person.Id, id));
        }
    }

    /// <summary>Up to <paramref name="limit"/> messages that the person may see, before the given key, oldest first.</summary>
    internal ImmutableArray<SimMessage> Before(long viewerId, int key, int limit)
    {
        var found = new List<SimMessage>(limit);
        for (var slot = Math.Min(key, _timeline.Count) - 1; slot >= 0 && found.Count < limit; slot--)
        {
            if (_timeline[slot] is { } message && message.IsVisibleTo(viewerId))
            {
                found.Add(message);
            }
        }

        found.Reverse();
        return [.. found];
    }
}
