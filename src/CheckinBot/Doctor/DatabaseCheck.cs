using System.Data.Common;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Doctor;

/// <summary>Whether the database can be written to and fits this program. Changes nothing.</summary>
internal sealed class DatabaseCheck(StorageOptions options, TimeProvider time)
{
    public async IAsyncEnumerable<Finding> Run([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var database = new Database(options);
        if (database.FilePath is { } file && !File.Exists(file))
        {
            yield return Finding.Ok("database", $"{file} is not there yet; run or import makes it");
            yield break;
        }

        var writable = await Writable(database, cancellationToken);
        yield return writable;
        if (!writable.IsFault) yield return await Schema(database, cancellationToken);
    }

    private static async Task<Finding> Writable(Database database, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await database.OpenWrite(cancellationToken);
            return Finding.Ok("database", database.Place);
        }
        catch (SchemaException e)
        {
            return Finding.Fault("database", e.Message);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
        {
            return Finding.Fault("database", database.Dialect == SqlDialect.Postgres
                ? $"{database.Place} cannot be used ({e.Message}); "
                    + "check that the server runs, that the database was made (createdb), and Storage:ConnectionString"
                : $"{database.Place} cannot be written to ({e.Message}); check the owner of the file and of its folder, and the free space");
        }
    }

    private async Task<Finding> Schema(Database database, CancellationToken cancellationToken)
    {
        try
        {
            var migrator = new Migrator(database, time);
            var version = await migrator.CurrentVersion(cancellationToken);
            return Finding.Ok(
                "schema", version == migrator.LatestVersion ? $"version {version}" : $"version {version}; the next run brings it to {migrator.LatestVersion}");
        }
        catch (SchemaException e)
        {
            return Finding.Fault("schema", e.Message);
        }
    }
}
