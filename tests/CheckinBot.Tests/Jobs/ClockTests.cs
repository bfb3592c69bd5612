using CheckinBot.Core.CheckIns;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Tests.Jobs;

/// <summary>
/// Whatever the clock does around the change of daylight saving (it is set forwards and back, the machine sleeps), no run
/// comes twice a day, no night's work is left out on a day that was seen, and a calm day afterwards runs as ever.
/// </summary>
public abstract class ClockTests(SqlDialect engine, int walks)
{
    // Half an hour in Lord Howe; at midnight in Beirut; over 03:00, the night's work, in Athens.
    public static TheoryData<string, string> Changes => new()
    {
        { "Europe/London", "2026-03-29" }, { "Europe/London", "2026-10-25" },
        { "Europe/Athens", "2026-03-29" }, { "Europe/Athens", "2026-10-25" },
        { "Australia/Lord_Howe", "2026-10-04" }, { "Australia/Lord_Howe", "2026-04-05" },
        { "Asia/Beirut", "2026-03-29" },
    };

    [SkippableTheory]
    [MemberData(nameof(Changes))]
    public async Task No_run_comes_twice_a_day_and_none_is_lost(string zoneId, string change)
    {
        var day = DateOnly.Parse(change, System.Globalization.CultureInfo.InvariantCulture);
        for (var seed = 1; seed <= walks; seed++) await Walk(zoneId, day, new Random(seed));
    }

    private async Task Walk(string zoneId, DateOnly change, Random random)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        await using var school = await ScheduledSchool.At(engine, "2026-01-01 12:00", TriggerTests.Nocturnal(zoneId));
        await school.Write(session => session.Execute("update unit set time_zone = null where id = 1", null, default));
        school.Time.Set(by: zone.ToInstant(change.AddDays(-1), new(20, 0)) - school.Time.GetUtcNow());
        var nights = new SortedSet<DateOnly>();
        for (var step = 0; step < 40; step++)
        {
            Move(school.Time, random);
            await Look(school, zone, nights);
        }

        await CalmDay(school, zone, nights);
        var done = await school.Read(session => session.Query<DateOnly>("select day from night_run where work = 'purge' order by day", null, default));
        Assert.Equal(nights, done);
        Assert.Equal(nights.Count, school.Log.Count(line => line.Contains("Retention rule applied", StringComparison.Ordinal)));
        var runs = school.Log.Where(line => line.Contains(" run for ", StringComparison.Ordinal)).Select(line => line.Split(" run for ")[0]).ToList();
        Assert.Equal(runs.Distinct(), runs);
        Assert.DoesNotContain(school.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    // Most of the time it runs; now and then somebody sets it, or the machine sleeps.
    private static void Move(ManualTime time, Random random)
    {
        switch (random.Next(10))
        {
            case 0:
                time.Set(by: TimeSpan.FromMinutes(random.Next(1, 30 * 60)));
                break;
            case 1:
                time.Set(by: -TimeSpan.FromMinutes(random.Next(1, 30 * 60)));
                break;
            default:
                time.Advance(TimeSpan.FromMinutes(random.Next(1, 60)));
                break;
        }
    }

    private static async Task Look(ScheduledSchool school, TimeZoneInfo zone, SortedSet<DateOnly> nights)
    {
        var now = school.Time.GetUtcNow();
        if (zone.ToInstant(zone.DayOf(now), new(3, 0)) <= now) nights.Add(zone.DayOf(now));
        Assert.True(await school.Night.RunDue(default));
        await Task.WhenAll(school.Runs.CatchUp(default), school.Runs.CatchUp(default));
    }

    /// <summary>Of a day that the clock has never shown before, everything is run at its time, whatever was before it.</summary>
    private static async Task CalmDay(ScheduledSchool school, TimeZoneInfo zone, SortedSet<DateOnly> nights)
    {
        var schedule = (await school.Runs.LoadUnits(default)).Single().Schedule;
        var last = await school.Read(session => session.Query<DateOnly>("select day from job_run order by day desc limit 1", null, default));
        var day = last.Append(zone.DayOf(school.Time.GetUtcNow())).Max().AddDays(1);
        school.Time.Set(by: zone.ToInstant(day, TimeOnly.MinValue) - school.Time.GetUtcNow());
        foreach (var next in schedule.EventsOf(day))
        {
            school.Time.Advance(next.At - school.Time.GetUtcNow());
            await Look(school, zone, nights);
            var kinds = await school.Read(session => session.Query<string>("select distinct kind from job_run where day = @day", new { day }, default));
            Assert.Contains(next.RunKey, kinds);
        }
    }
}

public sealed class SqliteClockTests() : ClockTests(SqlDialect.Sqlite, walks: 3);

public sealed class PostgresClockTests() : ClockTests(SqlDialect.Postgres, walks: 1);
