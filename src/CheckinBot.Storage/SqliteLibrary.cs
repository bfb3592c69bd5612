using SQLitePCL;

namespace CheckinBot.Storage;

/// <summary>Settings of the SQLite library itself, which hold for the process and must be made before its first use.</summary>
public static class SqliteLibrary
{
    // sqlite3.h: SQLITE_CONFIG_MULTITHREAD, SQLITE_CONFIG_MEMSTATUS.
    private const int MultiThread = 2;
    private const int MemoryStatistics = 9;

    /// <summary>
    /// Leaves out the locks that nobody needs: a connection is used by one thread at a time, as ADO.NET has it, and
    /// nobody asks how much memory the library holds. They took a tenth of the time of an update's statements.
    /// Where the library is in use already, it stays as it is.
    /// </summary>
    public static void Configure()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(MultiThread);
        _ = raw.sqlite3_config(MemoryStatistics, 0);
    }
}
