using System.Runtime.CompilerServices;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Files.Exports;

/// <summary>What is to be exported.</summary>
/// <param name="Unit">The unit, with all below it.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Missing">Also those without an answer, on the school days of the unit.</param>
/// <param name="Revisions">All revisions, not just the current one.</param>
internal sealed record ExportQuery(Unit Unit, DateOnly From, DateOnly To, bool Missing, bool Revisions)
{
    /// <summary>The rows, day by day.</summary>
    public async IAsyncEnumerable<ExportedCheckIn> Rows(
        DbSession session, SchoolDaySchedule schedule, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var store = new ExportStore(session);
        for (var day = From; day <= To; day = day.AddDays(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await foreach (var row in store.Told(Unit.Id, day, Revisions)) yield return row;
            if (!Missing || !schedule.Calendar.IsSchoolDay(day)) continue;
            foreach (var slot in schedule.Slots)
            {
                await foreach (var row in store.Untold(Unit.Id, day, slot.Id)) yield return row;
            }
        }
    }
}
