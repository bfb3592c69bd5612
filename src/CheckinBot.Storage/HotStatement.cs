using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Storage;

/// <summary>
/// A statement on the path of every update. Its command and parameters are kept by the connection, and its columns are
/// read by position: with Dapper, which makes the parameters anew and asks for the type of each column each time, the
/// short statements of an update took three times as long. All other statements go through Dapper.
/// </summary>
internal sealed partial class HotStatement
{
    private readonly string[] _parameters;
    private readonly string _sql;

    /// <summary>Values are given in the order in which the text first names its parameters.</summary>
    public HotStatement(string sql)
    {
        _sql = sql;
        _parameters = [.. Parameter().Matches(sql).Select(match => match.Value).Distinct()];
    }

    /// <summary>A command for one connection.</summary>
    public SqliteCommand CreateCommand(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = _sql;
        foreach (var name in _parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    /// <summary>Sets the values.</summary>
    public void Bind(DbCommand command, object?[] values)
    {
        if (values.Length != _parameters.Length) throw new ArgumentException($"The statement has {_parameters.Length} parameters.", nameof(values));
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] switch
            {
                null => DBNull.Value,
                DateTimeOffset instant => Stored.Text(instant),
                DateOnly day => Stored.Text(day),
                var value => value,
            };
        }
    }

    [GeneratedRegex("@[A-Za-z]+")]
    private static partial Regex Parameter();
}
