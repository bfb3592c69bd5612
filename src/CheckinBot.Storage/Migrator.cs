using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Storage;

/// <summary>Brings the schema up to this program's, one transaction a migration. Migrations are embedded SQL files that never change once released.</summary>
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

    private static readonly List<Migration> All = Load();

    /// <summary>The schema that this program knows.</summary>
    public static int LatestVersion => All[^1].Number;

    /// <summary>Applies what is missing, and returns how many migrations that were.</summary>
    /// <exception cref="SchemaException">The database is newer than the program, or was migrated by other files.</exception>
    public async Task<int> Migrate(CancellationToken cancellation)
    {
        await using var connection = await database.Open(readOnly: false, cancellation);
        // The write lock is taken first, so that two programs started at once do not both migrate.
        await using var transaction = connection.BeginTransaction();
        await connection.ExecuteAsync(CreateTable, transaction: transaction);
        var pending = Pending(await Applied(connection, transaction));
        foreach (var migration in pending)
        {
            await connection.ExecuteAsync(migration.Sql, transaction: transaction);
            await connection.ExecuteAsync(
                "insert into schema_migration (number, name, checksum, applied_at) values (@Number, @Name, @Checksum, @AppliedAt)",
                new { migration.Number, migration.Name, migration.Checksum, AppliedAt = time.GetUtcNow() },
                transaction);
        }

        await transaction.CommitAsync(cancellation);
        return pending.Count;
    }

    /// <summary>The version of the schema in the database; 0 where it is empty.</summary>
    /// <exception cref="SchemaException">The database is newer than the program, or was migrated by other files.</exception>
    public async Task<int> CurrentVersion(CancellationToken cancellation)
    {
        if (!File.Exists(database.FilePath)) return 0;
        await using var connection = await database.Open(readOnly: true, cancellation);
        return await VersionOf(connection);
    }

    internal static async Task<int> VersionOf(SqliteConnection connection)
    {
        var applied = await Applied(connection, null);
        Pending(applied);
        return applied.Count;
    }

    private static async Task<List<Migration>> Applied(SqliteConnection connection, SqliteTransaction? transaction)
    {
        var exists = await connection.ExecuteScalarAsync<long>(
            "select count(*) from sqlite_master where type = 'table' and name = 'schema_migration'", transaction: transaction);
        if (exists == 0) return [];
        var rows = await connection.QueryAsync<Migration>(
            "select number, name, checksum from schema_migration order by number", transaction: transaction);
        return rows.AsList();
    }

    private static List<Migration> Pending(List<Migration> applied)
    {
        if (applied.Count > All.Count)
        {
            throw new SchemaException(
                $"The database has schema version {applied.Count}, and this program knows {All.Count}. Install the newer program, or restore a backup made by this one.");
        }

        foreach (var (had, known) in applied.Zip(All))
        {
            if (had.Number == known.Number && had.Checksum == known.Checksum) continue;
            throw new SchemaException(
                $"Migration {had.Number} ({had.Name}) of the database is not the one that this program has. The database was made by a different build; restore a backup, or use that build.");
        }

        return [.. All.Skip(applied.Count)];
    }

    private static List<Migration> Load()
    {
        const string Folder = "Migrations.Sqlite.";
        var assembly = Assembly.GetExecutingAssembly();
        var migrations = new List<Migration>();
        foreach (var resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            var start = resource.IndexOf(Folder, StringComparison.Ordinal);
            if (start < 0) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            // A checkout may have changed the line ends; the migration is the same.
            var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
            var name = resource[(start + Folder.Length)..^".sql".Length];
            migrations.Add(new Migration
            {
                Number = int.Parse(name[..4], CultureInfo.InvariantCulture),
                Name = name,
                Checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))),
                Sql = sql,
            });
        }

        return migrations;
    }

    private sealed record Migration
    {
        public int Number { get; init; }

        public string Name { get; init; } = "";

        public string Checksum { get; init; } = "";

        public string Sql { get; init; } = "";
    }
}

/// <summary>The database does not fit this program; the message says what to do.</summary>
public sealed class SchemaException(string message) : Exception(message);
