using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Digests;

/// <summary>The days with which a day in progress is compared.</summary>
internal static class ComparedDays
{
    /// <summary>Other days as they stood at the same time of the day; a day of which nothing was taken by then is left out.</summary>
    public static async Task<DigestHistory> AtSameTime(
        DbSession session, DigestUnit unit, DigestMoment moment, UnitRules held, IEnumerable<DateOnly?> days, CancellationToken cancellationToken)
    {
        var known = new List<DigestDay>();
        // Cut-offs are taken on the minute, a little later or earlier from day to day.
        var until = TimeOnly.FromDateTime(moment.At.DateTime);
        foreach (var day in days.OfType<DateOnly>().Distinct())
        {
            var at = held.Schedule.TimeZone.ToInstant(day, until).AddMinutes(1);
            if (await new SnapshotStore(session).LastUntil(unit, day, moment.Slot, at, cancellationToken) is { } digest) known.Add(new DigestDay(day, digest));
        }

        return new DigestHistory(known);
    }
}
