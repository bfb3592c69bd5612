using System.CommandLine;
using Microsoft.Extensions.Configuration;

namespace CheckinBot.Configuration;

/// <summary>
/// Where configuration comes from, later ones winning: appsettings.json beside the program, appsettings.json in the
/// current folder, a folder of secrets with a file for each, environment (<c>Telegram__BotToken</c>), flags
/// (<c>--Telegram:BotToken=…</c>).
/// </summary>
internal static class ConfigurationSources
{
    private const string FileName = "appsettings.json";

    /// <summary>Names the folder in which systemd (<c>LoadCredential=</c>) has each secret as a file.</summary>
    private const string CredentialsVariable = "CREDENTIALS_DIRECTORY";

    /// <summary>The folder in which containers have each secret as a file.</summary>
    private const string ContainerSecrets = "/run/secrets";

    private static readonly (string Section, string Example)[] Sections =
    [
        ("Telegram", "BotToken=123456789:AAF…"),
        ("Storage", "ConnectionString=\"Data Source=data/checkinbot.db\""),
        ("Http", "Urls=http://127.0.0.1:8080"),
        ("SchoolDay", "OpensAt=06:30"),
        ("Rules", "MonitorDays=14"),
        ("Privacy", "RetentionDays=90"),
        ("Invitations", "MaxGuardians=4"),
        ("Texts", "Language=zh-Hans"),
        ("Groups", "Tidy=off"),
        ("Forms", "Folder=/etc/checkinbot/forms"),
    ];

    /// <summary>
    /// One option a section; the command line splits <c>--Section:Key=Value</c> after the section. They are the same for
    /// every verb, and so in the help of none.
    /// </summary>
    private static readonly Option<string[]>[] Flags =
        [.. Sections.Select(section => new Option<string[]>($"--{section.Section}") { Recursive = true, Hidden = true })];

    /// <summary>A flag of each section, as one would write it.</summary>
    public static IEnumerable<string> Examples => Sections.Select(section => $"--{section.Section}:{section.Example}");

    /// <summary>Lets every verb take configuration flags.</summary>
    public static void AddFlags(RootCommand root)
    {
        foreach (var flag in Flags) root.Options.Add(flag);
    }

    public static IConfigurationRoot Build(ParseResult commandLine)
    {
        var builder = new ConfigurationBuilder();
        try
        {
            foreach (var file in Files) AddFile(builder, file);
            AddSecrets(builder, ContainerSecrets);
            AddSecrets(builder, System.Environment.GetEnvironmentVariable(CredentialsVariable));
            builder.AddEnvironmentVariables();
            builder.AddInMemoryCollection(FlagsOf(commandLine));
            return builder.Build();
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw SettingsFileFault.Denied(fault);
        }
    }

    /// <summary>The settings files that are read where they are there.</summary>
    public static IEnumerable<string> Files =>
        ((string[])[Path.Combine(AppContext.BaseDirectory, FileName), Path.GetFullPath(FileName)]).Distinct();

    /// <summary>What the environment alone says.</summary>
    public static IConfiguration Environment() => new ConfigurationBuilder().AddEnvironmentVariables().Build();

    /// <summary>The settings given as flags.</summary>
    /// <exception cref="BadConfigurationException">One lacks its value.</exception>
    public static IReadOnlyList<(string Key, string Value)> Given(ParseResult commandLine) =>
        [.. FlagsOf(commandLine).Select(setting => (setting.Key, setting.Value!))];

    private static void AddFile(ConfigurationBuilder builder, string path) =>
        builder.AddJsonFile(source =>
        {
            source.Path = Path.GetFileName(path);
            source.FileProvider = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(Path.GetDirectoryName(path)!);
            source.Optional = true;
            source.ReloadOnChange = false;
            source.OnLoadException = context => throw SettingsFileFault.Of(path, context.Exception);
        });

    // A file is named as the environment variable would be, Telegram__BotToken, and holds the value.
    private static void AddSecrets(ConfigurationBuilder builder, string? folder)
    {
        if (Directory.Exists(folder)) builder.AddKeyPerFile(Path.GetFullPath(folder), optional: true, reloadOnChange: false);
    }

    private static IEnumerable<KeyValuePair<string, string?>> FlagsOf(ParseResult commandLine)
    {
        foreach (var flag in Flags)
        {
            foreach (var setting in commandLine.GetValue(flag) ?? [])
            {
                if (setting.Split('=', 2) is not [var key, var value])
                    throw new BadConfigurationException($"{flag.Name}:{setting} lacks a value: write {flag.Name}:{setting}=VALUE");
                yield return new($"{flag.Name[2..]}:{key}", value);
            }
        }
    }
}
