namespace Telegram.Bot.Types;

/// <summary>A chat, by number or (public chats only) by <c>@username</c>.</summary>
[JsonConverter(typeof(ChatIdConverter))]
public sealed class ChatId : IEquatable<ChatId>
{
    /// <summary>A chat by its number.</summary>
    public ChatId(long identifier) => Identifier = identifier;

    /// <summary>A chat by <c>@username</c>, or by a number written as text.</summary>
    /// <exception cref="ArgumentException">Neither of the two.</exception>
    public ChatId(string username)
    {
        ArgumentNullException.ThrowIfNull(username);
        if (username.Length > 1 && username[0] == '@')
            Username = username;
        else if (long.TryParse(username, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var identifier))
            Identifier = identifier;
        else
            throw new ArgumentException("A chat is a number or a name that begins with @", nameof(username));
    }

    public long? Identifier { get; }

    public string? Username { get; }

    public static implicit operator ChatId(long identifier) => new(identifier);

    public static implicit operator ChatId(string username) => new(username);

    [return: NotNullIfNotNull(nameof(chat))]
    public static implicit operator ChatId?(Chat? chat) => chat is null ? null : new(chat.Id);

    [return: NotNullIfNotNull(nameof(user))]
    public static implicit operator ChatId?(User? user) => user is null ? null : new(user.Id);

    public static bool operator ==(ChatId? left, ChatId? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(ChatId? left, ChatId? right) => !(left == right);

    public bool Equals(ChatId? other) =>
        other is not null && Identifier == other.Identifier && string.Equals(Username, other.Username, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as ChatId);

    public override int GetHashCode() => HashCode.Combine(Identifier, Username);

    public override string ToString() => Username ?? Identifier!.Value.ToString(CultureInfo.InvariantCulture);
}
