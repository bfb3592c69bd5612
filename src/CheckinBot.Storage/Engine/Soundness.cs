using System.Data.Common;
using Npgsql;

namespace CheckinBot.Storage.Engine;

/// <summary>Whether what is stored can be read, page by page.</summary>
public static class Soundness
{
    /// <summary>
    /// What is damaged, in the database's own words; null where nothing is found. Quick reads every page of a SQLite file; deep compares every
    /// index with its table too, and on PostgreSQL reads every row (a server checks its own pages otherwise).
    /// </summary>
    public static async Task<string?> FaultOf(Database database, bool isDeep, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        try
        {
            await using var session = await database.OpenRead(cancellationToken);
            if (database.Dialect == SqlDialect.Postgres)
            {
                if (isDeep) await ReadAll(session, cancellationToken);
                return null;
            }

            var report = await session.QuerySingle<string>(isDeep ? "pragma integrity_check(1)" : "pragma quick_check(1)", null, cancellationToken);
            return report == "ok" ? null : report.ReplaceLineEndings(" ");
        }
        catch (Exception fault) when (DatabaseFault.IsLost(fault))
        {
            return fault.Message;
        }
    }

    private static async Task ReadAll(DbSession session, CancellationToken cancellationToken)
    {
        const string Tables = """
            select quote_ident(table_name) from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'
            """;
        // A row is read whole only where something of it is asked for that stands in no index.
        foreach (var table in await session.Query<string>(Tables, null, cancellationToken))
            await session.QuerySingle<long?>($"select sum(length(t::text)) from {table} t", null, cancellationToken);
    }
}
