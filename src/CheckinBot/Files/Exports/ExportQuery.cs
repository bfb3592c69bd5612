using System.Runtime.CompilerServices;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Files.Exports;

/// <summary>What is to be exported.</summary>
/// <param name="Unit">The unit, with all below it.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Missing">Also those without an answer, on the school days and in the slots of their own units.</param>
/// <param name="Revisions">All revisions, not just the current one.</param>
internal sealed record ExportQuery(Unit Unit, DateOnly From, DateOnly To, bool Missing, bool Revisions)
{
    /// <summary>The rows, day by day.</summary>
    /// <param name="session">A consistent view of the database.</param>
    /// <param name="held">What holds in the unit and in each below it, by path.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<ExportedCheckIn> Rows(
        DbSession session, IReadOnlyDictionary<string, UnitRules> held, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var store = new ExportStore(session);
        var slots = held.Values.Select(rules => rules.Schedule).Distinct().SelectMany(schedule => schedule.Slots).Select(slot => slot.Id).Distinct()
            .OrderBy(slot => Array.IndexOf(SlotSchedule.Ids, slot)).ToList();
        for (var day = From; day <= To; day = day.AddDays(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await foreach (var row in store.Told(Unit.Id, day, Revisions)) yield return row with { Counted = row.Counted && IsAsked(row), Peak = PeakOf(row) };
            if (!Missing || !held.Values.Any(rules => rules.Schedule.Calendar.IsSchoolDay(day))) continue;
            foreach (var slot in slots)
            {
                await foreach (var row in store.Untold(Unit.Id, day, slot))
                {
                    if (IsAsked(row)) yield return row;
                }
            }
        }

        bool IsAsked(ExportedCheckIn row) =>
            held.TryGetValue(row.Unit, out var rules) && rules.Schedule.Calendar.IsSchoolDay(row.Day) && rules.Schedule.Slot(row.Slot) is not null;

        TakenTemperature? PeakOf(ExportedCheckIn row) => held.TryGetValue(row.Unit, out var rules) ? rules.Health.Peak(row.Readings) : null;
    }
}
