namespace CheckinBot.Configuration;

/// <summary>The databases that the program can run on.</summary>
public enum StorageProvider
{
    /// <summary>One file; serves a county.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or later, for several workers.</summary>
    Postgres,
}

/// <summary>Where everything is kept.</summary>
public sealed record StorageOptions
{
    /// <summary>The kind of database.</summary>
    public StorageProvider Provider { get; init; }

    /// <summary>The connection string of Microsoft.Data.Sqlite or Npgsql.</summary>
    public required string ConnectionString { get; init; }

    internal static StorageOptions Read(ConfigurationReader reader) => new()
    {
        Provider = reader.Choice("Storage:Provider", StorageProvider.Sqlite),
        ConnectionString = reader.OptionalText(
            "Storage:ConnectionString", "a connection string such as Data Source=data/checkinbot.db", text => text.Contains('=', StringComparison.Ordinal), secret: true)
            ?? "Data Source=data/checkinbot.db",
    };
}
