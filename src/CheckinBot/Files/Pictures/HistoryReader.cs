using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown.Pictures;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Files.Pictures;

/// <summary>
/// Reads what a picture draws: the digest of this moment, and the last snapshots of the school days before. A day without a
/// snapshot, because no worker ran yet, is counted if anybody answered on it.
/// </summary>
internal static class HistoryReader
{
    /// <summary>The history up to a digest.</summary>
    /// <param name="session">A consistent view of the database.</param>
    /// <param name="digest">The digest with all units below.</param>
    /// <param name="rules">What holds in the unit.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<DrawnHistory> Read(DbSession session, Digest digest, UnitRules rules, CancellationToken cancellationToken)
    {
        var (root, moment) = (digest.Unit, digest.Moment);
        var days = Days(rules, moment.Day);
        var parts = Parts(digest).ToList();
        var numbers = (await new DigestHistoryStore(session).Totals(root.Id, days[0], days[^1], moment.Slot, IsSchool(root), cancellationToken))
            .ToDictionary(one => (one.UnitId, one.Day), one => one.Total);
        foreach (var day in days.Where(day => day != moment.Day && !numbers.ContainsKey((root.Id, day))))
        {
            if (!await new DigestHistoryStore(session).HasAnswers(root.Id, day, moment.Slot, cancellationToken)) continue;
            var counted = await new DigestStore(session).Count(
                root.Id, day, moment.Slot, rules.Health, rules.Schedule.AsksTravelIn(moment.Slot), cancellationToken);
            foreach (var (unitId, total) in new DigestTree(moment with { Day = day }, counted).Totals) numbers[(unitId, day)] = total;
        }

        foreach (var part in parts.Prepend(digest)) numbers[(part.Unit.Id, moment.Day)] = part.Numbers;
        return new DrawnHistory(
            digest, days, Of(root.Id), [.. parts.Select(part => new UnitHistory(UnitNames.Below(root.Path, part.Unit.Path)!, Of(part.Unit.Id)))]);

        IReadOnlyList<DigestNumbers?> Of(long unitId) =>
            [.. days.Select(day => numbers.TryGetValue((unitId, day), out var known) ? known : (DigestNumbers?)null)];
    }

    private static IReadOnlyList<DateOnly> Days(UnitRules rules, DateOnly last)
    {
        var days = new List<DateOnly> { last };
        while (days.Count < DrawnHistory.DrawnDays && rules.Schedule.Calendar.Previous(days[^1]) is { } before) days.Add(before);
        days.Reverse();
        return days;
    }

    private static IEnumerable<Digest> Parts(Digest digest) =>
        (IsSchool(digest.Unit) ? Descendants(digest).Where(unit => unit.Unit.Kind.HoldsPeople()) : digest.Units).Where(unit => unit.Numbers.Expected > 0);

    private static bool IsSchool(DigestUnit unit) => unit.Kind != UnitKind.Area;

    private static IEnumerable<Digest> Descendants(Digest digest) => digest.Units.SelectMany(unit => Descendants(unit).Prepend(unit));
}
