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
        Description = "The roster: CSV (UTF-8, GB18030 or UTF-16) or a workbook (.xlsx), of which every sheet with a header is read.",
    }.AcceptExistingOnly();

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would change, and store nothing." };

    private static readonly Option<bool> DeactivateMissing = new("--deactivate-missing")
    {
        Description = "Who is stored in a unit that the file names, but is not in the file, has left: not asked and not counted any more.",
    };

    private static readonly Option<string?> Unit = UnitOption.Optional(
        "The unit below which the units of the file are, such as the school of a list of classes; of a list without units, the unit of everybody in it.");

    private static readonly Option<string?> EverybodysRole = new("--role")
    {
        HelpName = "ROLE",
        Description = "What everybody is where the file does not say it; student by default in a list of classes.",
    };

    private static readonly Option<bool> Yes = new("--yes")
    {
        Description = "Go on where more than a tenth of the people of a unit get another number, name or unit.",
    };

    public static Command Create()
    {
        var command = new Command("import", "Import a roster from CSV or XLSX: all of it, or, where a row is bad, nothing. May be repeated.")
        {
            File, Unit, EverybodysRole, DryRun, DeactivateMissing, Yes,
        };
        EverybodysRole.Validators.Add(option =>
        {
            if (option.GetValueOrDefault<string?>() is { } role && RosterRoles.Parse(role) is null)
                option.AddError($"--role '{role}' is unknown: it is one of {RosterRoles.Listed}.");
        });
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(commandLine);
        var role = commandLine.GetValue(EverybodysRole) is { } named ? RosterRoles.Parse(named) : null;
        var options = new RosterImportOptions(commandLine.GetValue(DryRun), commandLine.GetValue(DeactivateMissing))
        {
            Yes = commandLine.GetValue(Yes),
            Defaults = new RosterDefaults(commandLine.GetValue(Unit), role),
        };
        var database = await CommandDatabase.Open(settings, cancellationToken);
        var watch = Stopwatch.StartNew();
        try
        {
            var file = await RosterFile.Read(commandLine.GetRequiredValue(File).FullName, cancellationToken);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file.Kind}, {file.RowCount} rows"));
            var import = new RosterImport(database, TimeProvider.System, settings.SchoolDay.TimeZone);
            var outcome = await RosterProgress.Show(file.RowCount, progress => import.Run(file, options, progress, cancellationToken));
            await Tell(Console.Error, file.Notes.Concat(outcome.Notes));
            if (outcome.Plan is not { } plan)
            {
                await Tell(Console.Error, RosterReport.Faults(outcome.Faults));
                return CommandLine.Failed;
            }

            if (!outcome.IsStopped || options.DryRun) await Tell(Console.Out, RosterReport.Changes(plan, options));
            if (plan.Doubts.Count > 0) await Tell(Console.Error, RosterReport.Stop(plan, options));
            if (outcome.IsStopped) return CommandLine.Failed;
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:0.0} s"));
            return 0;
        }
        catch (RosterFileException exception)
        {
            await Console.Error.WriteLineAsync($"{exception.Message}. Nothing was stored.");
            return CommandLine.Failed;
        }
    }

    private static async Task Tell(TextWriter output, IEnumerable<string> lines)
    {
        foreach (var line in lines) await output.WriteLineAsync(line);
    }
}
