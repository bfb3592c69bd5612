using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.Demo;
using CheckinBot.Demo.History;
using CheckinBot.Demo.Population;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Tests.Demo;

/// <summary>A database in which the demo's days before Monday, 2 March 2026, have been lived through.</summary>
public sealed class PlayedDatabase : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("checkinbot-fortnight-").FullName;

    /// <summary>The demo's own day.</summary>
    public static readonly DateOnly Monday = new(2026, 3, 2);

    internal County County { get; } = CountyBuilder.Build();

    internal SchoolDaySchedule Schedule { get; private set; } = new();

    internal Database Database { get; private set; } = null!;

    /// <summary>The days that were lived through, the oldest first.</summary>
    public IReadOnlyList<DateOnly> Days { get; private set; } = [];

    public async Task InitializeAsync()
    {
        var configured = DemoSettings.For("http://127.0.0.1:1", _folder);
        Schedule = configured.Settings.SchoolDay.ToSchedule();
        Days = Fortnight.Before(Monday, Schedule.Calendar);
        var clock = new PastClock(Schedule.TimeZone.ToInstant(Days[0].AddDays(-1), new TimeOnly(19, 30)));
        await Registry.Enter(configured.Settings, RosterCsv.Of(County), _folder, clock, CancellationToken.None);
        await using (var fortnight = new Fortnight(configured, County, Days, clock)) await fortnight.Live(CancellationToken.None);
        Database = new Database(configured.Settings.Storage);
    }

    public Task DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
