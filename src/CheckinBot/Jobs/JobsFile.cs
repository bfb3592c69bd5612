using CheckinBot.Faults;
using CheckinBot.Storage.Engine;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Jobs;

/// <summary>The file beside a SQLite database in which Quartz keeps its triggers. Nothing in it is needed: the plan makes all of it anew.</summary>
internal static class JobsFile
{
    /// <summary>What to do about a file that cannot be used.</summary>
    public const string Anew = "move it away (the next start makes it anew)";

    /// <summary>Where it is; null on PostgreSQL, whose database has them.</summary>
    public static string? PathOf(StorageOptions storage) =>
        new Database(storage).FilePath is { } database ? Path.ChangeExtension(database, ".jobs" + Path.GetExtension(database)) : null;

    /// <summary>Makes it where that is needed, and returns how to connect to it. A damaged one is set aside.</summary>
    /// <param name="storage">Where the database is.</param>
    /// <param name="setAside">Is told of a damaged file, where it is kept, and the database's own reason.</param>
    /// <exception cref="ProgramFault">It cannot be made or written to.</exception>
    public static string Prepare(StorageOptions storage, Action<string> setAside)
    {
        var file = PathOf(storage)!;
        // The folder is the database's: the fault is told of that one.
        if (Place.WhyNotWritable(new Database(storage).FilePath!, DatabaseFaults.Elsewhere) is { } fault) throw new ProgramFault(fault);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            if (DamageOf(file) is { } damage) SetAside(file, damage, setAside);
            // The journal mode stays with the file, so setting it once is enough for every connection of Quartz.
            Run(file, "pragma journal_mode = wal; begin immediate; rollback");
            return new SqliteConnectionStringBuilder { DataSource = file }.ToString();
        }
        catch (Exception thrown) when (thrown is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new ProgramFault(DatabaseFaults.OfFile(thrown, file, Anew, Anew), thrown);
        }
    }

    /// <summary>What is damaged in it, in the database's own words; null where nothing is, or where there is no such file.</summary>
    public static string? DamageOf(string file)
    {
        if (!File.Exists(file)) return null;
        try
        {
            return Run(file, "pragma quick_check(1)") is var report and not "ok" ? report ?? "no answer" : null;
        }
        catch (SqliteException damaged) when (DatabaseFault.IsLost(damaged))
        {
            return damaged.Message;
        }
    }

    private static void SetAside(string file, string damage, Action<string> tell)
    {
        var kept = $"{file}.damaged-{TimeProvider.System.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}";
        foreach (var beside in (string[])["", "-wal", "-shm"])
        {
            if (File.Exists(file + beside)) File.Move(file + beside, kept + beside, overwrite: true);
        }

        tell($"{file} was damaged ({damage.ReplaceLineEndings(" ")}); it is kept as {kept} and made anew, since nothing in it is needed");
    }

    // Not from the pool, which would keep the file open under its old name.
    private static string? Run(string file, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }
}
