using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CheckinBot.Storage.Engine;

/// <summary>Settings of the SQLite library itself, which hold for the process and must be made before its first use.</summary>
public static class SqliteLibrary
{
    // sqlite3.h: SQLITE_CONFIG_MEMSTATUS, SQLITE_FCNTL_HAS_MOVED.
    private const int MemoryStatistics = 9, Moved = 20;

    /// <summary>
    /// Leaves out the count of the memory that the library holds, which nobody asks for. The library's locks stay, though
    /// a connection is used by one thread at a time: a statement that nobody has disposed of is finalised by the garbage
    /// collector's own thread, and without locks that ends the process now and then.
    /// Where the library is in use already, it stays as it is.
    /// </summary>
    public static void Configure()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(MemoryStatistics, 0);
    }

    /// <summary>
    /// Whether the file of a connection is not the one any more that has its name: deleted, moved away, or another one put in its place. It is
    /// still written to then, and nobody will ever read it. Costs a look at the folder.
    /// </summary>
    internal static bool HasMoved(SqliteConnection connection)
    {
        var hasMoved = 0;
        return sqlite3_file_control(connection.Handle!, null, Moved, ref hasMoved) == raw.SQLITE_OK && hasMoved != 0;
    }

    // The package that wraps the library leaves this function out.
    [DllImport("e_sqlite3", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int sqlite3_file_control(sqlite3 database, byte[]? schema, int operation, ref int argument);
}
