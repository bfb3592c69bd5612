using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Schedule;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Jobs;

/// <summary>
/// Each night, when nobody is asked anything: the retention rule, then a consistent copy of the database beside it
/// (<c>checkinbot.backup.db</c>, the last one replaced). A PostgreSQL server has backups of its own. Each is done once a
/// local day, which the database remembers: a clock that is set back does nothing again, and a night that the clock
/// jumped over or the machine slept through is made up for.
/// </summary>
internal sealed partial class NightlyWork(Settings settings, Writer writer, Database database, TimeProvider time, ILogger<NightlyWork> logger)
{
    /// <summary>From when on it is done, in the time zone of <c>SchoolDay:TimeZone</c>.</summary>
    public static TimeOnly At { get; } = new(3, 0);

    // Well under a tenth of a second each, so that families are answered in between.
    private const int BatchSize = 2000;

    /// <summary>Does what is due and not done today. A piece that fails is told in the log and keeps the other from nothing.</summary>
    /// <returns>False where a piece failed.</returns>
    public async Task<bool> RunDue(CancellationToken cancellationToken)
    {
        var zone = settings.SchoolDay.TimeZone;
        var now = time.GetUtcNow();
        var day = zone.DayOf(now);
        if (now < zone.ToInstant(day, At)) return true;
        var done = await DoneOn(day, cancellationToken);
        var well = true;
        foreach (var (name, work) in Pieces())
        {
            if (!done.Contains(name)) well &= await Try(name, work, day, cancellationToken);
        }

        return well;
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
        LogPurged(logger, removed);
        return removed;
    }

    /// <summary>Copies first and then replaces, so that there is a whole copy at any time.</summary>
    internal async Task BackUp(CancellationToken cancellationToken)
    {
        if (database.FilePath is not { } file) return;
        var path = SqliteBackup.NightlyCopyOf(file);
        var fresh = path + ".new";
        File.Delete(fresh);
        await SqliteBackup.Save(database, fresh, cancellationToken);
        File.Move(fresh, path, overwrite: true);
        LogCopied(logger, path);
    }

    private IEnumerable<(string Name, Func<CancellationToken, Task> Work)> Pieces() => [("purge", Purge), ("backup", BackUp)];

    private async Task<IReadOnlySet<string>> DoneOn(DateOnly day, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        return await new NightStore(session).Done(day, cancellationToken);
    }

    private async Task<bool> Try(string name, Func<CancellationToken, Task> work, DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
            await writer.Write(async session => await new NightStore(session).Add(day, name, time.GetUtcNow(), cancellationToken), cancellationToken);
            return true;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, name, fault.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Retention rule applied: {Removed} check-ins removed")]
    private static partial void LogPurged(ILogger logger, int removed);

    [LoggerMessage(LogLevel.Information, "The night's copy of the database is {Path}")]
    private static partial void LogCopied(ILogger logger, string path);

    [LoggerMessage(LogLevel.Error, "The night's {Work} failed ({Fault}); tried again in an hour")]
    private static partial void LogFailed(ILogger logger, string work, string fault);
}
