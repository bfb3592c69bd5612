using CheckinBot.Configuration;
using CheckinBot.Jobs;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Doctor;

/// <summary>Whether others on this machine may read what is stored here: files of an earlier version, or copied by hand, keep their mode.</summary>
internal static class FileCheck
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public static Finding Run(Settings settings)
    {
        if (OperatingSystem.IsWindows()) return Finding.Ok("files", "who may read them is set in the properties of the folder");
        var open = Files(settings).Where(File.Exists).Where(IsOpen).ToList();
        return open.Count == 0
            ? Finding.Ok("files", "what is stored here can be read by the program's user alone")
            : Finding.Fault("files", $"others on this machine may read {string.Join(", ", open)}; do: chmod 600 {string.Join(' ', open.Select(Quoted))}");
    }

    private static IEnumerable<string> Files(Settings settings)
    {
        if (new Database(settings.Storage).FilePath is { } database)
        {
            var jobs = JobsFile.PathOf(settings.Storage)!;
            foreach (var file in (string[])[database, jobs]) foreach (var end in (string[])["", "-wal", "-shm"]) yield return file + end;
            yield return SqliteBackup.NightlyCopyOf(database);
        }

        foreach (var file in ConfigurationSources.Files.Where(File.Exists))
            if (HoldsSecret(file, settings.Telegram)) yield return file;
    }

    private static bool IsOpen(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0;

    private static bool HoldsSecret(string file, TelegramOptions options)
    {
        var text = File.ReadAllText(file);
        return ((string?[])[options.BotToken, options.WebhookSecret])
            .Any(secret => secret is { Length: > 0 } && text.Contains(secret, StringComparison.Ordinal));
    }

    private static string Quoted(string file) => file.Contains(' ', StringComparison.Ordinal) ? $"'{file}'" : file;
}
