using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Storage;

/// <summary>
/// The one writer of a database. Works are run in the order in which they were given, up to 200 to a transaction: one
/// sync to the disk for all of them. Where a work throws, the transaction is rolled back and its works are run again one
/// by one, so that only the one at fault fails. A work must therefore be a pure function of the database: effects in
/// memory belong into <see cref="DbSession.AfterCommit"/>.
/// </summary>
public sealed class Writer : IAsyncDisposable
{
    /// <summary>Works to a transaction, at most.</summary>
    public const int BatchSize = 200;

    private const int Capacity = 4096;

    // Changes with each commit of another connection, never with one of its own. Costs microseconds, beside a sync to the disk.
    private static readonly HotStatement DataVersion = new("pragma data_version");

    private readonly Database _database;
    private readonly Task _loop;
    private Exception? _unopened;
    private long? _dataVersion;
    private readonly Channel<Work> _works = Channel.CreateBounded<Work>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Starts to take works.</summary>
    public Writer(Database database)
    {
        _database = database;
        _loop = Task.Run(Run);
    }

    /// <summary>Works that wait.</summary>
    public int Backlog => _works.Reader.Count;

    /// <summary>
    /// Runs a work and completes once it is committed; throws what the work threw, and nothing of it is stored then.
    /// An exception of its <see cref="DbSession.AfterCommit"/> action fails the task too, though the work is stored.
    /// Waits while the queue is full. A cancelled work is left out where it has not begun; what has begun is finished.
    /// </summary>
    /// <exception cref="ChannelClosedException">The writer has been stopped.</exception>
    public async Task<T> Write<T>(Func<DbSession, ValueTask<T>> work, CancellationToken cancellation)
    {
        var item = new Work<T>(work, cancellation);
        await _works.Writer.WriteAsync(item, cancellation);
        return await item.Completion;
    }

    /// <inheritdoc cref="Write{T}"/>
    public Task Write(Func<DbSession, ValueTask> work, CancellationToken cancellation) =>
        Write<object?>(async session => { await work(session); return null; }, cancellation);

    /// <summary>Takes no more works, finishes those that wait, and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _works.Writer.TryComplete();
        await _loop;
    }

    private async Task Run()
    {
        // Open from the start: who would replace the file sees that it is in use.
        var connection = await TryOpen();
        var batch = new List<Work>(BatchSize);
        try
        {
            while (await _works.Reader.WaitToReadAsync())
            {
                while (batch.Count < BatchSize && _works.Reader.TryRead(out var work))
                {
                    if (!work.DropWhereCancelled()) batch.Add(work);
                }

                if (batch.Count == 0) continue;
                connection ??= await TryOpen();
                if (connection is null) FailAll(batch);
                else await CommitTogether(connection, batch);
                batch.Clear();
            }
        }
        finally
        {
            if (connection is not null) await connection.DisposeAsync();
        }
    }

    private async Task<CachingConnection?> TryOpen()
    {
        try
        {
            var connection = await _database.Open(readOnly: false, CancellationToken.None);
            (_unopened, _dataVersion) = (null, null);
            return connection;
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            _unopened = exception;
            return null;
        }
    }

    private void FailAll(List<Work> batch)
    {
        foreach (var work in batch) work.Fail(_unopened!);
    }

    private async Task CommitTogether(CachingConnection connection, List<Work> batch)
    {
        var fault = await TryCommit(connection, batch);
        if (fault is null) return;
        if (batch.Count == 1)
        {
            batch[0].Fail(fault);
            return;
        }

        foreach (var work in batch)
        {
            if (await TryCommit(connection, [work]) is { } own) work.Fail(own);
        }
    }

    private async Task<Exception?> TryCommit(CachingConnection connection, List<Work> works)
    {
        try
        {
            await using var session = new DbSession(connection, _database.Dialect, connection.BeginTransaction(), ownsConnection: false);
            await LookForChangesByOthers(session);
            foreach (var work in works) await work.Run(session);
            await session.Commit(CancellationToken.None);
        }
        catch (Exception exception)
        {
            return exception;
        }

        foreach (var work in works) work.Succeed();
        return null;
    }

    // Within the transaction: from here on nobody else can write.
    private async ValueTask LookForChangesByOthers(DbSession session)
    {
        var version = (await session.Query(DataVersion, row => row.GetInt64(0), CancellationToken.None))[0];
        if (_dataVersion is { } known && known != version) _database.NoteChangeByOthers();
        _dataVersion = version;
    }

    private abstract class Work
    {
        public abstract ValueTask Run(DbSession session);

        public abstract bool DropWhereCancelled();

        public abstract void Succeed();

        public abstract void Fail(Exception exception);
    }

    private sealed class Work<T>(Func<DbSession, ValueTask<T>> work, CancellationToken cancellation) : Work
    {
        private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;
        private IReadOnlyList<Action> _afterCommit = [];

        public Task<T> Completion => _completion.Task;

        public override async ValueTask Run(DbSession session)
        {
            _result = await work(session);
            _afterCommit = session.TakeAfterCommit();
        }

        public override bool DropWhereCancelled() => cancellation.IsCancellationRequested && _completion.TrySetCanceled(cancellation);

        public override void Succeed()
        {
            try
            {
                foreach (var action in _afterCommit) action();
                _completion.SetResult(_result);
            }
            catch (Exception exception)
            {
                _completion.SetException(exception);
            }
        }

        public override void Fail(Exception exception) => _completion.SetException(exception);
    }
}
