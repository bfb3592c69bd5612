using System.Diagnostics;
using System.Globalization;
using CheckinBot.Bots;
using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Hosting;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Benchmarks.Province;

/// <summary>Digests of all levels, a drill-down press, the rules and a ping for a million people, beside the barest SQL that touches the same rows.</summary>
internal static class MillionBenchmark
{
    private const int Times = 5;

    public static async Task<int> Run(string[] arguments)
    {
        var scratch = arguments.Length == 0 ? Directory.CreateTempSubdirectory("checkinbot-million-").FullName : null;
        var where = scratch ?? arguments[0];
        var options = where.Contains('=', StringComparison.Ordinal)
            ? new StorageOptions(SqlDialect.Postgres, $"{where};Command Timeout=600")
            : new StorageOptions(SqlDialect.Sqlite, $"Data Source={Path.Combine(where, "million.db")}");
        try
        {
            var database = new Database(options);
            var watch = Stopwatch.StartNew();
            await Province.Seed(database);
            Say($"{database.Dialect}: {Province.People:N0} people, {Province.Classes:N0} classes, made in {watch.Elapsed.TotalSeconds:0} s");
            await Digests(database);
            await using var app = Worker(options);
            await DrillDown.Measure(database, app, Say);
            await RuleRound.Measure(database, app, Say);
            await Pings.Measure(database, app, Say);
            return 0;
        }
        finally
        {
            if (scratch is not null) Directory.Delete(scratch, recursive: true);
        }
    }

    // Nobody listens at its Bot API: what the sender has, stays with it. Its limits hold it back from trying all at once.
    private static WebApplication Worker(StorageOptions options)
    {
        var app = CheckinHost.Build(
            Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Telegram:BotToken"] = "777:worker-token_0123456789abcdefghijklmn",
                ["Telegram:BaseUrl"] = "http://127.0.0.1:9",
                ["Telegram:MessagesPerSecond"] = "1",
                ["Storage:Provider"] = options.Provider.ToString(),
                ["Storage:ConnectionString"] = options.ConnectionString,
            }).Build()),
            configure: builder => builder.Logging.ClearProviders());
        var bot = app.Services.GetRequiredService<BotIdentity>();
        bot.UserName = "checkin_bot";
        bot.IsSetUp();
        return app;
    }

    private static async Task Digests(Database database)
    {
        const string Bare = "select unit_id, count(*) from check_in where day = @day and slot = 'morning' and is_current group by unit_id";
        const string Touching = """
            select unit_id, count(*), count(*) filter (where temperature_tenths >= 373)
            from check_in where day = @day and slot = 'morning' and is_current group by unit_id
            """;
        File.WriteAllText("/proc/self/clear_refs", "5");
        var (bare, touching, digests) = (new List<double>(), new List<double>(), new List<double>());
        var ofDay = new { day = Province.Day };
        for (var i = 0; i <= Times; i++)
        {
            bare.Add(await Read(database, async session => (await session.Query<(long, long)>(Bare, ofDay, default)).Count()));
            touching.Add(await Read(database, async session => (await session.Query<(long, long, long)>(Touching, ofDay, default)).Count()));
            digests.Add(await Read(database, AllLevels));
        }

        var (b, t, d) = (Median(bare), Median(touching), Median(digests));
        Say($"count by class {b:0} ms; with one column of each row {t:0} ms");
        Say($"digests of all levels {d:0} ms: {d / b:0.0} and {d / t:0.0} times; peak memory {PeakMegabytes():0} MB");
    }

    private static async Task<int> AllLevels(DbSession session)
    {
        var rules = HealthRules.Default with { KeyAreas = ["邻省1市"] };
        var counts = await new DigestStore(session).Count(Province.Root, Province.Day, "morning", rules, asksTravel: true, default);
        var tree = new DigestTree(new DigestMoment(Province.Day, "morning", Province.AsOf), counts);
        var shown = counts.Count(count => tree.Digest(count.Unit.Id, depth: 1) is not null);
        var numbers = tree.Totals[Province.Root];
        if (numbers.Expected != Province.People || numbers.Reported != Province.People / 1000 * 950) throw new InvalidOperationException($"{numbers}");
        return shown;
    }

    private static async Task<double> Read(Database database, Func<DbSession, Task<int>> read)
    {
        await using var session = await database.OpenRead(default);
        var watch = Stopwatch.StartNew();
        await read(session);
        return watch.Elapsed.TotalMilliseconds;
    }

    // The first run warms up.
    private static double Median(List<double> times) => times.Skip(1).Order().ElementAt(Times / 2);

    private static double PeakMegabytes()
    {
        var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
