using System.Diagnostics;
using CheckinBot.Alerts;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Benchmarks.Province;

/// <summary>
/// Judges all rules at each of 1,000 schools, as the schedule does at the cut-off: from the facts of some days, silence, and what has
/// fired before.
/// </summary>
internal static class RuleRound
{
    private const int Schools = 1_000;

    public static async Task Measure(Database database, WebApplication app, Action<FormattableString> say)
    {
        var judge = app.Services.GetRequiredService<RuleJudge>();
        await Judge(database, judge, 0);
        var times = new List<double>();
        var fired = 0;
        for (var school = 0; school < Schools; school++)
        {
            var begun = Stopwatch.GetTimestamp();
            fired += await Judge(database, judge, school);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        if (fired == 0) throw new InvalidOperationException("No rule fired.");
        say($"rules of {Schools:N0} schools ({Province.People:N0} pupils): {times.Sum() / 1000:0.0} s, {fired:N0} fired");
        say($"a school: median {times.Order().ElementAt(Schools / 2):0.0} ms, longest {times.Max():0.0} ms");
    }

    private static async Task<int> Judge(Database database, RuleJudge judge, int school)
    {
        await using var session = await database.OpenRead(default);
        return (await judge.Judge(session, new RuleLook(1_000 + school, Province.Day, WithSilence: true, Province.AsOf), default)).Count;
    }
}
