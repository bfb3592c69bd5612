namespace CheckinBot.Core.Conversations.Turns;

/// <summary>What kind of chat it is.</summary>
public enum ChatKind
{
    /// <summary>One user and the bot.</summary>
    Private,

    /// <summary>A group or supergroup.</summary>
    Group,
}

/// <summary>Where an event happened.</summary>
/// <param name="Id">The chat's id.</param>
/// <param name="Kind">What kind of chat.</param>
/// <param name="Title">The group's title.</param>
/// <param name="ThreadId">The forum topic; 0 where there is none.</param>
public sealed record ChatRef(long Id, ChatKind Kind, string? Title = null, int ThreadId = 0);

/// <summary>Who did it.</summary>
/// <param name="UserId">The Telegram user.</param>
/// <param name="DisplayName">First and last name as shown.</param>
/// <param name="LanguageCode">The language tag of the user's Telegram; null where not told.</param>
public sealed record Sender(long UserId, string DisplayName, string? LanguageCode = null);

/// <summary>The message that is answered by a message.</summary>
/// <param name="MessageId">Its id.</param>
/// <param name="FromThisBot">The bot wrote it.</param>
public sealed record RepliedTo(int MessageId, bool FromThisBot);

/// <summary>The kind of a message without text.</summary>
public enum MediaKind
{
    /// <summary>A photo.</summary>
    Photo,

    /// <summary>A voice or video note.</summary>
    Voice,

    /// <summary>A sticker, an animation or a dice.</summary>
    Sticker,

    /// <summary>A location or a venue.</summary>
    Location,

    /// <summary>A document.</summary>
    Document,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>
/// Something that happened in a chat. Every value in it may be hostile.
/// Commands to other bots, and whatever a channel or a bot writes, never become an event; of what an anonymous administrator
/// writes only commands do.
/// </summary>
public abstract record ConversationEvent
{
    private ConversationEvent()
    {
    }

    /// <summary>Where.</summary>
    public required ChatRef Chat { get; init; }

    /// <summary>The user who did it. For <see cref="Reminded"/> and <see cref="Expired"/>, the user whose conversation it is.</summary>
    public required Sender From { get; init; }

    /// <summary>
    /// When the person wrote it (UTC): a message belongs to the moment in which it was sent, however late it is handled; for an
    /// edit, when it was edited. Null where Telegram does not tell, as of a button.
    /// </summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When the words were first sent (UTC), by which they belong to a school day; null where Telegram does not tell.</summary>
    public DateTimeOffset? SaidAt => this is TextEdited { FirstSentAt: { } first } ? first : SentAt;

    /// <summary>A text message.</summary>
    public sealed record TextReceived(int MessageId, string Text) : ConversationEvent
    {
        /// <summary>The message that it answers.</summary>
        public RepliedTo? ReplyTo { get; init; }

        /// <summary>Forwarded from elsewhere: never a check-in.</summary>
        public bool IsForwarded { get; init; }
    }

    /// <summary>
    /// A text or a caption was edited. Telegram hands this out for a reaction or the preview of a link as well, with the same
    /// text as before.
    /// </summary>
    public sealed record TextEdited(int MessageId, string Text) : ConversationEvent
    {
        /// <summary>When the message was first sent (UTC); null where not told.</summary>
        public DateTimeOffset? FirstSentAt { get; init; }
    }

    /// <summary>A command, without its slash and without <c>@name</c>, in lower case.</summary>
    public sealed record CommandReceived(int MessageId, string Command, string Arguments) : ConversationEvent
    {
        /// <summary>The message that it answers.</summary>
        public RepliedTo? ReplyTo { get; init; }

        /// <summary>Set where only the sender and the bot see the command (Bot API 10.2).</summary>
        public int? EphemeralMessageId { get; init; }
    }

    /// <summary>A button under a message of the bot was pressed.</summary>
    public sealed record ButtonPressed(string CallbackId, int MessageId, string Data) : ConversationEvent
    {
        /// <summary>Set where the button is under an ephemeral message (Bot API 10.2).</summary>
        public int? EphemeralMessageId { get; init; }
    }

    /// <summary>A message that is not text.</summary>
    public sealed record MediaReceived(int MessageId, MediaKind Kind, string? Caption) : ConversationEvent
    {
        /// <summary>Forwarded from elsewhere: its caption is never a check-in.</summary>
        public bool IsForwarded { get; init; }

        /// <summary>The album to which it belongs; null for a single one. An album is one message to those who send it.</summary>
        public string? AlbumId { get; init; }
    }

    /// <summary>A command in the name of the group, by an administrator who is anonymous there: nobody can tell who it is.</summary>
    public sealed record CommandGivenAnonymously(int MessageId, string Command) : ConversationEvent;

    /// <summary>The bot was added to a group.</summary>
    public sealed record BotAdded(bool IsAdministrator, bool CanDelete) : ConversationEvent;

    /// <summary>The bot's rights in a group changed.</summary>
    public sealed record BotRightsChanged(bool IsAdministrator, bool CanDelete) : ConversationEvent;

    /// <summary>The bot was removed from a group.</summary>
    public sealed record BotRemoved : ConversationEvent;

    /// <summary>The group became the supergroup <paramref name="NewChatId"/>.</summary>
    public sealed record GroupMigrated(long NewChatId) : ConversationEvent;

    /// <summary>The user blocked the bot.</summary>
    public sealed record Blocked : ConversationEvent;

    /// <summary>The user unblocked the bot.</summary>
    public sealed record Unblocked : ConversationEvent;

    /// <summary>The question's time is over.</summary>
    public sealed record Expired : ConversationEvent;

    /// <summary>It is time to ask this user for what is missing, if anything is.</summary>
    public sealed record Reminded(ReminderKind Kind) : ConversationEvent
    {
        /// <summary>The last reminder of the slot in which travel is asked: who has reported and passed that question over is asked once more.</summary>
        public bool WithTravel { get; init; }
    }

    /// <summary>A message that only this user should see in the group could not be shown there.</summary>
    /// <param name="Text">What it said.</param>
    public sealed record NotShown(string Text) : ConversationEvent;

    /// <summary>The user wrote something in a group that needs a question in private.</summary>
    public sealed record TakenUp(GroupMatter Matter) : ConversationEvent;
}

/// <summary>Why a family is asked.</summary>
public enum ReminderKind
{
    /// <summary>The first reminder of the day.</summary>
    First,

    /// <summary>A later one.</summary>
    Again,

    /// <summary>The class teacher pressed "nudge".</summary>
    ByTeacher,

    /// <summary>The user came by the card's link and wants to check in.</summary>
    ByCard,

    /// <summary>The slot has opened, and no card of a group says so.</summary>
    Opened,
}
