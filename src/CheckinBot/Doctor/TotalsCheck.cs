using System.Globalization;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Doctor;

/// <summary>
/// Counts again what the numbers rest on: of each answered person, day and slot one revision is the current one and it is the last; in the
/// snapshots of the last days the parts add up to the whole.
/// </summary>
internal static class TotalsCheck
{
    private const int DaysBack = 14;

    public static async Task<Finding> Run(Database database, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        var wrong = await new CheckInStore(session).CountWithoutOneCurrent(cancellationToken);
        if (wrong > 0)
        {
            return Finding.Fault("totals", string.Create(
                CultureInfo.InvariantCulture,
                $"{wrong} answers have no or more than one current revision, so that they count wrongly: put a copy back with 'restore'"));
        }

        var (counted, odd) = (0, new List<string>());
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        foreach (var unit in await new UnitStore(session).All(cancellationToken))
        {
            await foreach (var digest in Snapshots(session, unit, today, cancellationToken))
            {
                counted++;
                if (!AddsUp(digest)) odd.Add($"{unit.Path} {digest.Moment.Day:yyyy-MM-dd}");
            }
        }

        if (odd.Count == 0)
        {
            return Finding.Ok("totals", string.Create(
                CultureInfo.InvariantCulture, $"each answer counts once; in {counted} snapshots the parts add up to the whole"));
        }

        return Finding.Fault(
            "totals", $"the parts do not add up to the whole in {odd.Count} of {counted} snapshots, such as {odd[0]}: put a copy back with 'restore'");
    }

    private static async IAsyncEnumerable<Digest> Snapshots(
        DbSession session, Unit unit, DateOnly today, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var store = new SnapshotStore(session);
        var counted = DigestUnit.Of(unit);
        foreach (var slot in await store.SlotsOf(unit.Id, today.AddDays(-DaysBack), cancellationToken))
        {
            foreach (var day in await store.Days(counted, slot, today.AddDays(-DaysBack), today.AddDays(1), cancellationToken)) yield return day.Digest;
        }
    }

    // Higher up the units right below are all there is besides the unit's own people; whoever lives in a boarding house is counted in a class.
    private static bool AddsUp(Digest digest)
    {
        var numbers = digest.Numbers;
        if (numbers.Reported + numbers.Missing + numbers.Exempt != numbers.Expected) return false;
        if (digest.Unit.Kind != UnitKind.Area || digest.Units.Count == 0) return true;
        return digest.Own.Expected + digest.Units.Sum(unit => unit.Numbers.Expected) == numbers.Expected
            && digest.Own.Reported + digest.Units.Sum(unit => unit.Numbers.Reported) == numbers.Reported;
    }
}
