using CheckinBot.Storage;

namespace CheckinBot.Configuration;

/// <summary>Reads where everything is kept.</summary>
internal static class StorageSettings
{
    internal static StorageOptions Read(ConfigurationReader reader) => new(
        reader.Choice("Storage:Provider", StorageOptions.Default.Provider),
        reader.OptionalText(
            "Storage:ConnectionString", "a connection string such as Data Source=data/checkinbot.db", text => text.Contains('=', StringComparison.Ordinal), secret: true)
            ?? StorageOptions.Default.ConnectionString);
}
