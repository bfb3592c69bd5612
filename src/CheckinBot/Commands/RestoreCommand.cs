using System.CommandLine;
using CheckinBot.Configuration;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Commands;

/// <summary>Puts a backup in the place of the database.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<FileInfo> File = new Argument<FileInfo>("FILE") { Description = "A copy made by 'backup'." }.AcceptExistingOnly();

    public static Command Create()
    {
        var command = new Command("restore", "Put a backup in the place of the SQLite database, which is kept aside. The worker must be stopped.") { File };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(commandLine);
        var database = new Database(settings.Storage);
        if (await CommandDatabase.RefuseServer(database, "put a copy made by pg_dump back with pg_restore")) return CommandLine.Failed;
        var kept = await SqliteBackup.Restore(database, commandLine.GetRequiredValue(File).FullName, TimeProvider.System, cancellationToken);
        // A backup of an older program is brought up to this one's schema now, not at the next start.
        await CommandDatabase.Open(settings, cancellationToken);
        await Console.Out.WriteLineAsync($"Restored to {database.FilePath}.{(kept is null ? "" : $" The file that was there is kept as {kept}.")}");
        return 0;
    }
}
