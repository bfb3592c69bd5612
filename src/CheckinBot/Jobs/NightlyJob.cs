using CheckinBot.Configuration;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Privacy;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CheckinBot.Jobs;

/// <summary>
/// Each night, when nobody is asked anything: the retention rule, then a consistent copy of the database beside it
/// (<c>checkinbot.backup.db</c>, the last one replaced). Both may be repeated at any time. A PostgreSQL server has backups of its own.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class NightlyJob(Settings settings, Writer writer, Database database, TimeProvider time, ILogger<NightlyJob> log) : IJob
{
    /// <summary>When it runs, in the time zone of <c>SchoolDay:TimeZone</c>.</summary>
    public static TimeOnly At { get; } = new(3, 0);

    // Well under a tenth of a second each, so that families are answered in between.
    private const int BatchSize = 2000;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        LogPurged(log, await Purge(cancellationToken));
        await BackUp(cancellationToken);
    }

    /// <summary>Removes what is older than <c>Privacy:RetentionDays</c>; the numbers of the digests stay. Returns how many check-ins went.</summary>
    internal async Task<int> Purge(CancellationToken cancellationToken)
    {
        IReadOnlyList<PurgeLimits> all;
        await using (var session = await database.OpenRead(cancellationToken))
        {
            all = await new PurgeStore(session).Limits(time.GetUtcNow(), settings.Privacy.RetentionDays, PrivacyOptions.DaysOf, cancellationToken);
        }

        var removed = 0;
        foreach (var limits in all)
        {
            int batch;
            do
            {
                batch = await writer.Write(
                    async session => await new PurgeStore(session).DeleteCheckIns(limits, BatchSize, cancellationToken), cancellationToken);
                removed += batch;
            }
            while (batch == BatchSize);
        }

        await writer.Write(async session => await new PurgeStore(session).DeleteTraces(all, cancellationToken), cancellationToken);
        return removed;
    }

    /// <summary>Copies first and replaces then, so that there is a whole copy at any time.</summary>
    internal async Task BackUp(CancellationToken cancellationToken)
    {
        if (database.FilePath is not { } file) return;
        var path = Path.ChangeExtension(file, ".backup" + Path.GetExtension(file));
        var fresh = path + ".new";
        File.Delete(fresh);
        await SqliteBackup.Save(database, fresh, cancellationToken);
        File.Move(fresh, path, overwrite: true);
    }

    [LoggerMessage(LogLevel.Information, "Retention rule applied: {Removed} check-ins removed")]
    private static partial void LogPurged(ILogger log, int removed);
}
