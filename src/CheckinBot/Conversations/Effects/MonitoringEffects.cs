using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Conversations.Effects;

/// <summary>Keeps who is monitored until when, in the transaction of the check-in that opens it or takes it back.</summary>
internal sealed class MonitoringEffects(UnitRulesLoader rules)
{
    // A monitoring that began longer ago has ended, whatever is corrected now.
    private const int Beginnings = 3;

    /// <summary>
    /// Follows a revision that was just stored. Nearly every one tells of nothing that is monitored; a first answer then costs
    /// nothing, and a correction one look at an index.
    /// </summary>
    public async ValueTask Follow(DbSession session, CheckInDraft draft, int revision, CancellationToken cancellationToken)
    {
        var health = (await rules.For(session, draft.UnitId, cancellationToken)).Health;
        var store = new MonitoredStore(session);
        var opens = Monitoring.Opens(draft.Answer, draft.Day, health);
        if (!opens && (revision == 1 || !await store.IsOpenedBy(draft.PersonId, draft.Day, draft.Slot, cancellationToken))) return;
        var from = draft.Day.AddDays(-Beginnings * health.MonitorDays);
        var told = await new CheckInStore(session).OfPerson(draft.PersonId, from, DateOnly.MaxValue, cancellationToken);
        var stored = await store.OpenedSince(draft.PersonId, from, cancellationToken);
        await store.Apply(Monitoring.Changes(stored, Monitoring.Of(told, health, stored), draft.ReportedAt), draft.ReportedAt, cancellationToken);
    }

    /// <summary>Ends what lasts of a person, because somebody says that it was wrong or is over.</summary>
    public static async ValueTask End(DbSession session, Effect.EndMonitored ended, DateTimeOffset now, CancellationToken cancellationToken) =>
        await new MonitoredStore(session).End(ended.PersonId, ended.Day, ended.End, ended.ByName, now, cancellationToken, ended.Kind);
}
