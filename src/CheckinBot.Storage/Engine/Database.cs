using System.Diagnostics;

namespace CheckinBot.Storage.Engine;

/// <summary>
/// Opens sessions on the one database. Reading sessions see a consistent snapshot and never wait for a writer;
/// whatever writes while the worker runs goes through <see cref="Writer"/>.
/// </summary>
public sealed class Database
{
    private readonly IDatabaseEngine _engine;
    private long _changesByOthers;
    private long _lookedAt = Stopwatch.GetTimestamp();
    private long _uncertainCommits;

    /// <summary>Opens nothing yet.</summary>
    /// <exception cref="ArgumentException">The connection string names no database, or has an unknown key.</exception>
    public Database(StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        TypeHandlers.Register();
        _engine = options.Provider == SqlDialect.Postgres ? new PostgresEngine(options.ConnectionString) : new SqliteEngine(options.ConnectionString);
    }

    /// <summary>The engine behind it.</summary>
    public SqlDialect Dialect => _engine.Dialect;

    /// <summary>Where it is, for people; never a password.</summary>
    public string Place => _engine.Place;

    /// <summary>The full path of the SQLite file; null on PostgreSQL.</summary>
    public string? FilePath => _engine.FilePath;

    /// <summary>
    /// Rises when the <see cref="Writer"/> sees that somebody else has written, such as an import in another process.
    /// Whatever is kept in memory of what was read before is then out of date.
    /// </summary>
    public long ChangesByOthers => Interlocked.Read(ref _changesByOthers);

    /// <summary>How long ago it was last looked for them, which is done with each transaction of the <see cref="Writer"/>.</summary>
    public TimeSpan SinceLookedForChanges => Stopwatch.GetElapsedTime(Interlocked.Read(ref _lookedAt));

    /// <summary>A session that sees the database as it is at its first statement, and cannot write.</summary>
    public Task<DbSession> OpenRead(CancellationToken cancellationToken) => OpenSession(readOnly: true, cancellationToken);

    /// <summary>
    /// A session that writes; what it has not committed when it is disposed is rolled back. On SQLite it holds the write lock.
    /// For command-line verbs and tests; the worker writes through <see cref="Writer"/>.
    /// </summary>
    public Task<DbSession> OpenWrite(CancellationToken cancellationToken) => OpenSession(readOnly: false, cancellationToken);

    /// <summary>
    /// Rises when a connection of the <see cref="Writer"/> died in a commit: what it stored may be there, though nobody was told so.
    /// </summary>
    public long UncertainCommits => Interlocked.Read(ref _uncertainCommits);

    internal void NoteUncertainCommit() => Interlocked.Increment(ref _uncertainCommits);

    internal void NoteLook() => Interlocked.Exchange(ref _lookedAt, Stopwatch.GetTimestamp());

    internal void NoteChangeByOthers() => Interlocked.Increment(ref _changesByOthers);

    internal async Task<OpenConnection> Open(bool readOnly, CancellationToken cancellationToken, bool create = false) =>
        new(_engine, await _engine.Open(readOnly, create, cancellationToken));

    private async Task<DbSession> OpenSession(bool readOnly, CancellationToken cancellationToken)
    {
        var open = await Open(readOnly, cancellationToken);
        try
        {
            return new DbSession(open, await _engine.Begin(open.Connection, readOnly, cancellationToken));
        }
        catch
        {
            await open.DisposeAsync();
            throw;
        }
    }
}
