using System.Diagnostics;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Digests;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Benchmarks.Province;

/// <summary>Keeps the snapshots of every unit, and then answers presses: a large unit by its snapshot, a small one counted anew beside it, as text.</summary>
internal static class DrillDown
{
    private const int Presses = 300;

    public static async Task Measure(Database database, WebApplication app, Action<FormattableString> say)
    {
        var watch = Stopwatch.StartNew();
        var units = await Keep(database);
        say($"snapshots of {units.Count:N0} units kept in {watch.Elapsed.TotalSeconds:0.0} s");

        watch.Restart();
        await app.Services.GetRequiredService<DigestWarmUp>().Run(default);
        say($"digests warmed up in {watch.Elapsed.TotalMilliseconds:0} ms");
        var reader = app.Services.GetRequiredService<DigestReader>();
        var times = new List<double>();
        for (var press = 0; press < Presses; press++)
        {
            // From the province down to a grade, by turns.
            var id = (press % 4) switch { 0 => Province.Root, 1 => 100 + press % 50, 2 => 1_000 + press * 7 % 1_000, _ => 10_000 + press * 31 % 5_000 };
            var begun = Stopwatch.GetTimestamp();
            await using var session = await database.OpenRead(default);
            var unit = (await new UnitStore(session).Find(id, default))!;
            var view = await reader.View(session, unit, Province.Day, "morning", recount: !await DigestReader.IsLarge(session, unit, default), default);
            if (view.Shown.Units.Count == 0 || DigestText.ForOfficial(view, Language.ZhHans).Length == 0) throw new InvalidOperationException(unit.Path);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        times.Sort();
        var (median, mostUnder) = (times[Presses / 2], times[Presses * 99 / 100]);
        say($"drill-down, {Presses} presses: median {median:0.0} ms, 99 of 100 under {mostUnder:0.0} ms, longest {times[^1]:0.0} ms");
    }

    private static async Task<IReadOnlyList<UnitCount>> Keep(Database database)
    {
        await using var session = await database.OpenWrite(default);
        var counts = await new DigestStore(session).Count(Province.Root, Province.Day, "morning", HealthRules.Default, asksTravel: true, default);
        var tree = new DigestTree(new DigestMoment(Province.Day, "morning", Province.AsOf), counts);
        foreach (var count in counts) await new SnapshotStore(session).Add(tree.Digest(count.Unit.Id, Digest.LevelsOf(count.Unit.Kind))!, default);
        await session.Commit(default);
        return counts;
    }
}
