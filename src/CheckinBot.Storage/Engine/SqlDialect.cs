namespace CheckinBot.Storage.Engine;

/// <summary>The database engine; the few statements that cannot be one text ask for it.</summary>
public enum SqlDialect
{
    /// <summary>SQLite 3.35 or newer, in one file.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or newer, on a server.</summary>
    Postgres,
}
