using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Rules;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Digests;

/// <summary>Rules that fired, as a digest tells of them.</summary>
internal static class FiredAlerts
{
    // Longer than a weekend with holidays; what nobody has taken on by then is history.
    private const int DaysOpen = 14;

    /// <summary>
    /// The alerts that held on a day in the unit and below it, for a boarding house those of its dormitories, and those of days before
    /// that nobody has taken on: first those, then the latest first.
    /// </summary>
    public static async Task<IReadOnlyList<FiredAlert>> Of(DbSession session, DigestUnit of, DateOnly day, CancellationToken cancellationToken)
    {
        var (store, since) = (new FiringStore(session), day.AddDays(-DaysOpen));
        var held = of.Kind == UnitKind.BoardingHouse
            ? await store.OfHouse(of.Id, since, cancellationToken)
            : await store.Under(of.Id, since, cancellationToken);
        var firings = held
            .Where(firing => firing.WithdrawnAt is null && firing.FirstDay <= day)
            .Where(firing => firing.LastDay >= day || (firing.IsOpen && firing.Kind != RuleKind.NoAnswer)).ToList();
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
