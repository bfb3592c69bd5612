namespace Telegram.Bot.Types;

/// <summary>Where a forwarded message was first written.</summary>
[JsonConverter(typeof(MessageOriginConverter))]
public abstract class MessageOrigin
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public abstract MessageOriginType Type { get; }

    /// <summary>When it was first sent, UTC.</summary>
    [JsonConverter(typeof(UnixDateTimeConverter)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTime Date { get; set; }
}

/// <summary>Written by a person who can be seen.</summary>
public class MessageOriginUser : MessageOrigin
{
    public override MessageOriginType Type => MessageOriginType.User;

    public User SenderUser { get; set; } = default!;
}

/// <summary>Written by a person who does not let forwards point back.</summary>
public class MessageOriginHiddenUser : MessageOrigin
{
    public override MessageOriginType Type => MessageOriginType.HiddenUser;

    public string SenderUserName { get; set; } = default!;
}

/// <summary>Written in the name of a group.</summary>
public class MessageOriginChat : MessageOrigin
{
    public override MessageOriginType Type => MessageOriginType.Chat;

    public Chat SenderChat { get; set; } = default!;

    public string? AuthorSignature { get; set; }
}

/// <summary>Posted in a channel.</summary>
public class MessageOriginChannel : MessageOrigin
{
    public override MessageOriginType Type => MessageOriginType.Channel;

    public Chat Chat { get; set; } = default!;

    public int MessageId { get; set; }

    public string? AuthorSignature { get; set; }
}
