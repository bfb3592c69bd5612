using CheckinBot.Faults;
using CheckinBot.Storage.Engine;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Jobs;

/// <summary>The file beside a SQLite database in which Quartz keeps its triggers.</summary>
internal static class JobsFile
{
    /// <summary>What to do about a file that cannot be used: nothing in it is needed.</summary>
    public const string Anew = "move it away (the next start makes it anew)";

    /// <summary>Where it is; null on PostgreSQL, whose database has them.</summary>
    public static string? PathOf(StorageOptions storage) =>
        new Database(storage).FilePath is { } database ? Path.ChangeExtension(database, ".jobs" + Path.GetExtension(database)) : null;

    /// <summary>Makes it where that is needed, and returns how to connect to it.</summary>
    /// <exception cref="ProgramFault">It cannot be made or written to.</exception>
    public static string Prepare(StorageOptions storage)
    {
        var file = PathOf(storage)!;
        // The folder is the database's: the fault is told of that one.
        if (Place.WhyNotWritable(new Database(storage).FilePath!, DatabaseFaults.Elsewhere) is { } fault) throw new ProgramFault(fault);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var connectionString = new SqliteConnectionStringBuilder { DataSource = file }.ToString();
            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            // The journal mode stays with the file, so setting it once is enough for every connection of Quartz.
            command.CommandText = "pragma journal_mode = wal; begin immediate; rollback";
            command.ExecuteNonQuery();
            return connectionString;
        }
        catch (Exception thrown) when (thrown is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new ProgramFault(DatabaseFaults.OfFile(thrown, file, Anew, Anew), thrown);
        }
    }
}
