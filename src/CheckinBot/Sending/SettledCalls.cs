using CheckinBot.Alerts;
using CheckinBot.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Groups;
using CheckinBot.Storage.Traffic;
using CheckinBot.Storage.Users;
using CheckinBot.Telegram;

namespace CheckinBot.Sending;

/// <summary>What a settled call changes in the database.</summary>
/// <param name="cards">Learns that an edit of a card is no longer on its way.</param>
/// <param name="alerts">Learns that an alert has arrived.</param>
/// <param name="notShown">Takes what one person was to see in a group and did not.</param>
/// <param name="guardians">Lazy, since what it has to say goes out through the outbox, whose calls are settled here.</param>
/// <param name="time">The worker's clock.</param>
internal sealed class SettledCalls(CardBoard cards, AlertBoard alerts, NotShownMessages notShown, Lazy<UnreachableGuardians> guardians, TimeProvider time)
{
    public async ValueTask Store(DbSession session, IReadOnlyList<(PendingCall Call, CallOutcome Outcome)> batch, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var outbox = new OutboxStore(session);
        foreach (var (call, outcome) in batch)
        {
            switch (outcome)
            {
                case CallOutcome.Done(var messageId):
                    await outbox.MarkSent(call.Id, now, cancellationToken);
                    if (messageId is { } id && call.Track is Track.Card card)
                        await new CardStore(session).SetMessage(card.UnitId, call.ChatId, card.Day, card.Slot, id, cancellationToken);
                    if (messageId is { } told && call.Track is Track.Alert(var firingId)) await Arrived(session, firingId, call.ChatId, told, cancellationToken);
                    break;
                case CallOutcome.Shown:
                    await outbox.MarkSent(call.Id, now, cancellationToken);
                    break;
                case CallOutcome.NotShown when call.Call.OnlyFor is { IsProof: true }:
                    await outbox.MarkSent(call.Id, now, cancellationToken);
                    break;
                case CallOutcome.NotShown(var reason):
                    await outbox.GiveUp(call.Id, reason, now, cancellationToken);
                    session.AfterCommit(() => notShown.Add(call.Call));
                    break;
                case CallOutcome.Unreachable(var reason):
                    await outbox.GiveUp(call.Id, reason, now, cancellationToken);
                    if (call.ChatId > 0) await LosePerson(session, call.ChatId, reason, now, cancellationToken);
                    break;
                case CallOutcome.Refused(var reason):
                    await outbox.GiveUp(call.Id, reason, now, cancellationToken);
                    break;
                case CallOutcome.Migrated(var newChatId):
                    await new GroupStore(session).Migrate(call.ChatId, newChatId, cancellationToken);
                    break;
            }

            if (call.Track is Track.Card settled && outcome is not CallOutcome.Migrated) session.AfterCommit(() => cards.Settled(settled.UnitId));
        }
    }

    // What changed while it was on its way is shown by editing it now.
    private async ValueTask Arrived(DbSession session, long firingId, long chatId, int messageId, CancellationToken cancellationToken)
    {
        await new AlertMessageStore(session).SetMessage(firingId, chatId, messageId, cancellationToken);
        session.AfterCommit(() => alerts.Refresh(firingId));
    }

    private async ValueTask LosePerson(DbSession session, long userId, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await new AccountStore(session).SetReachable(userId, reason, now, cancellationToken);
        await guardians.Value.TellTeachers(session, userId, cancellationToken);
    }
}
