using System.CommandLine;
using CheckinBot.Configuration;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Commands;

/// <summary>A consistent copy of the database, made while the worker runs.</summary>
internal static class BackupCommand
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "The copy to write; it must not exist yet." };

    public static Command Create()
    {
        var command = new Command("backup", "Write a consistent copy of the SQLite database, also while the worker runs.") { File };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellationToken)
    {
        var database = new Database(Settings.Load(commandLine).Storage);
        if (await CommandDatabase.RefuseServer(database, "copy it with pg_dump --format=custom, and put the copy back with pg_restore"))
            return CommandLine.Failed;
        if (!System.IO.File.Exists(database.FilePath))
        {
            await Console.Error.WriteLineAsync($"There is no database at {database.FilePath}: nothing to back up.");
            return CommandLine.Failed;
        }

        var file = commandLine.GetRequiredValue(File);
        file.Directory?.Create();
        await SqliteBackup.Save(database, file.FullName, cancellationToken);
        file.Refresh();
        await Console.Out.WriteLineAsync($"{file.FullName}: {file.Length / 1024} KB");
        return 0;
    }
}
