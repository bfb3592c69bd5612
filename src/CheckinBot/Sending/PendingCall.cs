using CheckinBot.Core.Shown;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;

namespace CheckinBot.Sending;

/// <summary>A call that waits or is in flight.</summary>
/// <param name="Id">Its row in the outbox; 0 where it is not stored.</param>
/// <param name="Lane">How urgent it is.</param>
/// <param name="Call">What is to be called.</param>
/// <param name="CreatedAt">When it was committed.</param>
internal sealed record PendingCall(long Id, Lane Lane, OutgoingCall Call, DateTimeOffset CreatedAt)
{
    /// <summary>The chat it goes to; follows a group that becomes a supergroup.</summary>
    public required long ChatId { get; init; }

    /// <summary>It goes to one person's private chat; groups have negative ids in the Bot API.</summary>
    public bool IsToPerson => ChatId > 0;

    /// <summary>What to do with the id of the sent message.</summary>
    public Track? Track { get; init; }

    /// <summary>Not before this instant.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Telegram has asked to wait with it before.</summary>
    public bool WasRefused { get; init; }

    /// <summary>Tries that failed.</summary>
    public int Attempts { get; init; }

    /// <summary>Tries whose answer could not be read.</summary>
    public int UnreadableAnswers { get; init; }

    /// <summary>The call of a row that was read from the outbox.</summary>
    public static PendingCall From(OutboxRow row) => new(row.Id, Enum.Parse<Lane>(row.Lane), OutgoingCall.FromJson(row.Call), row.CreatedAt)
    {
        ChatId = row.ChatId,
        Track = TrackJson.Read(row.Track),
        DueAt = row.DueAt,
        Attempts = row.Attempts,
    };
}
