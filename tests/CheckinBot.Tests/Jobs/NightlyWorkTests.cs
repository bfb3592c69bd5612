using CheckinBot.Core.CheckIns;
using CheckinBot.Storage.Schedule;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Tests.Jobs;

/// <summary>The night's upkeep on a real file: the retention rule, and the copy beside the database.</summary>
public class NightlyWorkTests
{
    private static readonly DateOnly Old = new(2026, 3, 2), Recent = new(2026, 3, 3);

    [Fact]
    public async Task What_is_older_than_the_retention_time_goes_and_the_rest_stays()
    {
        await using var school = await SchoolWithTwoDays();
        school.Time.Advance(ScheduledSchool.Instant("2026-04-02 12:00") - school.Time.GetUtcNow());

        Assert.Equal(1, await school.Night.Purge(default));

        Assert.Equal([Recent], await DaysIn(school.ConnectionString));
        Assert.Equal(0, await school.Night.Purge(default));
    }

    [Fact]
    public async Task On_the_last_day_of_the_retention_time_nothing_goes()
    {
        await using var school = await SchoolWithTwoDays();
        school.Time.Advance(ScheduledSchool.Instant("2026-04-01 12:00") - school.Time.GetUtcNow());

        Assert.Equal(0, await school.Night.Purge(default));

        Assert.Equal([Old, Recent], await DaysIn(school.ConnectionString));
    }

    [Fact]
    public async Task The_copy_beside_the_database_is_whole_and_replaces_the_last_one()
    {
        await using var school = await SchoolWithTwoDays();
        var copy = new SqliteConnectionStringBuilder(school.ConnectionString).DataSource.Replace(".db", ".backup.db", StringComparison.Ordinal);

        await school.Night.BackUp(default);
        Assert.Equal([Old, Recent], await DaysIn($"Data Source={copy}"));

        await school.Answer(ScheduledSchool.Ming, new CheckInAnswer { TemperatureTenths = 366 }, new DateOnly(2026, 3, 4));
        await school.Night.BackUp(default);

        Assert.Equal([Old, Recent, new(2026, 3, 4)], await DaysIn($"Data Source={copy}"));
        Assert.False(File.Exists(copy + ".new"));
    }

    [Fact]
    public async Task A_half_written_copy_of_a_night_that_was_cut_off_does_no_harm()
    {
        await using var school = await SchoolWithTwoDays();
        var copy = new SqliteConnectionStringBuilder(school.ConnectionString).DataSource.Replace(".db", ".backup.db", StringComparison.Ordinal);
        await File.WriteAllTextAsync(copy + ".new", "half a file");

        await school.Night.BackUp(default);

        Assert.Equal([Old, Recent], await DaysIn($"Data Source={copy}"));
    }

    [Fact]
    public async Task A_piece_that_fails_is_told_in_one_line_keeps_the_other_from_nothing_and_is_done_once_it_can_be()
    {
        await using var school = await SchoolWithTwoDays();
        var copy = new SqliteConnectionStringBuilder(school.ConnectionString).DataSource.Replace(".db", ".backup.db", StringComparison.Ordinal);
        Directory.CreateDirectory(copy + ".new");

        Assert.False(await school.Night.RunDue(default));
        Assert.Equal(["purge"], await school.Read(session => new NightStore(session).Done(Recent, default)));
        Assert.Single(school.Log, line => line.StartsWith("Error: The night's backup failed", StringComparison.Ordinal));

        Directory.Delete(copy + ".new");
        Assert.True(await school.Night.RunDue(default));
        Assert.True(File.Exists(copy));
        Assert.Single(school.Log, line => line.Contains("Retention rule applied", StringComparison.Ordinal));
    }

    private static async Task<ScheduledSchool> SchoolWithTwoDays()
    {
        var school = await ScheduledSchool.At("2026-03-03 12:00", ("Privacy:RetentionDays", "30"));
        await school.Answer(ScheduledSchool.Ming, new CheckInAnswer { TemperatureTenths = 365 }, Old);
        await school.Answer(ScheduledSchool.Ming, new CheckInAnswer { TemperatureTenths = 366 }, Recent);
        return school;
    }

    private static async Task<List<DateOnly>> DaysIn(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select day from check_in order by day";
        await using var rows = await command.ExecuteReaderAsync();
        List<DateOnly> days = [];
        while (await rows.ReadAsync()) days.Add(DateOnly.ParseExact(rows.GetString(0), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        return days;
    }
}
