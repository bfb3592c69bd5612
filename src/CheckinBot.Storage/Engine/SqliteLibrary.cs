using SQLitePCL;

namespace CheckinBot.Storage.Engine;

/// <summary>Settings of the SQLite library itself, which hold for the process and must be made before its first use.</summary>
public static class SqliteLibrary
{
    // sqlite3.h: SQLITE_CONFIG_MEMSTATUS.
    private const int MemoryStatistics = 9;

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
}
