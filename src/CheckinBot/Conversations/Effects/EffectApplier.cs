using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Conversations.Effects;

/// <summary>Does in the transaction what an effect says, by handing it to those who know how.</summary>
internal sealed class EffectApplier(
    CallEffects calls, NoticeEffects notices, AskedEffects asked, SchoolEffects school, CaseEffects cases, GroupEffects groups,
    UserEffects users)
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
                return NoticeEffects.Nudge(nudge);
            case Effect.NotifyStaff or Effect.NotifyUser or Effect.NotifyFamily:
                await notices.Apply(session, effect, causer, cancellationToken);
                break;
            case Effect.RefreshCard or Effect.JudgeRules or Effect.TakeAlert or Effect.ShowCases or Effect.ShowDigest:
                await asked.Apply(session, effect, causer, now, cancellationToken);
                break;
            case Effect.Send or Effect.Edit or Effect.RemoveButtons or Effect.SettleQuestion or Effect.React or Effect.Delete:
            case Effect.OfferCommands or Effect.AnswerButton or Effect.SendFile:
                await calls.Apply(session, effect, cancellationToken);
                break;
            case Effect.Record or Effect.Waive or Effect.Unwaive or Effect.LogLook or Effect.ChangeSetting or Effect.Transfer or Effect.EndMonitored:
            case Effect.Hear or Effect.Unhear or Effect.SayLater or Effect.AskHelp or Effect.TakeHelp or Effect.CloseHelp:
                await school.Apply(session, effect, causer, now, cancellationToken);
                break;
            case Effect.OpenCase opened:
                await cases.Open(session, opened, now, cancellationToken);
                break;
            case Effect.MoveCase moved:
                await cases.Move(session, moved, now, cancellationToken);
                break;
            case Effect.BindGroup or Effect.UnbindGroup or Effect.SetGroupRights or Effect.SetTidy or Effect.MigrateGroup:
                await groups.Apply(session, effect, now, cancellationToken);
                break;
            default:
                await users.Apply(session, effect, now, cancellationToken);
                break;
        }

        return [];
    }
}
