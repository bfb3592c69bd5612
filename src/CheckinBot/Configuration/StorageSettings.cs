using CheckinBot.Storage.Engine;

namespace CheckinBot.Configuration;

/// <summary>Reads where everything is kept.</summary>
internal static class StorageSettings
{
    private const string ConnectionString = "Storage:ConnectionString";

    internal static StorageOptions Read(ConfigurationReader reader)
    {
        var provider = reader.Choice("Storage:Provider", StorageOptions.Default.Provider);
        var allowed = provider == SqlDialect.Postgres
            ? "a connection string such as Host=db.example;Database=checkinbot;Username=checkinbot;Password=…"
            : "a connection string such as Data Source=data/checkinbot.db";
        var text = reader.OptionalText(ConnectionString, allowed, value => Fits(provider, value), secret: true);
        if (text is null && provider == SqlDialect.Postgres) throw BadConfigurationException.NotAllowed(ConnectionString, "", allowed);
        return new StorageOptions(provider, text ?? StorageOptions.Default.ConnectionString);
    }

    // Opens nothing: whether the database is there is seen at the start.
    private static bool Fits(SqlDialect provider, string connectionString)
    {
        try
        {
            return new Database(new StorageOptions(provider, connectionString)).Dialect == provider;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
