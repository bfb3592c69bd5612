using System.Data.Common;
using CheckinBot.Storage;

namespace CheckinBot.Doctor;

/// <summary>Whether the database can be written to and fits this program. Changes nothing.</summary>
internal sealed class DatabaseCheck(StorageOptions options, TimeProvider time)
{
    public async IAsyncEnumerable<Finding> Run([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var database = new Database(options);
        if (!File.Exists(database.FilePath))
        {
            yield return Finding.Ok("database", $"{database.FilePath} is not there yet; run or import makes it");
            yield break;
        }

        var file = await Writable(database, cancellationToken);
        yield return file;
        if (!file.IsFault) yield return await Schema(database, cancellationToken);
    }

    private static async Task<Finding> Writable(Database database, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await database.OpenWrite(cancellationToken);
            return Finding.Ok("database", database.FilePath);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
        {
            return Finding.Fault("database", $"{database.FilePath} cannot be written to ({e.Message}); check the owner of the file and of its folder, and the free space");
        }
    }

    private async Task<Finding> Schema(Database database, CancellationToken cancellationToken)
    {
        try
        {
            var version = await new Migrator(database, time).CurrentVersion(cancellationToken);
            return Finding.Ok("schema", version == Migrator.LatestVersion ? $"version {version}" : $"version {version}; the next run brings it to {Migrator.LatestVersion}");
        }
        catch (SchemaException e)
        {
            return Finding.Fault("schema", e.Message);
        }
    }
}
