using CheckinBot.Alerts;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Digests;
using CheckinBot.Metrics;
using CheckinBot.Rosters;
using CheckinBot.Sending;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Groups;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Schedule;
using CheckinBot.Storage.Settings;
using CheckinBot.Storage.Users;
using CheckinBot.Telegram;

namespace CheckinBot.Conversations;

/// <summary>Does in the transaction what an effect says; what must leave the program goes through the outbox.</summary>
internal sealed class EffectApplier(Outbox outbox, Dispatcher dispatcher, NoticeSender notices, UnreachableGuardians guardians, CardBoard cards, DigestRequests digests, SignOffWatch signatures, AlertBoard alerts, CaseRequests cases, TransferNotices transfers, UnitRulesLoader rules, BotIdentity bot, BotMetrics metrics, TimeProvider time)
{
    /// <summary>Applies one effect and returns the events that it sets off in other conversations.</summary>
    public async ValueTask<IReadOnlyList<ConversationEvent>> Apply(
        DbSession session, Effect effect, long causer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case Effect.TakeUp(var user, var matter):
                return [new ConversationEvent.TakenUp(matter) { Chat = new ChatRef(user.UserId, ChatKind.Private), From = user }];
            case Effect.Nudge nudge:
                return await NoticeSender.Nudge(session, nudge, cancellationToken);
            case Effect.NotifyStaff notify:
                await notices.Notify(session, notify, causer, cancellationToken);
                break;
            case Effect.NotifyUser notify:
                await notices.Notify(session, notify, cancellationToken);
                break;
            case Effect.RefreshCard(var unitId):
                session.AfterCommit(() => cards.Refresh(unitId));
                break;
            case Effect.JudgeRules(var unitId, var day):
                session.AfterCommit(() => alerts.Judge(new Look(unitId, day)));
                break;
            case Effect.TakeAlert(var firingId, var name):
                if (await new FiringStore(session).Acknowledge(firingId, causer, name, now, cancellationToken)) session.AfterCommit(() => alerts.Refresh(firingId));
                break;
            case Effect.ShowCases show:
                session.AfterCommit(() => cases.Ask(show));
                break;
            case Effect.Waive(var waiver):
                await new WaiverStore(session).Set(waiver, causer, cancellationToken);
                break;
            case Effect.Unwaive(var unitId, var day):
                await new WaiverStore(session).Clear(unitId, day, cancellationToken);
                break;
            case Effect.ShowDigest show:
                session.AfterCommit(() => digests.Ask(show));
                break;
            case Effect.SendFile(var order):
                await outbox.Add(session, new OutgoingCall { File = order }, order.Lane, cancellationToken);
                break;
            case Effect.Send or Effect.Edit or Effect.RemoveButtons or Effect.React or Effect.Delete or Effect.OfferCommands or Effect.AnswerButton:
                await Call(session, effect, cancellationToken);
                break;
            case Effect.Record(var draft):
                await new CheckInStore(session).Append(draft, cancellationToken);
                session.AfterCommit(() =>
                {
                    metrics.CheckInStored(draft.Source.ToName());
                    signatures.Changed(draft.UnitId, draft.Day, draft.Slot);
                });
                break;
            case Effect.LogLook look:
                await new LookStore(session).Add(look.PersonIds, Looker.User(causer, look.ByPersonId), look.Reason, look.Via, now, cancellationToken);
                break;
            case Effect.ChangeSetting change:
                await new SettingStore(session).Change(change.UnitId, change.Key, change.Value, Looker.User(causer, change.ByPersonId), now, cancellationToken);
                session.AfterCommit(() =>
                {
                    rules.Forget();
                    signatures.AllChanged();
                });
                break;
            case Effect.Transfer move:
                await new Transfers(session, time).MoveWithinSchool(move, (await rules.For(session, move.ToUnitId, cancellationToken)).Schedule.TimeZone, cancellationToken);
                await transfers.Tell(session, cancellationToken);
                session.AfterCommit(signatures.AllChanged);
                break;
            case Effect.BindGroup or Effect.UnbindGroup or Effect.SetGroupRights or Effect.SetTidy or Effect.MigrateGroup:
                await ChangeGroup(session, effect, now, cancellationToken);
                break;
            default:
                await ChangeUser(session, effect, now, cancellationToken);
                break;
        }

        return [];
    }

    private async ValueTask Call(DbSession session, Effect effect, CancellationToken cancellationToken)
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
            case Effect.OfferCommands offer:
                await outbox.Add(session, new OutgoingCall { Commands = offer }, Lane.Announcements, cancellationToken);
                break;
            case Effect.AnswerButton answer:
                outbox.Answer(session, answer);
                break;
        }
    }

    private async ValueTask ChangeGroup(DbSession session, Effect effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var groups = new GroupStore(session);
        switch (effect)
        {
            case Effect.BindGroup bind:
                var known = await groups.Find(bind.ChatId, cancellationToken);
                await groups.Bind(bot.Id, bind, now, cancellationToken);
                if (known?.Unit.Id != bind.UnitId && (await rules.For(session, bind.UnitId, cancellationToken)).Settings.Unit.Tidy)
                    await groups.SetTidy(bind.ChatId, tidy: true, cancellationToken);
                break;
            case Effect.UnbindGroup(var chatId):
                await groups.Unbind(chatId, cancellationToken);
                break;
            case Effect.SetGroupRights rights:
                await groups.SetRights(bot.Id, rights, cancellationToken);
                break;
            case Effect.SetTidy(var chatId, var tidy):
                await groups.SetTidy(chatId, tidy, cancellationToken);
                break;
            case Effect.MigrateGroup(var from, var to):
                await groups.Migrate(from, to, cancellationToken);
                session.AfterCommit(() => dispatcher.Move(from, to));
                break;
        }
    }

    private async ValueTask ChangeUser(DbSession session, Effect effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var accounts = new AccountStore(session);
        var links = new LinkStore(session);
        switch (effect)
        {
            case Effect.Link link:
                await links.Add(link.UserId, link.PersonId, link.Kind, link.DisplayName, link.Code, now, cancellationToken);
                await accounts.Add(link.UserId, now, cancellationToken);
                break;
            case Effect.Unlink { Reason: UnlinkReason.Removed } unlink:
                await links.Expel(unlink.UserId, unlink.PersonId, now, cancellationToken);
                break;
            case Effect.Unlink unlink:
                await links.Remove(unlink.UserId, unlink.PersonId, cancellationToken);
                break;
            case Effect.KeepNickname(var userId, var personId, var nickname):
                await links.KeepNickname(userId, personId, nickname, cancellationToken);
                break;
            case Effect.CodeFailed(var userId):
                await new InvitationStore(session).AddFailure(userId, now, cancellationToken);
                break;
            case Effect.SetLanguage(var userId, var language):
                await accounts.SetLanguage(userId, language, now, cancellationToken);
                break;
            case Effect.DeleteAccount(var userId):
                await accounts.Delete(userId, cancellationToken);
                break;
            case Effect.SetReachable(var userId, var reachable):
                await accounts.SetReachable(userId, reachable ? null : "blocked", now, cancellationToken);
                if (!reachable) await guardians.TellTeachers(session, userId, cancellationToken);
                break;
            default:
                throw new NotSupportedException($"An effect that nobody applies: {effect.GetType().Name}");
        }
    }
}
