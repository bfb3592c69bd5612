using System.Diagnostics;
using System.Text.Json;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Demo;
using CheckinBot.Jobs;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CheckinBot.EndToEnd;

/// <summary>The demo's whole day, fast.</summary>
public abstract class DemoDayTests(SqlDialect engine, ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>A morning in about ten seconds.</summary>
    private const double Speed = 1200;

    private static readonly DateOnly Monday = new(2026, 3, 2);

    private TestDatabase? _database;

    public async Task InitializeAsync() => _database = await TestDatabase.Empty(engine);

    public async Task DisposeAsync() => await _database!.DisposeAsync();

    [SkippableFact]
    public async Task The_digests_of_the_demo_day_equal_a_recount_of_what_the_families_sent()
    {
        var folder = Directory.CreateTempSubdirectory("checkinbot-e2e-");
        var log = new RunLog();
        try
        {
            await using var session = await DemoSession.Start(
                new DemoOptions
                {
                    Urls = "http://127.0.0.1:0",
                    Speed = Speed,
                    Day = Monday,
                    Folder = folder.FullName,
                    Settings = Storage,
                    Configure = log.Listen,
                },
                CancellationToken.None);
            session.LetTheDayBegin();
            // The clock stands from here on: on a slow machine the digest of five o'clock is still to come, and says when it was counted.
            await DemoPace.StandAt(session, SchoolClock.Ends);
            await session.Host!.Services.GetRequiredService<SchoolDayRuns>().CatchUp(CancellationToken.None);
            await Patience.Until(() => !DemoPace.IsBehind(session), () => DemoPace.State(session));

            Assert.Empty(await Differences(session));
            await CompareCounts(session);
            CompareScheduledMessages(session);
            await CompareDigestCommand(session);
            await CompareJson(session);
            log.HoldsNothingOf(session.World);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private (string Key, string Value)[] Storage =>
        [("Storage:Provider", engine.ToString()), ("Storage:ConnectionString", _database!.Options.ConnectionString)];

    /// <summary>County, schools and classes, as the worker counts them.</summary>
    private async Task CompareCounts(DemoSession session)
    {
        var tree = await CountyNumbers.Count(session, Monday, CancellationToken.None);
        string[] units = [session.County.Path, .. session.County.Schools, .. session.County.Classes.Select(room => room.Path)];
        foreach (var unit in units)
        {
            var counted = tree.Totals[await UnitId(session, unit)];
            output.WriteLine($"{unit}: {counted}");
            Assert.Equal(Recount.Of(session.County, session.Told, unit), counted);
        }
    }

    /// <summary>What was sent at five to whoever answers for the class, the school, the county.</summary>
    private static void CompareScheduledMessages(DemoSession session)
    {
        foreach (var member in session.County.Staff.Where(member => member.Role is Role.ClassTeacher or Role.SchoolOfficer or Role.Official))
        {
            var digest = Written(session, member.Account.UserId).Last(text => text.StartsWith("📋", StringComparison.Ordinal));
            Assert.Contains("截至 17:", digest, StringComparison.Ordinal);
            AssertNumbers(Recount.Of(session.County, session.Told, member.UnitPath), digest);
        }
    }

    /// <summary>What an official gets who asks.</summary>
    private static async Task CompareDigestCommand(DemoSession session)
    {
        var official = session.County.Staff.First(member => member.Role == Role.Official).Account.UserId;
        var before = Written(session, official).Count;
        session.World.SendText(official, official, "/digest");
        await Patience.Until(() => Written(session, official).Count > before, () => DemoPace.State(session));
        AssertNumbers(Recount.Of(session.County, session.Told, session.County.Path), Written(session, official)[^1]);
    }

    /// <summary>What the command line prints, from a process of its own.</summary>
    private async Task CompareJson(DemoSession session)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "CheckinBot.dll"), "digest", "--unit", session.County.Path, "--date", "2026-03-02", "--format", "json",
            .. Storage.Select(setting => $"--{setting.Key}={setting.Value}"),
        ];
        using var program = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        using var json = JsonDocument.Parse(await program.StandardOutput.ReadToEndAsync());
        var recounted = Recount.Of(session.County, session.Told, session.County.Path);
        var root = json.RootElement;
        Assert.Equal(
            [
                recounted.Expected, recounted.Reported, recounted.Missing, recounted.Exempt, recounted.Normal, recounted.Fever, recounted.Symptomatic,
                recounted.Travelled,
            ],
            new[] { "expected", "reported", "missing", "exempt", "normal", "fever", "symptomatic", "travelled" }.Select(Number));
        Assert.Equal(session.County.Schools.ToHashSet(), [.. root.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("unit").GetString()!)]);

        int Number(string name) => root.GetProperty(name).GetInt32();
    }

    private static void AssertNumbers(DigestNumbers expected, string digest)
    {
        var staff = expected.Staff > 0 ? $"（含教职工 {expected.Staff}）" : " ";
        var coverage = $"应报 {expected.Expected}{staff}· 已报 {expected.Reported} · 请假 {expected.Exempt} · 未报 {expected.Missing}";
        Assert.Contains(coverage, digest, StringComparison.Ordinal);
        Assert.Contains($"已报 {expected.Reported} 人中：正常 {expected.Normal} · 需跟进", digest, StringComparison.Ordinal);
        Assert.Contains($"发热 {expected.Fever}", digest, StringComparison.Ordinal);
        Assert.Contains($"有症状 {expected.Symptomatic}", digest, StringComparison.Ordinal);
        Assert.Contains($"外出 {expected.Travelled}", digest, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Written(DemoSession session, long userId)
    {
        var chat = session.World.PrivateChat(userId);
        lock (session.World.Gate)
        {
            var fromBot = chat.Before(userId, int.MaxValue, limit: 1000).Where(message => message is { FromBot: true, Media: null });
            return [.. fromBot.Select(message => message.Text ?? "")];
        }
    }

    /// <summary>Whose stored temperature is not the one told.</summary>
    private static async Task<IReadOnlyList<string>> Differences(DemoSession session)
    {
        const string Sql = """
            select u.path as unit, p.number, c.temperature_tenths as tenths
            from person p
            join unit u on u.id = p.unit_id
            left join check_in c on c.person_id = p.id and c.is_current and c.day = @day
            """;
        await using var reading = await session.Host!.Services.GetRequiredService<Database>().OpenRead(CancellationToken.None);
        var stored = await reading.Query<(string Unit, string Number, long? Tenths)>(Sql, new { day = Monday }, CancellationToken.None);
        return
        [
            .. from row in stored
               let told = session.Told.Latest.GetValueOrDefault((row.Unit, row.Number))?.Tenths
               where told != row.Tenths
               select $"{row.Unit} {row.Number}: told {told}, stored {row.Tenths}",
        ];
    }

    private static async Task<long> UnitId(DemoSession session, string path)
    {
        await using var reading = await session.Host!.Services.GetRequiredService<Database>().OpenRead(CancellationToken.None);
        return (await new UnitStore(reading).FindByPath(path, CancellationToken.None))!.Id;
    }
}

[Collection(DemoCollection.Name)]
public sealed class SqliteDemoDayTests(ITestOutputHelper output) : DemoDayTests(SqlDialect.Sqlite, output);

[Collection(DemoCollection.Name)]
public sealed class PostgresDemoDayTests(ITestOutputHelper output) : DemoDayTests(SqlDialect.Postgres, output);
