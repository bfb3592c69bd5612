using CheckinBot.Storage;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram;

namespace CheckinBot.Sending;

/// <summary>
/// Learns what came of each call, within the transaction that writes it down. The sender knows none of those who follow: a
/// card, an alert, a conversation asks for it here and does what is its own.
/// </summary>
internal interface ICallFollower
{
    /// <summary>A call is over.</summary>
    ValueTask Settled(DbSession session, PendingCall call, CallOutcome outcome, CancellationToken cancellationToken);
}
