namespace CheckinBot.Core.Conversations.Turns;

/// <summary>Identifies a conversation: there is one for each bot, chat, thread and user.</summary>
/// <param name="BotId">The bot's user id.</param>
/// <param name="ChatId">The chat.</param>
/// <param name="ThreadId">The forum topic; 0 where there is none.</param>
/// <param name="UserId">The user.</param>
public readonly record struct ConversationKey(long BotId, long ChatId, int ThreadId, long UserId);

/// <summary>Where a conversation stands; stored as one row.</summary>
/// <param name="Key">Which conversation.</param>
/// <param name="Epoch">Grows with each question; a button carries the epoch of its question, so it cannot answer a newer one.</param>
/// <param name="Version">Grows with each stored change; set by the store.</param>
/// <param name="State">What is being asked.</param>
/// <param name="ExpiresAt">When the question is dropped (UTC); null where nothing is asked.</param>
public sealed partial record Conversation(ConversationKey Key, int Epoch, int Version, ConversationState State, DateTimeOffset? ExpiresAt)
{
    /// <summary>The album of which a picture was answered last: its other pictures need no answer. Null where there was none.</summary>
    public string? Album { get; init; }

    /// <summary>A conversation in which nothing was said yet.</summary>
    public static Conversation New(ConversationKey key) => new(key, 1, 0, ConversationState.Nothing, null);
}
