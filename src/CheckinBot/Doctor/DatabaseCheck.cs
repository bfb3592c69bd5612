using System.Data.Common;
using System.Globalization;
using CheckinBot.Faults;
using CheckinBot.Jobs;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Doctor;

/// <summary>Whether the database can be made or written to, has room to grow, and fits this program. Changes nothing.</summary>
internal sealed class DatabaseCheck(StorageOptions options, TimeProvider time, bool isDeep)
{
    // A county's whole year and the nightly copy of it.
    private const long LeastRoom = 500_000_000;

    /// <summary>After the run: it is there, and has every table that this program reads.</summary>
    public bool CanBeRead { get; private set; }

    public async IAsyncEnumerable<Finding> Run([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var database = new Database(options);
        if (database.FilePath is { } file)
        {
            if ((Place.WhyNotWritable(file, DatabaseFaults.Elsewhere) ?? Place.WhyNotWritable(JobsFile.PathOf(options)!, JobsFile.Anew)) is { } fault)
            {
                yield return Finding.Fault("database", fault);
                yield break;
            }

            yield return Room(file);
            var jobs = JobsFile.PathOf(options)!;
            if (JobsFile.DamageOf(jobs) is { } damage)
                yield return Finding.Fault("jobs", $"{jobs} is damaged ({damage}); start the worker again, which makes it anew: nothing in it is needed");
            if (!File.Exists(file))
            {
                yield return Finding.Ok("database", $"{file} is not there yet; run or import makes it");
                yield break;
            }
        }

        var writable = await Writable(database, cancellationToken);
        yield return writable;
        if (writable.IsFault) yield break;
        if (await Soundness.FaultOf(database, isDeep, cancellationToken) is { } found)
        {
            yield return Finding.Fault("database", DatabaseFaults.Damaged(database, found));
            yield break;
        }

        yield return await Schema(database, cancellationToken);
    }

    private static Finding Room(string file)
    {
        var free = Place.RoomFor(file);
        var said = string.Create(CultureInfo.InvariantCulture, $"{free / 1_000_000:N0} MB are free for {file}");
        return free >= LeastRoom
            ? Finding.Ok("disk", said)
            : Finding.Fault("disk", $"{said}, and it will be full soon: free some space, or {DatabaseFaults.Elsewhere}");
    }

    private static async Task<Finding> Writable(Database database, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await database.OpenWrite(cancellationToken);
            return Finding.Ok("database", database.Place);
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException or SchemaException or TimeoutException)
        {
            return Finding.Fault("database", DatabaseFaults.Explain(fault, database));
        }
    }

    private async Task<Finding> Schema(Database database, CancellationToken cancellationToken)
    {
        try
        {
            var migrator = new Migrator(database, time);
            var version = await migrator.CurrentVersion(cancellationToken);
            CanBeRead = version == migrator.LatestVersion;
            return Finding.Ok("schema", CanBeRead ? $"version {version}" : $"version {version}; the next run brings it to {migrator.LatestVersion}");
        }
        catch (SchemaException e)
        {
            return Finding.Fault("schema", e.Message);
        }
    }
}
