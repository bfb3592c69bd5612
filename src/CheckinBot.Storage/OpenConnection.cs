using System.Data;
using System.Data.Common;

namespace CheckinBot.Storage;

/// <summary>A connection of an engine, with the commands of the hot statements that have been run on it. Not safe for concurrent use.</summary>
internal sealed class OpenConnection(IDatabaseEngine engine, DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<HotStatement, DbCommand> _hot = [];

    /// <summary>The engine behind it.</summary>
    public IDatabaseEngine Engine => engine;

    /// <summary>The connection for everything that is not a hot statement.</summary>
    public DbConnection Connection => connection;

    /// <summary>False once the server or the network has ended it.</summary>
    public bool IsUsable => connection.State == ConnectionState.Open;

    /// <summary>The kept command of a hot statement with its values. Its reader must be closed before it is run again.</summary>
    public DbCommand Hot(HotStatement statement, DbTransaction? transaction, object?[] values)
    {
        if (!_hot.TryGetValue(statement, out var command)) _hot.Add(statement, command = engine.CreateCommand(connection, statement));
        if (values.Length != statement.Parameters.Count) throw new ArgumentException($"The statement has {statement.Parameters.Count} parameters.", nameof(values));
        command.Transaction = transaction;
        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = engine.ToParameter(values[index]);
        return command;
    }

    /// <summary>Closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var command in _hot.Values) await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
