using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;

namespace CheckinBot.Storage.Engine;

/// <summary>One transaction on one connection, which the stores share. Not safe for concurrent use.</summary>
public sealed class DbSession : IAsyncDisposable
{
    private readonly OpenConnection _open;
    private readonly bool _ownsConnection;
    private DbTransaction? _transaction;
    private List<Action>? _afterCommit;

    internal DbSession(OpenConnection open, DbTransaction transaction, bool ownsConnection = true)
    {
        _open = open;
        _transaction = transaction;
        _ownsConnection = ownsConnection;
    }

    /// <summary>The engine behind the session.</summary>
    public SqlDialect Dialect => _open.Engine.Dialect;

    private DbTransaction Transaction => _transaction ?? throw new InvalidOperationException("The session is already committed.");

    /// <summary>
    /// Runs an action in memory once the transaction is on the disk, in the order of the calls; never where it is rolled
    /// back. The action must be quick: the next transaction waits for it.
    /// </summary>
    public void AfterCommit(Action action) => (_afterCommit ??= []).Add(action);

    /// <summary>All rows.</summary>
    public Task<IEnumerable<T>> Query<T>(string sql, object? arguments, CancellationToken cancellationToken) =>
        _open.Connection.QueryAsync<T>(Command(sql, arguments, cancellationToken));

    /// <summary>The only row; the default of the type where there is none.</summary>
    public Task<T?> QuerySingleOrDefault<T>(string sql, object? arguments, CancellationToken cancellationToken) =>
        _open.Connection.QuerySingleOrDefaultAsync<T>(Command(sql, arguments, cancellationToken));

    /// <summary>The only row.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public Task<T> QuerySingle<T>(string sql, object? arguments, CancellationToken cancellationToken) =>
        _open.Connection.QuerySingleAsync<T>(Command(sql, arguments, cancellationToken));

    /// <summary>All rows, their columns read by position: for records with members of closed sets, which Dapper cannot read.</summary>
    internal async Task<List<T>> Query<T>(string sql, object? arguments, Func<IRow, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await foreach (var row in Rows(sql, arguments, cancellationToken)) rows.Add(read(row));
        return rows;
    }

    /// <summary>The rows one by one, without holding all of them. Each must be read before the next one is asked for.</summary>
    internal async IAsyncEnumerable<IRow> Rows(string sql, object? arguments, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Not await using: disposed of asynchronously, Dapper's reader leaves its command to the garbage collector.
        using var reader = await _open.Connection.ExecuteReaderAsync(Command(sql, arguments, cancellationToken));
        var row = new ReaderRow(reader);
        while (await reader.ReadAsync(cancellationToken)) yield return row;
    }

    /// <summary>Runs a statement, once for each element where the arguments are a list; returns the rows touched.</summary>
    public Task<int> Execute(string sql, object? arguments, CancellationToken cancellationToken) =>
        _open.Connection.ExecuteAsync(Command(sql, arguments, cancellationToken));

    /// <summary>Runs a hot statement; returns the rows touched.</summary>
    internal ValueTask<int> Execute(HotStatement statement, CancellationToken cancellationToken, params object?[] values) =>
        _open.Hot(statement).Execute(Transaction, Checked(statement, values), cancellationToken);

    /// <summary>All rows of a hot statement.</summary>
    internal ValueTask<List<T>> Query<T>(HotStatement statement, Func<IRow, T> row, CancellationToken cancellationToken, params object?[] values) =>
        _open.Hot(statement).Query(Transaction, Checked(statement, values), row, cancellationToken);

    /// <summary>Runs a hot statement once for each set of values, on PostgreSQL in one trip; returns all their rows in that order.</summary>
    internal ValueTask<List<T>> QueryEach<T>(HotStatement statement, Func<IRow, T> row, IReadOnlyList<object?[]> each, CancellationToken cancellationToken) =>
        _open.Hot(statement).QueryEach(Transaction, [.. each.Select(values => Checked(statement, values))], row, cancellationToken);

    /// <summary>Commits, then runs what was given to <see cref="AfterCommit"/>.</summary>
    public async Task Commit(CancellationToken cancellationToken)
    {
        if (_transaction is null) throw new InvalidOperationException("The session is already committed.");
        await _transaction.CommitAsync(cancellationToken);
        await _transaction.DisposeAsync();
        _transaction = null;
        foreach (var action in TakeAfterCommit()) action();
    }

    /// <summary>Rolls back what is not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null) await _transaction.DisposeAsync();
        _transaction = null;
        if (_ownsConnection) await _open.DisposeAsync();
    }

    /// <summary>Hands over what is to run after the commit, and forgets it.</summary>
    internal IReadOnlyList<Action> TakeAfterCommit()
    {
        IReadOnlyList<Action> actions = _afterCommit ?? [];
        _afterCommit = null;
        return actions;
    }

    private CommandDefinition Command(string sql, object? arguments, CancellationToken cancellationToken) =>
        new(sql, arguments, Transaction, cancellationToken: cancellationToken);

    private static object?[] Checked(HotStatement statement, object?[] values) =>
        values.Length == statement.Parameters.Count
            ? values
            : throw new ArgumentException($"The statement has {statement.Parameters.Count} parameters.", nameof(values));
}
