using System.Data.Common;
using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CheckinBot.Storage.Engine;

/// <summary>Whose fault an exception is: the one place that tells a work's own from one of the database, the network or the process.</summary>
public static class DatabaseFault
{
    internal const int SqliteNotADatabase = 26;

    private const int SqliteError = 1;
    private const int SqliteCorrupt = 11;
    private const int SqliteTooBig = 18;
    private const int SqliteConstraint = 19;
    private const int SqliteMismatch = 20;
    private const int SqliteRange = 25;

    // https://www.postgresql.org/docs/15/errcodes-appendix.html: connection, transaction state, authorisation, rolled back, resources,
    // state of an object (locked), operator intervention (shut down), system error, configuration, internal error. None is of what was asked.
    private static readonly HashSet<string> OfTheServer = ["08", "25", "28", "40", "53", "55", "57", "58", "F0", "XX"];

    /// <summary>Somebody else wrote at the same time: the work may go well when it is run again.</summary>
    public static bool IsConflict(Exception exception) => exception switch
    {
        ConcurrentChangeException => true,
        PostgresException postgres => postgres.SqlState
            is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    /// <summary>
    /// The work itself may be at fault, such as by a violated rule of the schema. The <see cref="Writer"/> throws such a fault only where the
    /// work failed twice, the second time alone on a fresh connection that worked before and after it. Everything else (a database that is
    /// full, locked or gone, a network, a process that ends) says nothing about the work, which is to be given again later.
    /// </summary>
    public static bool IsOfTheWork(Exception exception) => exception switch
    {
        ConcurrentChangeException => false,
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteError or SqliteTooBig or SqliteConstraint or SqliteMismatch or SqliteRange,
        PostgresException postgres => !OfTheServer.Contains(postgres.SqlState[..2]),
        DbException or SchemaException or IOException or UnauthorizedAccessException or SocketException or TimeoutException => false,
        OperationCanceledException or ChannelClosedException or ObjectDisposedException or OutOfMemoryException => false,
        _ => true,
    };

    /// <summary>What is stored is damaged or gone: it does not come back by itself, and whatever is written now is lost with it.</summary>
    public static bool IsLost(Exception exception) => exception switch
    {
        DatabaseGoneException or SchemaException => true,
        SqliteException sqlite => IsDamage(sqlite),
        // Class XX: data_corrupted, index_corrupted.
        PostgresException postgres => postgres.SqlState is "XX001" or "XX002",
        _ => false,
    };

    /// <summary>The file is damaged, or is no database at all.</summary>
    internal static bool IsDamage(SqliteException exception) => exception.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase;
}
