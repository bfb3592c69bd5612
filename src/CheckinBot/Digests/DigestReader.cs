using CheckinBot.Configuration;
using CheckinBot.Conversations;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Rules;
using CheckinBot.Storage;

namespace CheckinBot.Digests;

/// <summary>
/// The one way to a digest: <c>/digest</c>, the command line and the scheduled message all count by it.
/// Check-ins are counted as they are now, with every correction, as long as they are kept; afterwards the last snapshot stands.
/// </summary>
internal sealed class DigestReader(UnitRulesLoader rules, Settings settings, TimeProvider time)
{
    /// <summary>Counts a unit and everything below it.</summary>
    /// <param name="session">A consistent view of the database.</param>
    /// <param name="unit">The unit at the top.</param>
    /// <param name="day">The school day; null for today, or the last school day where today is none.</param>
    /// <param name="slot">The slot; null for the one that is open, or the first of a past day.</param>
    /// <param name="cancellation">Stops the count.</param>
    public async Task<DigestTree> Read(DbSession session, Unit unit, DateOnly? day, string? slot, CancellationToken cancellation)
    {
        var held = await rules.For(session, unit.Id, cancellation);
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), held.Schedule.TimeZone);
        var window = held.Schedule.WindowAt(now);
        var of = day ?? (held.Schedule.Calendar.IsSchoolDay(window.Day) ? window.Day : window.PreviousDay);
        var moment = new DigestMoment(of, slot ?? (of == window.Day ? window.Slot : held.Schedule.Slots[0].Id), now);
        var counts = await Count(session, unit.Id, moment, window.Day, held, cancellation);
        return new DigestTree(moment, counts, await Before(session, unit.Id, moment, window.Day, held, cancellation), clusterPupils: ClusterPupils())
        {
            OtherSlots = await OtherSlots(session, unit.Id, moment, window.Day, held, cancellation),
        };
    }

    private async Task<IReadOnlyList<SlotTotals>> OtherSlots(
        DbSession session, long unitId, DigestMoment moment, DateOnly today, UnitRules held, CancellationToken cancellation)
    {
        var others = new List<SlotTotals>();
        foreach (var slot in await new DigestCounts(rules).SlotsBegun(session, unitId, moment, today, cancellation))
        {
            if (slot == moment.Slot) continue;
            var other = moment with { Slot = slot };
            others.Add(new SlotTotals(slot, new DigestTree(other, await Count(session, unitId, other, today, held, cancellation)).Totals));
        }

        return others;
    }

    private async Task<IReadOnlyDictionary<long, DigestNumbers>> Before(
        DbSession session, long unitId, DigestMoment moment, DateOnly today, UnitRules held, CancellationToken cancellation)
    {
        if (held.Schedule.Calendar.Previous(moment.Day) is not { } before) return new Dictionary<long, DigestNumbers>();
        var earlier = moment with { Day = before };
        return new DigestTree(earlier, await Count(session, unitId, earlier, today, held, cancellation)).Totals;
    }

    private async Task<IReadOnlyList<UnitCount>> Count(
        DbSession session, long unitId, DigestMoment moment, DateOnly today, UnitRules held, CancellationToken cancellation)
    {
        if (moment.Day < today.AddDays(-held.Settings.Privacy.RetentionDays))
        {
            var kept = await new SnapshotStore(session).Last(unitId, moment.Day, moment.Slot, cancellation);
            if (kept.Count > 0) return kept;
        }

        return await new DigestCounts(rules).Of(session, unitId, moment, cancellation);
    }

    private int ClusterPupils() => settings.Rules.Alerts
        .Where(rule => rule is { Kind: RuleKind.LikeSymptoms, Days: 1, Scope: RuleScope.Class or RuleScope.ClassOrDormitory })
        .Select(rule => (int?)rule.Pupils).Min() ?? DigestAlert.ClusterPupils;
}
