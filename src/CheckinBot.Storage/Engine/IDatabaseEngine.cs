using System.Data.Common;

namespace CheckinBot.Storage.Engine;

/// <summary>What differs between SQLite and PostgreSQL besides the folder of migrations; the SQL of the stores is one text for both.</summary>
internal interface IDatabaseEngine
{
    /// <summary>Which one it is.</summary>
    SqlDialect Dialect { get; }

    /// <summary>Where the database is, for people; never a password.</summary>
    string Place { get; }

    /// <summary>The full path of the file; null where the database is on a server.</summary>
    string? FilePath { get; }

    /// <summary>An open connection. It is the caller's to dispose of.</summary>
    /// <param name="readOnly">It cannot write.</param>
    /// <param name="create">A file that is not there is made; else it is a fault that it is not.</param>
    /// <param name="cancellationToken">Stops the waiting for a server.</param>
    Task<DbConnection> Open(bool readOnly, bool create, CancellationToken cancellationToken);

    /// <summary>Connections like this one that are kept for use again are given up.</summary>
    void Forget(DbConnection connection);

    /// <summary>Asked before each commit, so it must be quick.</summary>
    /// <exception cref="DatabaseGoneException">What is written to is not where the next start will look for it.</exception>
    void RequireInPlace(DbConnection connection);

    /// <summary>Begins a transaction. One that only reads sees the database as it is at its first statement.</summary>
    ValueTask<DbTransaction> Begin(DbConnection connection, bool readOnly, CancellationToken cancellationToken);

    /// <summary>Waits until no other program migrates this database, and keeps others from it until the transaction ends.</summary>
    ValueTask LockSchema(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken);

    /// <summary>A hot statement made ready on a connection.</summary>
    IHotCommand Prepare(DbConnection connection, HotStatement statement);

    /// <summary>
    /// A number that differs from what it was in an earlier transaction of this connection where somebody else has
    /// committed meanwhile a change of what the worker may keep in memory. Its own commits leave it alone.
    /// </summary>
    HotStatement ChangesByOthers { get; }

    /// <summary>Counts the tables of a name, to see whether there is a schema yet.</summary>
    string CountTables { get; }
}
