namespace CheckinBot.Simulator.Chats;

/// <summary>A person or a bot account.</summary>
public sealed class SimUser
{
    /// <summary>Telegram user id; also the id of the private chat that a bot has with this person.</summary>
    public required long Id { get; init; }

    public bool IsBot { get; init; }

    public required string FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Username { get; init; }

    /// <summary>IETF tag as the client app reports it, such as <c>zh-hans</c>, <c>zh-hant</c>, <c>en</c>.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>Free label by which the page groups people; bots never see it.</summary>
    public string? Role { get; init; }

    /// <summary>CSS colour of the avatar; null lets the page choose one from the id.</summary>
    public string? Colour { get; init; }

    /// <summary>A deleted account: bots get 403 "user is deactivated".</summary>
    public bool Deactivated { get; internal set; }

    public string DisplayName => LastName is null ? FirstName : JoinNames(FirstName, LastName);

    /// <summary>Chats in which the person is or was, in the order of joining. Guarded by the world's lock.</summary>
    internal List<SimChat> Chats { get; } = [];

    public override string ToString() => $"{DisplayName} ({Id})";

    // A Chinese surname in the last-name field is written first and without a space.
    private static string JoinNames(string first, string last) =>
        last.Length <= 2 && last.All(c => c is >= '\u4E00' and <= '\u9FFF') ? last + first : first + " " + last;
}
