using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.LocalSettings;
using CheckinBot.Metrics;
using CheckinBot.Rosters;
using CheckinBot.Signatures;
using CheckinBot.Storage;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Schedule;
using CheckinBot.Storage.Settings;
using CheckinBot.Storage.Users;

namespace CheckinBot.Conversations.Effects;

/// <summary>Effects on the facts of a school: answers, waivers, looks, settings, requests for help, and moves to another class.</summary>
internal sealed class SchoolEffects(
    UnitRulesLoader rules, MonitoringEffects monitoring, CaseEffects cases, TransferNotices transfers, SignOffWatch signatures, CompletionWatch completions,
    BotMetrics metrics, TimeProvider time)
{
    public async ValueTask Apply(DbSession session, Effect effect, long causer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case Effect.Record(var draft):
                var revision = await new CheckInStore(session).Append(draft, cancellationToken);
                await monitoring.Follow(session, draft, revision, cancellationToken);
                await cases.Follow(session, draft, revision, cancellationToken);
                session.AfterCommit(() =>
                {
                    metrics.CheckInStored(draft.Source.ToName());
                    signatures.Changed(draft.UnitId, draft.Day, draft.Slot);
                    completions.Told(draft.UnitId, draft.Day, draft.Slot);
                });
                break;
            case Effect.EndMonitored ended:
                await MonitoringEffects.End(session, ended, now, cancellationToken);
                await cases.Close(session, ended, now, cancellationToken);
                session.AfterCommit(signatures.AllChanged);
                break;
            case Effect.Waive(var waiver):
                await new WaiverStore(session).Set(waiver, causer, cancellationToken);
                break;
            case Effect.Unwaive(var unitId, var day):
                await new WaiverStore(session).Clear(unitId, day, cancellationToken);
                break;
            case Effect.LogLook look:
                await new LookStore(session).Add(look.PersonIds, Looker.User(causer, look.ByPersonId), look.Reason, look.Via, now, cancellationToken);
                break;
            case Effect.ChangeSetting change:
                await Change(session, change, causer, now, cancellationToken);
                break;
            case Effect.Hear(var personId, var day, var slot, var told):
                await new HearsayStore(session).Keep(new HeardOf(personId, day, slot, told), causer, now, cancellationToken);
                break;
            case Effect.Unhear(var personId, var day, var slot):
                await new HearsayStore(session).Forget(personId, day, slot, cancellationToken);
                break;
            case Effect.SayLater(var personId, var day, var slot):
                await new SaidLaterStore(session).Say(personId, day, slot, now, cancellationToken);
                break;
            case Effect.AskHelp(var unitId, var kind, var writer):
                await new HelpRequestStore(session).Ask(causer, unitId, kind, writer, now, cancellationToken);
                break;
            case Effect.TakeHelp(var requestId, var name):
                await new HelpRequestStore(session).Take(requestId, causer, name, cancellationToken);
                break;
            case Effect.CloseHelp(var requestId):
                await new HelpRequestStore(session).Close(requestId, causer, now, cancellationToken);
                break;
            case Effect.Transfer move:
                await Move(session, move, cancellationToken);
                break;
        }
    }

    private async ValueTask Change(DbSession session, Effect.ChangeSetting change, long causer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var by = Looker.User(causer, change.ByPersonId);
        await new SettingStore(session).Change(change.UnitId, change.Key, change.Value, by, now, cancellationToken);
        session.AfterCommit(() =>
        {
            rules.Forget();
            signatures.AllChanged();
        });
    }

    private async ValueTask Move(DbSession session, Effect.Transfer move, CancellationToken cancellationToken)
    {
        var zone = (await rules.For(session, move.ToUnitId, cancellationToken)).Schedule.TimeZone;
        await new Transfers(session, time).MoveWithinSchool(move, zone, cancellationToken);
        await transfers.Tell(session, cancellationToken);
        session.AfterCommit(signatures.AllChanged);
    }
}
