using System.Data.Common;
using Npgsql;

namespace CheckinBot.Storage.Engine;

/// <summary>A hot statement on PostgreSQL: the command with its typed parameters is kept.</summary>
internal sealed class PostgresHotCommand(NpgsqlCommand command) : IHotCommand
{
    public async ValueTask<int> Execute(DbTransaction transaction, object?[] values, CancellationToken cancellationToken)
    {
        Bind(transaction, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask<List<T>> Query<T>(DbTransaction transaction, object?[] values, Func<IRow, T> read, CancellationToken cancellationToken)
    {
        Bind(transaction, values);
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var row = new ReaderRow(reader);
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(row));
        return rows;
    }

    public async ValueTask<List<T>> QueryEach<T>(
        DbTransaction transaction, IReadOnlyList<object?[]> each, Func<IRow, T> read, CancellationToken cancellationToken)
    {
        if (each.Count == 0) return [];
        await using var batch = new NpgsqlBatch(command.Connection, (NpgsqlTransaction)transaction);
        foreach (var values in each)
        {
            var one = new NpgsqlBatchCommand(command.CommandText);
            for (var index = 0; index < values.Length; index++)
            {
                var parameter = command.Parameters[index].Clone();
                parameter.Value = ToParameter(values[index]);
                one.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(one);
        }

        var rows = new List<T>(each.Count);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var row = new ReaderRow(reader);
        do
        {
            while (await reader.ReadAsync(cancellationToken)) rows.Add(read(row));
        }
        while (await reader.NextResultAsync(cancellationToken));
        return rows;
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();

    private void Bind(DbTransaction transaction, object?[] values)
    {
        command.Transaction = (NpgsqlTransaction)transaction;
        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = ToParameter(values[index]);
    }

    // The precision that SQLite keeps, so that both find the same.
    private static object ToParameter(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => Stored.ToMilliseconds(instant).UtcDateTime,
        _ => value,
    };
}
