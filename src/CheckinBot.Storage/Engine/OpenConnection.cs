using System.Data;
using System.Data.Common;

namespace CheckinBot.Storage.Engine;

/// <summary>A connection of an engine, with the commands of the hot statements that have been run on it. Not safe for concurrent use.</summary>
internal sealed class OpenConnection(IDatabaseEngine engine, DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<HotStatement, IHotCommand> _hot = [];

    /// <summary>The engine behind it.</summary>
    public IDatabaseEngine Engine => engine;

    /// <summary>The connection for everything that is not a hot statement.</summary>
    public DbConnection Connection => connection;

    /// <summary>False once the server or the network has ended it.</summary>
    public bool IsUsable => connection.State == ConnectionState.Open;

    /// <summary>The kept command of a hot statement. What it is reading must be read to the end before it is run again.</summary>
    public IHotCommand Hot(HotStatement statement)
    {
        if (!_hot.TryGetValue(statement, out var command)) _hot.Add(statement, command = engine.Prepare(connection, statement));
        return command;
    }

    /// <summary>Closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var command in _hot.Values) await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
