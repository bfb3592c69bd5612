using System.CommandLine;
using CheckinBot.Storage.Engine;
using Microsoft.Extensions.Configuration;

namespace CheckinBot.Configuration;

/// <summary>The whole configuration, read and checked.</summary>
public sealed record Settings(
    TelegramOptions Telegram,
    StorageOptions Storage,
    HttpOptions Http,
    SchoolDayOptions SchoolDay,
    RulesOptions Rules,
    PrivacyOptions Privacy,
    InvitationOptions Invitations,
    FormsOptions Forms,
    UnitOptions Unit)
{
    /// <summary>What it was read from: units override single keys of it.</summary>
    public required IConfiguration Source { get; init; }

    /// <summary>The configuration of a command line: files, then environment, then flags.</summary>
    /// <exception cref="BadConfigurationException">A value is not allowed or a key is not known.</exception>
    public static Settings Load(ParseResult commandLine) => Read(ConfigurationSources.Build(commandLine));

    /// <summary>Reads and checks every key.</summary>
    /// <exception cref="BadConfigurationException">A value is not allowed or a key is not known.</exception>
    public static Settings Read(IConfigurationRoot configuration) => Read(configuration, new ConfigurationReader(configuration));

    internal static Settings Read(IConfigurationRoot configuration, ConfigurationReader reader)
    {
        var settings = new Settings(
            TelegramOptions.Read(reader),
            StorageSettings.Read(reader),
            HttpOptions.Read(reader),
            SchoolDayOptions.Read(reader),
            RulesOptions.Read(reader),
            PrivacyOptions.Read(reader),
            InvitationOptions.Read(reader),
            FormsOptions.Read(reader),
            UnitOptions.Read(reader))
        {
            Source = configuration,
        };
        UnknownKeys.Refuse(configuration, reader.Known);
        return settings;
    }
}
