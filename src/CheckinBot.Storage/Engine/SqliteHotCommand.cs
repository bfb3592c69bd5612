using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CheckinBot.Storage.Engine;

/// <summary>
/// A hot statement on the library itself: prepared once, its parameters set and its columns read by position. Through
/// Microsoft.Data.Sqlite, which looks up each parameter by its name and makes a reader each time, the statements of a
/// check-in took half as long again.
/// </summary>
internal sealed class SqliteHotCommand : IHotCommand, IRow
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _text = new byte[256];

    public SqliteHotCommand(SqliteConnection connection, HotStatement statement)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v3(_database, statement.Sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public ValueTask<int> Execute(DbTransaction transaction, object?[] values, CancellationToken cancellationToken)
    {
        try
        {
            Bind(values);
            while (Step())
            {
            }

            return ValueTask.FromResult(raw.sqlite3_changes(_database));
        }
        finally
        {
            _ = raw.sqlite3_reset(_statement);
        }
    }

    public ValueTask<List<T>> Query<T>(DbTransaction transaction, object?[] values, Func<IRow, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        try
        {
            Bind(values);
            while (Step()) rows.Add(read(this));
            return ValueTask.FromResult(rows);
        }
        finally
        {
            _ = raw.sqlite3_reset(_statement);
        }
    }

    public async ValueTask<List<T>> QueryEach<T>(
        DbTransaction transaction, IReadOnlyList<object?[]> each, Func<IRow, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>(each.Count);
        foreach (var values in each) rows.AddRange(await Query(transaction, values, read, cancellationToken));
        return rows;
    }

    public ValueTask DisposeAsync()
    {
        _statement.Dispose();
        return ValueTask.CompletedTask;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long GetInt64(int column) => raw.sqlite3_column_int64(_statement, column);

    public bool GetBoolean(int column) => raw.sqlite3_column_int(_statement, column) != 0;

    public string GetString(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    public DateTimeOffset GetInstant(int column) => Stored.Instant(GetString(column));

    public DateOnly GetDay(int column) => Stored.Day(GetString(column));

    private bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result != raw.SQLITE_DONE) Check(result);
        return false;
    }

    // SQLite numbers parameters in the order in which the text first names them, as HotStatement does.
    private void Bind(object?[] values)
    {
        for (var index = 0; index < values.Length; index++) Check(Bind(index + 1, values[index]));
    }

    private int Bind(int parameter, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, parameter),
        long number => raw.sqlite3_bind_int64(_statement, parameter, number),
        int number => raw.sqlite3_bind_int(_statement, parameter, number),
        bool truth => raw.sqlite3_bind_int(_statement, parameter, truth ? 1 : 0),
        string text => BindText(parameter, text),
        DateTimeOffset instant => BindText(parameter, Stored.Text(instant)),
        DateOnly day => BindText(parameter, Stored.Text(day)),
        _ => throw new ArgumentException($"A hot statement takes no {value.GetType().Name}.", nameof(value)),
    };

    private int BindText(int parameter, string text)
    {
        // An empty span has no address, and without one SQLite takes it for null.
        if (text.Length == 0) return raw.sqlite3_bind_text(_statement, parameter, text);
        if (_text.Length < Encoding.UTF8.GetMaxByteCount(text.Length)) _text = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = Encoding.UTF8.GetBytes(text, _text);
        return raw.sqlite3_bind_text(_statement, parameter, _text.AsSpan(0, length));
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, _database);
    }
}
