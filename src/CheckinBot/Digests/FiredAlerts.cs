using CheckinBot.Core.Digests;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Digests;

/// <summary>Rules that fired, as a digest tells of them.</summary>
internal static class FiredAlerts
{
    /// <summary>The alerts that held on a day in the unit and below it: first those that nobody has taken on, then the latest first.</summary>
    public static async Task<IReadOnlyList<FiredAlert>> Of(DbSession session, long unitId, DateOnly day, CancellationToken cancellationToken)
    {
        var firings = (await new FiringStore(session).Under(unitId, day, cancellationToken))
            .Where(firing => firing.WithdrawnAt is null && firing.FirstDay <= day).ToList();
        if (firings.Count == 0) return [];
        var units = new UnitStore(session);
        var alerts = new List<FiredAlert>();
        foreach (var firing in firings.OrderBy(firing => firing.AcknowledgedAt is not null).ThenByDescending(firing => firing.FiredAt))
        {
            var unit = (await units.Find(firing.Place.UnitId, cancellationToken))!;
            alerts.Add(new FiredAlert(firing.RuleId, firing.Kind, unit.Path, firing.Pupils.Count, firing.FiredAt, firing.AcknowledgedName));
        }

        return alerts;
    }
}
