using CheckinBot.Alerts;
using CheckinBot.Cards;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Requests;
using CheckinBot.Storage;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Conversations.Effects;

/// <summary>Effects that are worked out after the commit, so that nobody who writes waits for them: cards, rules, digests, lists of cases.</summary>
internal sealed class AskedEffects(CardBoard cards, AlertBoard alerts, CaseRequests cases, CaseEffects files, DigestRequests digests)
{
    public async ValueTask Apply(DbSession session, Effect effect, long causer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case Effect.RefreshCard(var unitId):
                session.AfterCommit(() => cards.Refresh(unitId));
                break;
            case Effect.JudgeRules(var unitId, var day):
                await alerts.Judge(session, new RuleLook(unitId, day, WithSilence: false, now + AlertBoard.Settles), cancellationToken);
                break;
            case Effect.TakeAlert taken:
                if (!await new FiringStore(session).Acknowledge(taken.FiringId, causer, taken.Name, now, cancellationToken)) break;
                await files.TakeOn(session, taken, now, cancellationToken);
                session.AfterCommit(() => alerts.Refresh(taken.FiringId));
                break;
            case Effect.ShowCases show:
                await cases.Ask(session, show, cancellationToken);
                break;
            case Effect.ShowDigest show:
                await digests.Ask(session, show, cancellationToken);
                break;
        }
    }
}
