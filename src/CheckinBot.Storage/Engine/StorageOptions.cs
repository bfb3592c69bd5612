namespace CheckinBot.Storage.Engine;

/// <summary>Which database, and where.</summary>
/// <param name="Provider">The database engine (<c>Storage:Provider</c>).</param>
/// <param name="ConnectionString">Its ADO.NET connection string (<c>Storage:ConnectionString</c>).</param>
public sealed record StorageOptions(SqlDialect Provider, string ConnectionString)
{
    /// <summary>A SQLite file under the working folder.</summary>
    public static StorageOptions Default { get; } = new(SqlDialect.Sqlite, "Data Source=data/checkinbot.db");
}
