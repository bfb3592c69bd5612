using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Organisation;
using CheckinBot.Metrics;
using CheckinBot.Sending;
using CheckinBot.Storage;
using CheckinBot.Telegram;

namespace CheckinBot.Conversations;

/// <summary>Does in the transaction what an effect says; what must leave the program goes through the outbox.</summary>
internal sealed class EffectApplier(Outbox outbox, BotMetrics metrics)
{
    /// <summary>Applies one effect and returns the events that it sets off in other conversations.</summary>
    public async ValueTask<IReadOnlyList<ConversationEvent>> Apply(DbSession session, Effect effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case Effect.Send(var message):
                await outbox.Send(session, message, cancellationToken);
                break;
            case Effect.Edit edit:
                await outbox.Add(session, new OutgoingCall { Edit = edit }, Lane.Answers, cancellationToken);
                break;
            case Effect.RemoveButtons remove:
                await outbox.Add(session, new OutgoingCall { RemoveButtons = remove }, Lane.Answers, cancellationToken);
                break;
            case Effect.React react:
                await outbox.Add(session, new OutgoingCall { React = react }, Lane.Answers, cancellationToken);
                break;
            case Effect.Delete delete:
                await outbox.Add(session, new OutgoingCall { Delete = delete }, Lane.Answers, cancellationToken);
                break;
            case Effect.AnswerButton answer:
                outbox.Answer(session, answer);
                break;
            case Effect.Record(var draft):
                await new CheckInStore(session).Append(draft, cancellationToken);
                session.AfterCommit(() => metrics.CheckInStored(draft.Source.ToName()));
                break;
            case Effect.Link link:
                await new LinkStore(session).Add(link.UserId, link.PersonId, link.Kind, link.DisplayName, link.Code, now, cancellationToken);
                await new AccountStore(session).Add(link.UserId, now, cancellationToken);
                break;
            case Effect.Unlink { Reason: UnlinkReason.Removed } unlink:
                await new LinkStore(session).Expel(unlink.UserId, unlink.PersonId, now, cancellationToken);
                break;
            case Effect.Unlink unlink:
                await new LinkStore(session).Remove(unlink.UserId, unlink.PersonId, cancellationToken);
                break;
            case Effect.SetLanguage(var userId, var language):
                await new AccountStore(session).SetLanguage(userId, language, now, cancellationToken);
                break;
            case Effect.DeleteAccount(var userId):
                await new AccountStore(session).Delete(userId, cancellationToken);
                break;
            case Effect.SetReachable(var userId, var reachable):
                await new AccountStore(session).SetReachable(userId, reachable ? null : "blocked", now, cancellationToken);
                break;
            case Effect.TakeUp(var user, var matter):
                return [new ConversationEvent.TakenUp(matter) { Chat = new ChatRef(user.UserId, ChatKind.Private), From = user }];
        }

        return [];
    }
}
