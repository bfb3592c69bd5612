using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Content;

namespace CheckinBot.Simulator.BotApi.Wire;

/// <summary>The Bot API's User.</summary>
internal sealed record WireUser
{
    public required long Id { get; init; }

    public bool IsBot { get; init; }

    public required string FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Username { get; init; }

    public string? LanguageCode { get; init; }

    // getMe only
    public bool? CanJoinGroups { get; init; }

    public bool? CanReadAllGroupMessages { get; init; }

    public bool? SupportsInlineQueries { get; init; }

    public bool? CanConnectToBusiness { get; init; }

    public bool? HasMainWebApp { get; init; }

    public static WireUser Of(SimUser user) => new()
    {
        Id = user.Id,
        IsBot = user.IsBot,
        FirstName = user.FirstName,
        LastName = user.LastName,
        Username = user.Username,
        LanguageCode = user.LanguageCode,
    };

    public static WireUser Of(MentionedPerson person) => new()
    {
        Id = person.Id,
        IsBot = person.IsBot,
        FirstName = person.FirstName,
        LastName = person.LastName,
        Username = person.Username,
        LanguageCode = person.LanguageCode,
    };

    public MentionedPerson ToMention() => new(Id, IsBot, FirstName) { LastName = LastName, Username = Username, LanguageCode = LanguageCode };
}

internal sealed record WireChat(long Id, string Type)
{
    public string? Title { get; init; }

    public string? Username { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    // getChat only
    public int? AccentColorId { get; init; }

    public int? MaxReactionCount { get; init; }

    public object? AcceptedGiftTypes { get; init; }

    public object? Permissions { get; init; }

    public WireMessage? PinnedMessage { get; init; }

    public static WireChat Of(SimChat chat) => chat.IsPrivate
        ? new WireChat(chat.Id, "private")
        {
            Username = chat.Person!.Username,
            FirstName = chat.Person.FirstName,
            LastName = chat.Person.LastName,
        }
        : new WireChat(chat.Id, chat.Kind == ChatKind.Group ? "group" : "supergroup") { Title = chat.Title };
}
