using CheckinBot.Demo;
using CheckinBot.Sending;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CheckinBot.EndToEnd;

/// <summary>The demo's whole day, fast.</summary>
public sealed class DemoDayTests(ITestOutputHelper output)
{
    /// <summary>A morning in about ten seconds.</summary>
    private const double Speed = 1200;

    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public async Task The_digests_of_the_demo_day_equal_a_recount_of_what_the_families_sent()
    {
        var folder = Directory.CreateTempSubdirectory("checkinbot-e2e-");
        try
        {
            await using var session = await DemoSession.Start(new DemoOptions { Urls = "http://127.0.0.1:0", Speed = Speed, Day = Monday, Folder = folder.FullName }, CancellationToken.None);
            session.LetTheDayBegin();
            await DayIsOver(session);

            var tree = await CountyNumbers.Count(session, Monday, CancellationToken.None);
            Assert.Empty(await Differences(session));
            string[] units = [session.County.Path, .. session.County.Schools, .. session.County.Classes.Select(room => room.Path)];
            foreach (var unit in units)
            {
                var counted = tree.Totals[await UnitId(session, unit)];
                var recounted = Recount.Of(session.County, session.Told, unit);
                output.WriteLine($"{unit}: {counted}");
                Assert.Equal(recounted with { Travelled = counted.Travelled, KeyArea = counted.KeyArea }, counted with { ExemptWithoutReason = 0 });
                Assert.Equal(recounted.Travelled, counted.Travelled);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Waits for half past five; while the worker is behind, the wall clock stands, so that a slow machine plays the same day.</summary>
    private static async Task DayIsOver(DemoSession session)
    {
        var dispatcher = session.Host!.Services.GetRequiredService<Dispatcher>();
        while (session.Schedule.TimeOf(session.Time.GetUtcNow()) < SchoolClock.Ends)
        {
            var behind = session.World.Bots.Any(bot => bot.Updates.Count > 0) || Enum.GetValues<Core.Conversations.Lane>().Any(lane => dispatcher.Depth(lane) > 0);
            if (behind && !session.Time.IsPaused) session.Time.Pause();
            if (!behind && session.Time.IsPaused) session.Time.Resume();
            await Task.Delay(2);
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
        await using var reading = await session.Host!.Services.GetRequiredService<Storage.Database>().OpenRead(CancellationToken.None);
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
        await using var reading = await session.Host!.Services.GetRequiredService<Storage.Database>().OpenRead(CancellationToken.None);
        return (await new Storage.UnitStore(reading).FindByPath(path, CancellationToken.None))!.Id;
    }
}
