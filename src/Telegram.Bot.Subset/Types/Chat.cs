namespace Telegram.Bot.Types;

/// <summary>A chat. Private chats have the person's number, groups a negative one.</summary>
public class Chat
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long Id { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ChatType Type { get; set; }

    public string? Title { get; set; }

    public string? Username { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    /// <summary>A supergroup with topics.</summary>
    public bool IsForum { get; set; }

    /// <summary>Kind and number only: a name does not belong in a log.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Type} {Id}");
}

/// <summary>What getChat tells beyond <see cref="Chat"/>.</summary>
public class ChatFullInfo : Chat
{
    public string? Description { get; set; }

    public string? InviteLink { get; set; }

    /// <summary>The latest pinned message.</summary>
    public Message? PinnedMessage { get; set; }

    /// <summary>Seconds between two messages of a person without privileges.</summary>
    public int? SlowModeDelay { get; set; }

    public bool HasProtectedContent { get; set; }

    /// <summary>New members see what was written before they joined.</summary>
    public bool HasVisibleHistory { get; set; }

    public long? LinkedChatId { get; set; }
}
