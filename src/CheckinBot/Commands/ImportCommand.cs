using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CheckinBot.Configuration;
using CheckinBot.Rosters;

namespace CheckinBot.Commands;

/// <summary>Reads a roster into the database.</summary>
internal static class ImportCommand
{
    private static readonly Argument<FileInfo> File = new Argument<FileInfo>("FILE")
    {
        Description = "The roster: CSV (UTF-8, GB18030 or UTF-16) or a workbook (.xlsx).",
    }.AcceptExistingOnly();

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would change, and store nothing." };

    private static readonly Option<bool> DeactivateMissing = new("--deactivate-missing")
    {
        Description = "Who is stored in a unit that the file names, but is not in the file, has left: not asked and not counted any more.",
    };

    public static Command Create()
    {
        var command = new Command("import", "Import a roster from CSV or XLSX: all of it, or, where a row is bad, nothing. May be repeated.")
        {
            File,
            DryRun,
            DeactivateMissing,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(commandLine);
        var options = new RosterImportOptions(commandLine.GetValue(DryRun), commandLine.GetValue(DeactivateMissing));
        var database = await CommandDatabase.Open(settings, cancellationToken);
        var watch = Stopwatch.StartNew();
        try
        {
            var file = await RosterFile.Read(commandLine.GetRequiredValue(File).FullName, cancellationToken);
            foreach (var unknown in file.Header.Unknown) await Console.Error.WriteLineAsync($"The column '{unknown}' is not known, and not read.");
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file.Kind}, {file.Rows.Count} rows"));
            var outcome = await RosterProgress.Show(
                file.Rows.Count, progress =>
                    new RosterImport(database, TimeProvider.System, settings.SchoolDay.TimeZone).Run(file, options, progress, cancellationToken));
            if (outcome.Plan is null)
            {
                foreach (var line in RosterReport.Faults(outcome.Faults)) await Console.Error.WriteLineAsync(line);
                return CommandLine.Failed;
            }

            foreach (var line in RosterReport.Changes(outcome.Plan, options)) await Console.Out.WriteLineAsync(line);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:0.0} s"));
            return 0;
        }
        catch (RosterFileException exception)
        {
            await Console.Error.WriteLineAsync($"{exception.Message}. Nothing was stored.");
            return CommandLine.Failed;
        }
    }
}
