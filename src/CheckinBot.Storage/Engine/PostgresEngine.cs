using System.Data;
using System.Data.Common;
using Npgsql;

namespace CheckinBot.Storage.Engine;

/// <summary>A database on a PostgreSQL server. Statements are prepared by Npgsql, after their second use on a connection.</summary>
internal sealed class PostgresEngine : IDatabaseEngine
{
    // Any number will do, as long as every version of this program takes the same.
    private const long SchemaLock = 0x43_48_45_43_4b_49_4e;

    private readonly string _connectionString;

    /// <exception cref="ArgumentException">The connection string names no host or database, or has an unknown key.</exception>
    public PostgresEngine(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrEmpty(builder.Host)) throw new ArgumentException("The connection string has no Host.", nameof(connectionString));
        if (string.IsNullOrEmpty(builder.Database)) throw new ArgumentException("The connection string has no Database.", nameof(connectionString));
        builder.ApplicationName ??= "checkinbot";
        // Above the number of texts in this program.
        if (builder.MaxAutoPrepare == 0) builder.MaxAutoPrepare = 256;
        builder.AutoPrepareMinUsages = 2;
        // Statements are short, and what is asked for is in memory: neither compile them, nor shy away from an index.
        builder.Options ??= "-c jit=off -c random_page_cost=1.1";
        Place = $"database {builder.Database} on {builder.Host}:{builder.Port}";
        _connectionString = builder.ToString();
    }

    public SqlDialect Dialect => SqlDialect.Postgres;

    public string Place { get; }

    public string? FilePath => null;

    // Triggers count, for each server process, the transactions that changed units, people, settings and the like.
    public HotStatement ChangesByOthers { get; } = new("select coalesce(sum(changes), 0)::bigint from directory_change where backend <> pg_backend_pid()");

    public string CountTables => "select count(*) from information_schema.tables where table_schema = current_schema() and table_name = @name";

    public async Task<DbConnection> Open(bool readOnly, bool create, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public void Forget(DbConnection connection) => NpgsqlConnection.ClearPool((NpgsqlConnection)connection);

    public void RequireInPlace(DbConnection connection)
    {
    }

    public async ValueTask<DbTransaction> Begin(DbConnection connection, bool readOnly, CancellationToken cancellationToken)
    {
        if (!readOnly) return await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await Run(connection, transaction, "set transaction read only", cancellationToken);
        return transaction;
    }

    public async ValueTask LockSchema(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken) =>
        await Run(connection, transaction, $"select pg_advisory_xact_lock({SchemaLock})", cancellationToken);

    public IHotCommand Prepare(DbConnection connection, HotStatement statement)
    {
        var command = new NpgsqlCommand(statement.Sql, (NpgsqlConnection)connection);
        foreach (var (name, type) in statement.Parameters.Zip(TypesOf(statement, command)))
        {
            command.Parameters.Add(new NpgsqlParameter { ParameterName = name, NpgsqlDbType = type });
        }

        return new PostgresHotCommand(command);
    }

    // With the types that the server wants, a null has the same one as a value, and a statement is prepared once.
    private static NpgsqlTypes.NpgsqlDbType[] TypesOf(HotStatement statement, NpgsqlCommand command)
    {
        if (statement.PostgresTypes is { } known) return known;
        if (statement.Parameters.Count == 0) return [];
        NpgsqlCommandBuilder.DeriveParameters(command);
        var types = command.Parameters.ToDictionary(parameter => parameter.ParameterName.TrimStart('@'), parameter => parameter.NpgsqlDbType);
        command.Parameters.Clear();
        return statement.PostgresTypes = [.. statement.Parameters.Select(name => types[name[1..]])];
    }

    private static async Task Run(DbConnection connection, DbTransaction transaction, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
