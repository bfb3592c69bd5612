using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CheckinBot.Storage.Engine;

/// <summary>What an exception of the database says of the work that met it.</summary>
public static class DatabaseFault
{
    internal const int SqliteNotADatabase = 26;

    private const int SqliteConstraint = 19;
    private const int SqliteCorrupt = 11;

    /// <summary>Somebody else wrote at the same time: the work may go well when it is run again.</summary>
    public static bool IsConflict(Exception exception) => exception switch
    {
        ConcurrentChangeException => true,
        PostgresException postgres => postgres.SqlState
            is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    /// <summary>The file is damaged, or is no database at all.</summary>
    internal static bool IsDamage(SqliteException exception) => exception.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase;

    /// <summary>
    /// The data are at fault, such as a violated rule of the schema, and will be the next time. Everything else (full,
    /// locked, gone) is a fault of the database, and says nothing about the work.
    /// </summary>
    public static bool IsOfTheData(DbException exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteConstraint,
        // Class 22: data exception; class 23: integrity constraint violation.
        PostgresException postgres => postgres.SqlState[..2] is "22" or "23",
        _ => false,
    };
}
