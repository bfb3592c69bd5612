using System.CommandLine;
using CheckinBot.Configuration;
using CheckinBot.Faults;
using CheckinBot.Storage.Engine;
using Microsoft.Data.Sqlite;

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
        const string Elsewhere = "name another file";
        if (Place.WhyNotWritable(file.FullName, Elsewhere) is { } fault) throw new ProgramFault(fault);
        file.Directory?.Create();
        try
        {
            await SqliteBackup.Save(database, file.FullName, cancellationToken);
        }
        catch (SqliteException thrown) when (Place.RoomFor(file.FullName) < new FileInfo(database.FilePath).Length)
        {
            throw new ProgramFault(DatabaseFaults.Full(file.FullName, Elsewhere), thrown);
        }

        file.Refresh();
        await Console.Out.WriteLineAsync($"{file.FullName}: {file.Length / 1024} KB");
        return 0;
    }
}
