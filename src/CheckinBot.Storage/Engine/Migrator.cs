using System.Data.Common;
using Dapper;

namespace CheckinBot.Storage.Engine;

/// <summary>Brings the schema up to date, all or nothing. When two programs start at once, one waits for the other.</summary>
public sealed class Migrator(Database database, TimeProvider time)
{
    private const string CreateTable = """
        create table if not exists schema_migration (
            number     integer primary key,
            name       text not null,
            checksum   text not null,
            applied_at text not null
        )
        """;

    /// <summary>The schema that this program knows.</summary>
    public int LatestVersion => Migration.All(database.Dialect)[^1].Number;

    /// <summary>Applies what is missing, and returns how many migrations that were.</summary>
    /// <exception cref="SchemaException">The database is newer than the program, or was migrated by other files.</exception>
    public async Task<int> Migrate(CancellationToken cancellationToken)
    {
        await using var open = await database.Open(readOnly: false, cancellationToken, create: true);
        var (engine, connection) = (open.Engine, open.Connection);
        await using var transaction = await engine.Begin(connection, readOnly: false, cancellationToken);
        await engine.LockSchema(connection, transaction, cancellationToken);
        await connection.ExecuteAsync(CreateTable, transaction: transaction);
        var pending = Pending(engine.Dialect, await Applied(engine, connection, transaction));
        foreach (var migration in pending)
        {
            await connection.ExecuteAsync(migration.Sql, transaction: transaction);
            await connection.ExecuteAsync(
                "insert into schema_migration (number, name, checksum, applied_at) values (@Number, @Name, @Checksum, @appliedAt)",
                new { migration.Number, migration.Name, migration.Checksum, appliedAt = Stored.Text(time.GetUtcNow()) },
                transaction);
        }

        await transaction.CommitAsync(cancellationToken);
        return pending.Count;
    }

    /// <summary>The version of the schema in the database; 0 where it is empty.</summary>
    /// <exception cref="SchemaException">The database is newer than the program, or was migrated by other files.</exception>
    public async Task<int> CurrentVersion(CancellationToken cancellationToken)
    {
        if (database.FilePath is { } file && !File.Exists(file)) return 0;
        await using var open = await database.Open(readOnly: true, cancellationToken);
        return await VersionOf(open.Engine, open.Connection);
    }

    internal static async Task<int> VersionOf(IDatabaseEngine engine, DbConnection connection)
    {
        var applied = await Applied(engine, connection, null);
        Pending(engine.Dialect, applied);
        return applied.Count;
    }

    private static async Task<List<Migration>> Applied(IDatabaseEngine engine, DbConnection connection, DbTransaction? transaction)
    {
        if (await connection.ExecuteScalarAsync<long>(engine.CountTables, new { name = "schema_migration" }, transaction) == 0) return [];
        var rows = await connection.QueryAsync<Migration>(
            "select number, name, checksum from schema_migration order by number", transaction: transaction);
        return rows.AsList();
    }

    private static List<Migration> Pending(SqlDialect dialect, List<Migration> applied)
    {
        var all = Migration.All(dialect);
        if (applied.Count > all.Count)
        {
            throw new SchemaException(
                $"The database has schema version {applied.Count}, and this program knows {all.Count}. "
                + "Install the newer program, or restore a backup made by this one.");
        }

        foreach (var (had, known) in applied.Zip(all))
        {
            if (had.Number == known.Number && had.Checksum == known.Checksum) continue;
            throw new SchemaException(
                $"Migration {had.Number} ({had.Name}) of the database is not the one that this program has. "
                + "The database was made by a different build; restore a backup, or use that build.");
        }

        return [.. all.Skip(applied.Count)];
    }
}
