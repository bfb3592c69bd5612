using CheckinBot.Core.Conversations;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Storage;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Groups;
using CheckinBot.Telegram;

namespace CheckinBot.Cards;

/// <summary>Keeps the message that a card has become, and lets the next edit go once the last one has settled.</summary>
internal sealed class CardArrivals(CardBoard board) : ICallFollower
{
    public async ValueTask Settled(DbSession session, PendingCall call, CallOutcome outcome, CancellationToken cancellationToken)
    {
        if (call.Track is not Track.Card card || outcome is CallOutcome.Migrated) return;
        var cards = new CardStore(session);
        if (outcome is CallOutcome.Done({ } messageId)) await cards.SetMessage(card.UnitId, call.ChatId, card.Day, card.Slot, messageId, cancellationToken);
        // Nobody waits for a card that never arrives.
        if (outcome is CallOutcome.Unreachable or CallOutcome.Refused or CallOutcome.Unreadable)
            await cards.RemoveUnsent(card.UnitId, call.ChatId, card.Day, card.Slot, cancellationToken);
        session.AfterCommit(() => board.Settled(card.UnitId));
    }
}
