using CheckinBot.Configuration;
using CheckinBot.Demo.Guide;
using Microsoft.Extensions.Configuration;

namespace CheckinBot.Demo;

/// <summary>The worker's configuration in the demo: the defaults, a simulated Telegram, a database of its own.</summary>
internal static class DemoSettings
{
    /// <summary>What a visitor may set: how the school works. Where the demo sends to and keeps its data is its own affair.</summary>
    private static readonly string[] Open = ["SchoolDay:", "Rules:", "Privacy:", "Invitations:", "Texts:", "Groups:", "Forms:"];

    /// <summary>Refuses what the demo cannot obey.</summary>
    /// <exception cref="BadConfigurationException">A flag is of Telegram, the database, or the worker's own address.</exception>
    public static IReadOnlyList<(string Key, string Value)> Checked(IReadOnlyList<(string Key, string Value)> given)
    {
        foreach (var (key, _) in given)
        {
            if (!Open.Any(section => key.StartsWith(section, StringComparison.OrdinalIgnoreCase)))
            {
                var open = string.Join(", ", Open.Select(section => section.TrimEnd(':')));
                throw new BadConfigurationException(
                    $"--{key} cannot be used with demo, which has a simulated Telegram and a database of its own; it takes settings of {open}");
            }
        }

        return given;
    }

    /// <param name="telegramUrl">The simulator's address.</param>
    /// <param name="folder">Where the database goes.</param>
    /// <param name="more">Further keys, for tests.</param>
    public static (Settings Settings, IConfigurationRoot Configuration) For(
        string telegramUrl, string folder, params IEnumerable<(string Key, string Value)> more)
    {
        var values = new Dictionary<string, string?>
        {
            ["Telegram:BotToken"] = Cast.BotToken,
            ["Telegram:BaseUrl"] = telegramUrl,
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder, "demo.db")}",
            ["Http:Urls"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "Error",
        };
        foreach (var (key, value) in more) values[key] = value;

        // Nothing of the machine's own configuration: the demo is the same everywhere, and reaches no real bot.
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return (Settings.Read(configuration), configuration);
    }
}
