using System.Diagnostics.CodeAnalysis;
using CheckinBot.Simulator.Faults;
using CheckinBot.Simulator.Files;

namespace CheckinBot.Simulator.Chats;

/// <summary>
/// Telegram in memory: people, bots, chats. Thread-safe. What people do is called here, what bots do comes in by the
/// Bot API; both end as <see cref="WorldEvent"/>s for observers.
/// </summary>
/// <remarks>
/// A <c>chatId</c> in these methods is a group's id, or for a private chat the bot's id or the person's own (then the
/// bot is the one that the person last had to do with).
/// </remarks>
public sealed partial class World(TimeProvider time, bool ephemeralSupported = true)
{
    private readonly Dictionary<long, SimUser> _users = [];
    private readonly Dictionary<string, SimUser> _usersByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, SimBot> _bots = [];
    private readonly Dictionary<string, SimBot> _botsByToken = [];
    private readonly Dictionary<long, SimChat> _groups = [];
    private readonly Dictionary<(long Bot, long Person), SimChat> _privateChats = [];
    private readonly Dictionary<long, long> _lastBotOf = [];
    private long _lastGroupId = -4_000_000_000;
    private long _lastSupergroupId = -1_002_000_000_000;

    /// <summary>Held while anything changes.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>Whether the server knows ephemeral messages; an older one ignores the parameter and posts openly.</summary>
    public bool EphemeralSupported { get; set; } = ephemeralSupported;

    /// <summary>Whether the server knows rich messages; an older one has no method for them and ignores the parameter of an edit.</summary>
    public bool RichSupported { get; set; } = true;

    /// <summary>Raised under the lock when a bot is to be told something.</summary>
    internal event Action<SimBot, BotUpdate>? BotIsTold;

    public DateTimeOffset Now => time.GetUtcNow();

    internal SimFiles Files { get; } = new();

    /// <param name="token">As BotFather gives it: <c>digits:letters</c>; the digits are the bot's id.</param>
    /// <param name="username">Ends in <c>bot</c> on the real service.</param>
    /// <param name="name">The name that people see; the username when null.</param>
    /// <exception cref="ArgumentException">The token has another form, or id or username are taken.</exception>
    public SimBot AddBot(string token, string username, string? name = null, bool privacyMode = true)
    {
        ArgumentNullException.ThrowIfNull(token);
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == token.Length - 1 || !long.TryParse(token.AsSpan(0, colon), out var id))
        {
            throw new ArgumentException("A bot token has the form digits:letters.", nameof(token));
        }

        lock (Gate)
        {
            var account = Add(new SimUser { Id = id, IsBot = true, FirstName = name ?? username, Username = username });
            var bot = new SimBot(account, token, time) { PrivacyMode = privacyMode };
            _bots.Add(id, bot);
            _botsByToken.Add(token, bot);
            return bot;
        }
    }

    /// <exception cref="ArgumentException">Id or username are taken.</exception>
    public SimUser AddUser(
        long id,
        string firstName,
        string? lastName = null,
        string? username = null,
        string? languageCode = null,
        string? role = null,
        string? colour = null)
    {
        var user = new SimUser
        {
            Id = id,
            FirstName = firstName,
            LastName = lastName,
            Username = username,
            LanguageCode = languageCode,
            Role = role,
            Colour = colour,
        };
        lock (Gate)
        {
            return Add(user);
        }
    }

    /// <summary>All people, without bots, in the order of adding.</summary>
    public IReadOnlyList<SimUser> People
    {
        get
        {
            lock (Gate)
            {
                return [.. _users.Values.Where(u => !u.IsBot)];
            }
        }
    }

    /// <exception cref="ArgumentException">Nobody has this id.</exception>
    public SimUser User(long id)
    {
        lock (Gate)
        {
            return Known(id);
        }
    }

    /// <summary>The person's private chat with the bot; made when it does not exist yet (nothing has been said in it then).</summary>
    public SimChat PrivateChat(long userId, long? botId = null)
    {
        lock (Gate)
        {
            return PrivateChatOf(Known(userId), botId ?? LastBotOf(userId));
        }
    }

    internal bool TryGetBot(string token, [NotNullWhen(true)] out SimBot? bot)
    {
        lock (Gate)
        {
            return _botsByToken.TryGetValue(token, out bot);
        }
    }

    internal SimBot? BotByUsername(string username)
    {
        lock (Gate)
        {
            return _usersByName.TryGetValue(username, out var account) ? _bots.GetValueOrDefault(account.Id) : null;
        }
    }

    internal IReadOnlyCollection<SimBot> Bots => _bots.Values;

    internal SimUser? UserOrNull(long id) => _users.GetValueOrDefault(id);

    internal SimChat? GroupOrNull(long id) => _groups.GetValueOrDefault(id);

    internal SimChat? PrivateChatOrNull(long userId, long botId) => _privateChats.GetValueOrDefault((botId, userId));

    /// <exception cref="UnknownException">The id is nobody's, or a bot's.</exception>
    internal void CheckPerson(long userId)
    {
        lock (Gate)
        {
            if (Known(userId).IsBot)
            {
                throw new UnknownException($"{userId} is a bot, not a person.");
            }
        }
    }

    /// <exception cref="UnknownException">There is no such group or bot, or nobody has the person's id.</exception>
    internal void CheckChat(long userId, long chatId)
    {
        lock (Gate)
        {
            Resolve(userId, chatId);
        }
    }

    /// <inheritdoc cref="CheckChat"/>
    internal SimChat Resolve(long userId, long chatId)
    {
        if (chatId < 0)
        {
            return _groups.GetValueOrDefault(chatId) ?? throw new UnknownException($"There is no group {chatId}.");
        }

        if (chatId != userId && !_bots.ContainsKey(chatId))
        {
            throw new UnknownException($"{chatId} is neither a group, a bot nor the person's own id.");
        }

        return PrivateChatOf(Known(userId), chatId == userId ? LastBotOf(userId) : chatId);
    }

    private SimUser Add(SimUser user)
    {
        if (user.Username is { } name && !_usersByName.TryAdd(name, user))
        {
            throw new ArgumentException($"The username {name} is taken.");
        }

        if (!_users.TryAdd(user.Id, user))
        {
            throw new ArgumentException($"The id {user.Id} is taken.");
        }

        return user;
    }

    private SimUser Known(long id) =>
        _users.GetValueOrDefault(id) ?? throw new UnknownException($"There is no user {id}.");

    private long LastBotOf(long userId) => _lastBotOf.TryGetValue(userId, out var bot)
        ? bot
        : _bots.Count > 0 ? _bots.Keys.First() : throw new UnknownException("There is no bot yet.");

    private SimChat PrivateChatOf(SimUser person, long botId)
    {
        if (!_privateChats.TryGetValue((botId, person.Id), out var chat))
        {
            chat = new SimChat { Id = person.Id, Kind = ChatKind.Private, Person = person, Bot = _bots[botId] };
            chat.Bots.Add(_bots[botId]);
            _privateChats.Add((botId, person.Id), chat);
            person.Chats.Add(chat);
        }

        _lastBotOf[person.Id] = botId;
        return chat;
    }
}
