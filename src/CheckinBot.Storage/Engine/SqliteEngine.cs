using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Storage.Engine;

/// <summary>One SQLite file with a write-ahead log: readers never wait for the writer.</summary>
internal sealed class SqliteEngine : IDatabaseEngine
{
    // How long a program waits for another one that has the file locked, in seconds. The library waits first, then the driver.
    private const int LongestWait = 5;

    private readonly string _connectionString;
    private readonly string _creating;

    static SqliteEngine() => SqliteLibrary.Configure();

    /// <exception cref="ArgumentException">The connection string names no file, or has an unknown key.</exception>
    public SqliteEngine(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (builder.DataSource.Length == 0) throw new ArgumentException("The connection string has no Data Source.", nameof(connectionString));
        FilePath = Path.GetFullPath(builder.DataSource);
        builder.DefaultTimeout = LongestWait;
        _creating = builder.ToString();
        if (builder.Mode == SqliteOpenMode.ReadWriteCreate) builder.Mode = SqliteOpenMode.ReadWrite;
        _connectionString = builder.ToString();
    }

    public SqlDialect Dialect => SqlDialect.Sqlite;

    public string Place => FilePath;

    public string FilePath { get; }

    // Changes with each commit of another connection, never with one of its own. Costs microseconds, beside a sync to the disk.
    public HotStatement ChangesByOthers { get; } = new("pragma data_version");

    public string CountTables => "select count(*) from sqlite_master where type = 'table' and name = @name";

    public async Task<DbConnection> Open(bool readOnly, bool create, CancellationToken cancellationToken)
    {
        if (create && Path.GetDirectoryName(FilePath) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        // One that is kept for use again would still read a file that nobody finds any more.
        if (!create && !File.Exists(FilePath)) throw new DatabaseGoneException(FilePath);
        var connection = new CachingConnection(create ? _creating : _connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            using var command = connection.CreateCommand();
            // WAL with FULL: a commit is on the disk before anyone is told so. Group commit makes that cheap.
            command.CommandText = $"""
                pragma busy_timeout = {LongestWait * 1000};
                pragma journal_mode = wal;
                pragma synchronous = full;
                pragma foreign_keys = on;
                pragma secure_delete = fast;
                pragma temp_store = memory;
                pragma cache_size = -32768;
                pragma mmap_size = 268435456;
                pragma wal_autocheckpoint = 4000;
                pragma query_only = {(readOnly ? "on" : "off")};
                """;
            command.ExecuteNonQuery();
            return connection;
        }
        catch (SqliteException exception) when (DatabaseFault.IsDamage(exception))
        {
            await connection.DisposeAsync();
            throw Damaged();
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public void Forget(DbConnection connection) => SqliteConnection.ClearPool((SqliteConnection)connection);

    public void RequireInPlace(DbConnection connection)
    {
        if (SqliteLibrary.HasMoved((SqliteConnection)connection)) throw new DatabaseGoneException(FilePath);
    }

    // A transaction that writes takes the write lock at once: no two can wait for each other.
    public ValueTask<DbTransaction> Begin(DbConnection connection, bool readOnly, CancellationToken cancellationToken)
    {
        try
        {
            return ValueTask.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: readOnly));
        }
        catch (SqliteException exception) when (DatabaseFault.IsDamage(exception))
        {
            // The first page may be read here only, where the connection was open before.
            throw Damaged();
        }
    }

    // Whoever has begun to write is alone already.
    public ValueTask LockSchema(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public IHotCommand Prepare(DbConnection connection, HotStatement statement) => new SqliteHotCommand((SqliteConnection)connection, statement);

    private SchemaException Damaged() =>
        new($"{FilePath} is no SQLite database, or is damaged: put a copy back with 'restore', or name another file in Storage:ConnectionString.");
}
