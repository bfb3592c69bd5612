using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Digests;

/// <summary>
/// Counts a subtree whose units may have rules of their own. Each is counted by its fever lines and key areas; of a unit that has
/// no school on that day nobody is expected, and what was answered all the same counts; a unit without such a slot counts nobody.
/// </summary>
internal sealed class DigestCounts(UnitRulesLoader rules)
{
    public async Task<IReadOnlyList<UnitCount>> Of(DbSession session, long rootId, DigestMoment moment, CancellationToken cancellationToken)
    {
        var held = await rules.Under(session, rootId, cancellationToken);
        var (day, slot) = (moment.Day, moment.Slot);
        var units = await new UnitStore(session).Subtree(rootId, cancellationToken);
        var counts = new List<UnitCount>(units.Count);
        // Nearly always there is one group only, and everything is counted at once.
        var asked = units.Where(unit => HasSlot(held[unit.Id], moment));
        foreach (var group in asked.GroupBy(unit => (
            held[unit.Id].Health.Fever, held[unit.Id].Settings.Values["Rules:KeyAreas"], AsksTravel: held[unit.Id].Schedule.AsksTravelIn(slot))))
        {
            var ids = group.Select(unit => unit.Id).ToHashSet();
            var counted = await new DigestStore(session).Count(
                rootId, day, slot, held[group.First().Id].Health, group.Key.AsksTravel, cancellationToken);
            counts.AddRange(counted.Where(count => ids.Contains(count.Unit.Id))
                .Select(count => held[count.Unit.Id].Schedule.Calendar.IsSchoolDay(day) ? count : count.WithoutSchool()));
        }

        counts.AddRange(units.Where(unit => !HasSlot(held[unit.Id], moment)).Select(Nobody));
        return counts;
    }

    /// <summary>The slots that any unit of a subtree has, in the order of the day, each with the times of the unit that opens it first.</summary>
    public async Task<IReadOnlyList<SlotSchedule>> SlotsBelow(DbSession session, long rootId, CancellationToken cancellationToken)
    {
        var held = await rules.Under(session, rootId, cancellationToken);
        return
        [
            .. (await new UnitStore(session).Subtree(rootId, cancellationToken))
                .Select(unit => held[unit.Id].Schedule.Slots).Distinct().SelectMany(slots => slots)
                .GroupBy(slot => slot.Id).Select(same => same.MinBy(slot => slot.OpensAt)!)
                .OrderBy(slot => Array.IndexOf(SlotSchedule.Ids, slot.Id)),
        ];
    }

    private static bool HasSlot(UnitRules held, DigestMoment moment) => held.Schedule.Slot(moment.Slot) is not null;

    private static UnitCount Nobody(Unit unit) => new(DigestUnit.Of(unit), new DigestNumbers(), 0);
}
