using Dapper;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Storage.Engine;

/// <summary>Copies a SQLite database while it is in use, and puts a copy back while it is not.</summary>
public static class SqliteBackup
{
    // sqlite3.h: SQLITE_IOERR.
    private const int SqliteIo = 10;

    /// <summary>Where the worker puts the night's copy of a database.</summary>
    public static string NightlyCopyOf(string file) => Path.ChangeExtension(file, ".backup" + Path.GetExtension(file));

    /// <summary>Writes a consistent copy of the database into a new file. Writers go on meanwhile.</summary>
    /// <exception cref="IOException">The file exists already.</exception>
    public static async Task Save(Database database, string path, CancellationToken cancellationToken)
    {
        if (File.Exists(path)) throw new IOException($"{path} exists already: name another file, or move that one away.");
        var partial = path + ".partial";
        File.Delete(partial);
        try
        {
            await using (var source = await database.Open(readOnly: false, cancellationToken))
            await using (var target = Connection(partial, SqliteOpenMode.ReadWriteCreate))
            {
                await target.OpenAsync(cancellationToken);
                ((SqliteConnection)source.Connection).BackupDatabase(target);
                // One file, without a log beside it.
                await target.ExecuteAsync("pragma journal_mode = delete");
                await RequireSound(target, path);
            }

            File.Move(partial, path);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Puts a copy in the place of the database and returns where the old file is kept; null where there was none.</summary>
    /// <exception cref="IOException">The copy is damaged, or a program has the database open.</exception>
    /// <exception cref="SchemaException">The copy was made by a newer program, or is no database of this one.</exception>
    public static async Task<string?> Restore(Database database, string path, TimeProvider time, CancellationToken cancellationToken)
    {
        await RequireUsable(path, cancellationToken);
        var file = database.FilePath ?? throw new InvalidOperationException("Only SQLite keeps the database in a file.");
        var restoring = file + ".restoring";
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        File.Copy(path, restoring, overwrite: true);
        try
        {
            string? kept = null;
            if (File.Exists(file))
            {
                await RequireUnused(file, cancellationToken);
                kept = $"{file}.replaced-{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}";
                File.Move(file, kept);
                // Only a damaged file leaves these behind; the log of one database in another would damage that one too.
                foreach (var beside in (string[])["-wal", "-shm"])
                {
                    if (File.Exists(file + beside)) File.Move(file + beside, kept + beside);
                }
            }

            File.Move(restoring, file);
            return kept;
        }
        finally
        {
            File.Delete(restoring);
        }
    }

    private static async Task RequireUsable(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var copy = Connection(path, SqliteOpenMode.ReadOnly);
            await copy.OpenAsync(cancellationToken);
            await RequireSound(copy, path);
            if (await Migrator.VersionOf(new SqliteEngine(copy.ConnectionString), copy) == 0)
                throw new SchemaException($"{path} is a SQLite file, but not a backup of CheckinBot.");
        }
        catch (SqliteException exception) when (DatabaseFault.IsDamage(exception))
        {
            throw new IOException($"{path} is no SQLite database, or is damaged. Nothing was changed.", exception);
        }
    }

    private static async Task RequireSound(SqliteConnection connection, string path)
    {
        var report = await connection.QueryFirstAsync<string>("pragma integrity_check(1)");
        if (report != "ok") throw new IOException($"{path} is damaged ({report}).");
    }

    // Only the last connection to a database can take it out of the write-ahead log; that also brings the log into the file.
    private static async Task RequireUnused(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = Connection(path, SqliteOpenMode.ReadWrite);
            await connection.OpenAsync(cancellationToken);
            if (await connection.ExecuteScalarAsync<string>("pragma journal_mode = delete", commandTimeout: 1) == "delete") return;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SqliteIo || DatabaseFault.IsDamage(exception))
        {
            // Truncated, overwritten, unreadable: it is why a backup is needed. It cannot say whether somebody works with it all the same.
            if (OpenFiles.HolderOf(path) is null) return;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is 5 or 6)
        {
            // Told below.
        }

        throw new IOException($"{path} is in use: stop the worker first (and every other program that has it open). Nothing was changed.");
    }

    private static SqliteConnection Connection(string path, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ToString());
}
