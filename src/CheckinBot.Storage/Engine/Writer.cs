using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Storage.Engine;

/// <summary>
/// The one writer of a database. Works are run in the order in which they were given, up to 200 to a transaction: one
/// sync to the disk for all of them. Where a work throws, the transaction is rolled back and its works are run again one
/// by one, so that only the one at fault fails; where the connection has died, over another one. A work must therefore be a
/// pure function of the database: effects in memory belong into <see cref="DbSession.AfterCommit"/>. One that was committed just
/// as its connection died is run again too, and must find that out by itself.
/// </summary>
public sealed class Writer : IAsyncDisposable
{
    /// <summary>Works to a transaction, at most.</summary>
    public const int BatchSize = 200;

    private const int Capacity = 4096;
    private const int Attempts = 3;

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(2);

    private readonly Database _database;
    private readonly Task _loop;
    private OpenConnection? _connection;
    private long? _changesSeen;
    private DatabaseGoneException? _gone;
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
    public Task<T> Write<T>(Func<DbSession, ValueTask<T>> work, CancellationToken cancellationToken) => Write(work, new WorkOrder(), cancellationToken);

    /// <inheritdoc cref="Write{T}(Func{DbSession, ValueTask{T}}, CancellationToken)"/>
    /// <param name="work">The work.</param>
    /// <param name="order">Those before which it is not to be stored.</param>
    /// <param name="cancellationToken">Leaves it out where it has not begun.</param>
    public async Task<T> Write<T>(Func<DbSession, ValueTask<T>> work, WorkOrder order, CancellationToken cancellationToken)
    {
        var item = new Work<T>(work, order, cancellationToken);
        await _works.Writer.WriteAsync(item, cancellationToken);
        return await item.Completion;
    }

    /// <inheritdoc cref="Write{T}(Func{DbSession, ValueTask{T}}, CancellationToken)"/>
    public Task Write(Func<DbSession, ValueTask> work, CancellationToken cancellationToken) =>
        Write<object?>(async session => { await work(session); return null; }, cancellationToken);

    /// <summary>
    /// Takes no more works, finishes those that wait, and closes the connection; but does not wait long for a database that does not answer.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        _works.Writer.TryComplete();
        await Task.WhenAny(_loop, Task.Delay(LongestStop, TimeProvider.System));
    }

    private async Task Run()
    {
        // Open from the start: who would replace the file sees that it is in use.
        await TryOpen();
        var batch = new List<Work>(BatchSize);
        try
        {
            while (await _works.Reader.WaitToReadAsync())
            {
                while (batch.Count < BatchSize && _works.Reader.TryRead(out var work))
                {
                    if (!work.DropWhereCancelled() && !work.FailBehindFailed()) batch.Add(work);
                }

                if (batch.Count > 0 && await TryCommit(batch) is { } fault)
                {
                    if (IsLasting(fault)) FailAll(batch, fault);
                    else await CommitInTurn(batch);
                }

                batch.Clear();
            }
        }
        finally
        {
            await Close();
        }
    }

    // What failed together is run again one by one. Where the database itself fails, what waits behind fails with it: it keeps its turn
    // when it is given again.
    private async Task CommitInTurn(List<Work> batch)
    {
        for (var next = 0; next < batch.Count; next++)
        {
            if (batch[next].FailBehindFailed() || await CommitAlone(batch[next]) is not { } fault) continue;
            batch[next].Fail(fault);
            if (DatabaseFault.IsOfTheWork(fault) || DatabaseFault.IsConflict(fault) || fault is OperationCanceledException) continue;
            FailAll(batch.Skip(next + 1), fault);
            return;
        }
    }

    private static void FailAll(IEnumerable<Work> works, Exception fault)
    {
        foreach (var work in works) work.Fail(fault);
    }

    // A fault counts as the work's own only on a fresh connection, which has begun a transaction and read before the work is run.
    private async Task<Exception?> CommitAlone(Work work)
    {
        Exception? fault = null;
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (fault is not null && !DatabaseFault.IsConflict(fault)) await Close();
            var isFresh = _connection is not { IsUsable: true };
            fault = await TryCommit([work]);
            if (fault is null || (isFresh && DatabaseFault.IsOfTheWork(fault)) || IsLasting(fault)) return fault;
            // Whoever gave it does not want it any more.
            if (fault is OperationCanceledException) return fault;
        }

        return fault;
    }

    // Full, locked, read-only: each try of these takes its time already, and the next one would find the same.
    private static bool IsLasting(Exception fault) => fault is SqliteException or DatabaseGoneException && !DatabaseFault.IsOfTheWork(fault);

    private async Task<Exception?> TryCommit(List<Work> works)
    {
        if (_gone is not null) return _gone;
        if (_connection is { IsUsable: false }) await Close();
        if (_connection is null && await TryOpen() is { } unopened) return unopened;
        var connection = _connection!;
        var isCommitting = false;
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var transaction = await connection.Engine.Begin(connection.Connection, readOnly: false, CancellationToken.None);
            await using var session = new DbSession(connection, transaction, ownsConnection: false);
            await LookForChangesByOthers(connection, session);
            foreach (var work in works) await work.Run(session);
            connection.Engine.RequireInPlace(connection.Connection);
            isCommitting = true;
            await session.Commit(CancellationToken.None);
        }
        catch (Exception exception)
        {
            if (isCommitting) _database.NoteUncertainCommit();
            // Another file may stand in its place: nobody knows what is in it.
            _gone = exception as DatabaseGoneException;
            // It may be but the echo of a connection that has died: the driver's own exception then names no database.
            return DatabaseFault.IsOfTheWork(exception) && await WhyDead(connection) is { } death
                ? new DatabaseUnavailableException($"The connection was lost ({death.Message})", exception)
                : exception;
        }
        finally
        {
            Measure?.Invoke(Stopwatch.GetElapsedTime(begun));
        }

        foreach (var work in works) work.Succeed();
        return null;
    }

    private static async Task<Exception?> WhyDead(OpenConnection connection)
    {
        try
        {
            await using var command = connection.Connection.CreateCommand();
            command.CommandText = "select 1";
            await command.ExecuteScalarAsync();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private async Task<Exception?> TryOpen()
    {
        try
        {
            _connection = await _database.Open(readOnly: false, CancellationToken.None);
            // Nobody knows what others did while there was no connection.
            if (_changesSeen is not null) _database.NoteChangeByOthers();
            _changesSeen = null;
            return null;
        }
        catch (Exception exception)
        {
            return DatabaseFault.IsOfTheWork(exception) ? new DatabaseUnavailableException(exception.Message, exception) : exception;
        }
    }

    // With those that are kept for use again: a server that went away took all of them along.
    private async Task Close()
    {
        if (_connection is not { } connection) return;
        _connection = null;
        connection.Engine.Forget(connection.Connection);
        await connection.DisposeAsync();
    }

    // Within the transaction: on SQLite nobody else can write from here on.
    private async ValueTask LookForChangesByOthers(OpenConnection connection, DbSession session)
    {
        var changes = (await session.Query(connection.Engine.ChangesByOthers, row => row.GetInt64(0), CancellationToken.None))[0];
        if (_changesSeen is { } known && known != changes) _database.NoteChangeByOthers();
        _changesSeen = changes;
        _database.NoteLook();
    }

    private abstract class Work
    {
        public abstract ValueTask Run(DbSession session);

        public abstract bool DropWhereCancelled();

        public abstract bool FailBehindFailed();

        public abstract void Succeed();

        public abstract void Fail(Exception exception);
    }

    private sealed class Work<T>(Func<DbSession, ValueTask<T>> work, WorkOrder order, CancellationToken cancellationToken) : Work
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

        public override bool FailBehindFailed() => order.BrokenBy is { } fault && _completion.TrySetException(fault);

        public override void Fail(Exception exception)
        {
            order.Note(exception);
            _completion.SetException(exception);
        }
    }
}
