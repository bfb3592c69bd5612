using CheckinBot.Storage.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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
        services.AddSingleton<RunReport>();
        services.AddSingleton<RunsAside>();
        services.AddSingleton<SchoolDayRuns>();
        services.AddSingleton<RunReplay>();
        services.AddSingleton<JobPlan>();
        var jobsFile = storage.Provider == SqlDialect.Sqlite ? JobsFile.Prepare(storage, notice => Say(services, notice)) : null;
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

                store.UseSqlite(jobsFile!);
                store.ProvisionSchema();
            });
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        services.AddHostedService<Upkeep>();
        services.AddSingleton<NightlyWork>();
        services.AddHostedService<NightlyService>();
    }

    private static void Say(IServiceCollection services, string notice) => services.AddHostedService(provider =>
        new JobsFileNotice(notice, provider.GetRequiredService<ILogger<JobsFileNotice>>()));
}
