using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;

namespace CheckinBot.Storage.Engine;

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

    private readonly Database _database;
    private readonly Task _loop;
    private Exception? _unopened;
    private long? _changesSeen;
    private readonly Channel<Work> _works = Channel.CreateBounded<Work>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Starts to take works.</summary>
    public Writer(Database database)
    {
        _database = database;
        _loop = Task.Run(Run);
    }

    /// <summary>Is told what each transaction took, from its beginning to its end, also of one that is rolled back.</summary>
    public Action<TimeSpan>? Measure { get; set; }

    /// <summary>Works that wait.</summary>
    public int Backlog => _works.Reader.Count;

    /// <summary>
    /// Runs a work and completes once it is committed; throws what the work threw, and nothing of it is stored then.
    /// An exception of its <see cref="DbSession.AfterCommit"/> action fails the task too, though the work is stored.
    /// Waits while the queue is full. A cancelled work is left out where it has not begun; what has begun is finished.
    /// </summary>
    /// <exception cref="ChannelClosedException">The writer has been stopped.</exception>
    public async Task<T> Write<T>(Func<DbSession, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var item = new Work<T>(work, cancellationToken);
        await _works.Writer.WriteAsync(item, cancellationToken);
        return await item.Completion;
    }

    /// <inheritdoc cref="Write{T}"/>
    public Task Write(Func<DbSession, ValueTask> work, CancellationToken cancellationToken) =>
        Write<object?>(async session => { await work(session); return null; }, cancellationToken);

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
                if (connection is { IsUsable: false })
                {
                    await connection.DisposeAsync();
                    connection = null;
                }

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

    private async Task<OpenConnection?> TryOpen()
    {
        try
        {
            var connection = await _database.Open(readOnly: false, CancellationToken.None);
            _unopened = null;
            // Nobody knows what others did while there was no connection.
            if (_changesSeen is not null) _database.NoteChangeByOthers();
            _changesSeen = null;
            return connection;
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            _unopened = exception;
            return null;
        }
    }

    private void FailAll(List<Work> batch)
    {
        foreach (var work in batch) work.Fail(_unopened!);
    }

    private async Task CommitTogether(OpenConnection connection, List<Work> batch)
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

    private async Task<Exception?> TryCommit(OpenConnection connection, List<Work> works)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var transaction = await connection.Engine.Begin(connection.Connection, readOnly: false, CancellationToken.None);
            await using var session = new DbSession(connection, transaction, ownsConnection: false);
            await LookForChangesByOthers(connection, session);
            foreach (var work in works) await work.Run(session);
            await session.Commit(CancellationToken.None);
        }
        catch (Exception exception)
        {
            return exception;
        }
        finally
        {
            Measure?.Invoke(Stopwatch.GetElapsedTime(begun));
        }

        foreach (var work in works) work.Succeed();
        return null;
    }

    // Within the transaction: on SQLite nobody else can write from here on.
    private async ValueTask LookForChangesByOthers(OpenConnection connection, DbSession session)
    {
        var changes = (await session.Query(connection.Engine.ChangesByOthers, row => row.GetInt64(0), CancellationToken.None))[0];
        if (_changesSeen is { } known && known != changes) _database.NoteChangeByOthers();
        _changesSeen = changes;
    }

    private abstract class Work
    {
        public abstract ValueTask Run(DbSession session);

        public abstract bool DropWhereCancelled();

        public abstract void Succeed();

        public abstract void Fail(Exception exception);
    }

    private sealed class Work<T>(Func<DbSession, ValueTask<T>> work, CancellationToken cancellationToken) : Work
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

        public override bool DropWhereCancelled() => cancellationToken.IsCancellationRequested && _completion.TrySetCanceled(cancellationToken);

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
