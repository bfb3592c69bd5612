using CheckinBot.Core.Buttons;

namespace CheckinBot.Core.Shown;

/// <summary>How urgent a message is; an answer never waits behind a broadcast.</summary>
public enum Lane
{
    /// <summary>An answer to what somebody just did.</summary>
    Answers,

    /// <summary>An alert.</summary>
    Alerts,

    /// <summary>A reminder.</summary>
    Reminders,

    /// <summary>A digest or a card.</summary>
    Digests,

    /// <summary>An announcement.</summary>
    Announcements,
}

/// <summary>How a text is marked up.</summary>
public enum TextFormat
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>The HTML subset of Telegram; what people typed is escaped.</summary>
    Html,
}

/// <summary>A message to send.</summary>
/// <param name="ChatId">To which chat; a user's private chat has the user's id.</param>
/// <param name="Text">The text, at most 4096 characters.</param>
public sealed record OutgoingMessage(long ChatId, string Text)
{
    /// <summary>The forum topic; 0 where there is none.</summary>
    public int ThreadId { get; init; }

    /// <summary>How urgent.</summary>
    public Lane Lane { get; init; }

    /// <summary>How the text is marked up.</summary>
    public TextFormat Format { get; init; }

    /// <summary>The same content as the HTML of a rich message (Bot API 10.1), used instead of the text where the server accepts it.</summary>
    public string? Rich { get; init; }

    /// <summary>The buttons under it.</summary>
    public Keyboard Keyboard { get; init; } = Keyboard.None;

    /// <summary>The message that it answers. Where that is gone, it is sent without.</summary>
    public int? ReplyTo { get; init; }

    /// <summary>Delivered without a sound.</summary>
    public bool Silent { get; init; }

    /// <summary>In a group, only this user sees the message (Bot API 10.2); the private chat is the fall-back.</summary>
    public EphemeralReceiver? OnlyFor { get; init; }

    /// <summary>What the sent message is, where its id is to be kept.</summary>
    public Track? Track { get; init; }
}

/// <summary>Who alone sees an ephemeral message, and what it answers.</summary>
/// <param name="UserId">The receiver.</param>
/// <param name="CallbackId">The pressed button that it answers.</param>
/// <param name="EphemeralMessageId">The ephemeral command that it answers, or the ephemeral message that is edited.</param>
public sealed record EphemeralReceiver(long UserId, string? CallbackId = null, int? EphemeralMessageId = null)
{
    /// <summary>
    /// A harmless text that shows whether the server knows ephemeral messages: an older server posts it for all to see.
    /// It is not sent where that is known already, and not repeated where it is refused.
    /// </summary>
    public bool IsProof { get; init; }
}

/// <summary>What to do with the id of a message once it is sent.</summary>
[System.Text.Json.Serialization.JsonDerivedType(typeof(Card), "card")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(Alert), "alert")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(Growing), "growing")]
public abstract record Track
{
    private Track()
    {
    }

    /// <summary>It is the card of a unit, day and slot.</summary>
    public sealed record Card(long UnitId, DateOnly Day, string Slot) : Track;

    /// <summary>It tells of a rule that fired.</summary>
    public sealed record Alert(long FiringId) : Track;

    /// <summary>It grows: what belongs to the same matter is added to it.</summary>
    public sealed record Growing(string Matter, DateTimeOffset Begun) : Track;
}
