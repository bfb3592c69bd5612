using CheckinBot.Storage.Engine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CheckinBot.Jobs;

/// <summary>Registers the schedule.</summary>
internal static class JobModule
{
    /// <summary>
    /// Quartz on PostgreSQL, or with SQLite on a file of its own beside the database: on the application's file its
    /// transactions stalled a busy writer by up to 133 ms.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="storage">Where the database is.</param>
    /// <param name="time">The clock that Quartz obeys.</param>
    public static void AddJobs(this IServiceCollection services, StorageOptions storage, TimeProvider time)
    {
        services.AddSingleton<Asking>();
        services.AddSingleton<EventRun, OpenRun>();
        services.AddSingleton<EventRun, RemindRun>();
        services.AddSingleton<EventRun, PingRun>();
        services.AddSingleton<EventRun, EscalateRun>();
        services.AddSingleton<EventRun, EscalateUpRun>();
        services.AddSingleton<EventRun, DigestRun>();
        services.AddSingleton<EventRun, SignOffRun>();
        services.AddSingleton<EventRun, SignOffAboveRun>();
        services.AddSingleton<EventRun, CloseRun>();
        services.AddSingleton<SchoolDayRuns>();
        services.AddSingleton<JobPlan>();
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(time);
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(store =>
            {
                store.UseSystemTextJsonSerializer();
                if (storage.Provider == SqlDialect.Postgres)
                {
                    // Its tables come with our migrations.
                    store.UsePostgres(storage.ConnectionString);
                    return;
                }

                store.UseSqlite(FileBeside(storage));
                store.ProvisionSchema();
            });
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        services.AddHostedService<JobsStart>();
        services.AddHostedService<SettingsWatch>();
    }

    // The journal mode stays with the file, so setting it once is enough for every connection of Quartz.
    private static string FileBeside(StorageOptions storage)
    {
        var database = Path.GetFullPath(new SqliteConnectionStringBuilder(storage.ConnectionString).DataSource);
        var file = Path.ChangeExtension(database, ".jobs" + Path.GetExtension(database));
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        var connectionString = new SqliteConnectionStringBuilder { DataSource = file }.ToString();
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode = wal";
        command.ExecuteNonQuery();
        return connectionString;
    }
}
