using Microsoft.Data.Sqlite;

namespace CheckinBot.Storage;

/// <summary>
/// Opens sessions on the one database. Reading sessions see a consistent snapshot and never wait for the writer
/// (write-ahead log); whatever writes while the worker runs goes through <see cref="Writer"/>.
/// </summary>
public sealed class Database
{
    private readonly string _connectionString;
    private long _changesByOthers;

    /// <summary>Makes the folder of the file where it does not exist; opens nothing yet.</summary>
    /// <exception cref="ArgumentException">The connection string names no file, or has an unknown key.</exception>
    public Database(StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        TypeHandlers.Register();
        Dialect = options.Provider;
        var builder = new SqliteConnectionStringBuilder(options.ConnectionString);
        if (builder.DataSource.Length == 0) throw new ArgumentException("The connection string has no Data Source.", nameof(options));
        FilePath = Path.GetFullPath(builder.DataSource);
        _connectionString = builder.ToString();
    }

    /// <summary>The engine behind it.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>The full path of the SQLite file.</summary>
    public string FilePath { get; }

    /// <summary>
    /// Rises when the <see cref="Writer"/> sees that somebody else has written, such as an import in another process.
    /// Whatever is kept in memory of what was read before is then out of date.
    /// </summary>
    public long ChangesByOthers => Interlocked.Read(ref _changesByOthers);

    /// <summary>A session that sees the database as it is at its first statement, and cannot write.</summary>
    public async Task<DbSession> OpenRead(CancellationToken cancellation)
    {
        var connection = await Open(readOnly: true, cancellation);
        return new DbSession(connection, Dialect, connection.BeginTransaction(deferred: true));
    }

    /// <summary>
    /// A session that holds the write lock until it is committed or disposed (rolled back).
    /// For command-line verbs and tests; the worker writes through <see cref="Writer"/>.
    /// </summary>
    public async Task<DbSession> OpenWrite(CancellationToken cancellation)
    {
        var connection = await Open(readOnly: false, cancellation);
        return new DbSession(connection, Dialect, connection.BeginTransaction());
    }

    internal void NoteChangeByOthers() => Interlocked.Increment(ref _changesByOthers);

    internal async Task<CachingConnection> Open(bool readOnly, CancellationToken cancellation)
    {
        if (Path.GetDirectoryName(FilePath) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        var connection = new CachingConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            using var command = connection.CreateCommand();
            // WAL with FULL: a commit is on the disk before anyone is told so. Group commit makes that cheap.
            command.CommandText = $"""
                pragma busy_timeout = 5000;
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
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
