using System.CommandLine;
using System.CommandLine.Parsing;
using CheckinBot.Core.Organisation;
using CheckinBot.Files.Exports;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Commands;

/// <summary>Check-ins of a unit as a table.</summary>
internal static class ExportCommand
{
    private const int MostDays = 3660;

    private static readonly Option<string> Unit = UnitOption.Required("The unit by its path (names joined by /); everything below it is exported.");
    private static readonly Option<DateOnly?> From = Days.Option("--from", "The first day (yyyy-MM-dd).", required: true);
    private static readonly Option<DateOnly?> To = Days.Option("--to", "The last day; the first one by default.");
    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "The kind of file.",
        DefaultValueFactory = _ => "csv",
    }.AcceptOnlyFromAmong("csv", "xlsx", "json");
    private static readonly Option<bool> Missing = new("--missing") { Description = "Also those without an answer." };
    private static readonly Option<bool> Revisions = new("--revisions") { Description = "All revisions, not just the current one." };

    public static Command Create()
    {
        var command = new Command("export", "Export check-ins as CSV, XLSX or JSON: one row a person, day and slot.")
        {
            Unit, From, To, Format, OutFile.Option, OutFile.NoMark, Missing, Revisions,
        };
        command.Validators.Add(RequireRange);
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellationToken)
    {
        var (settings, database) = await CommandDatabase.Open(commandLine, cancellationToken);
        await using var session = await database.OpenRead(cancellationToken);
        if (await CommandDatabase.FindUnit(session, commandLine.GetRequiredValue(Unit), cancellationToken) is not { } unit) return CommandLine.Failed;

        var from = commandLine.GetValue(From)!.Value;
        var to = commandLine.GetValue(To) ?? from;
        var query = new ExportQuery(unit, from, to, commandLine.GetValue(Missing), commandLine.GetValue(Revisions));
        var rules = await new UnitRulesLoader(settings, database).Under(session, unit.Id, cancellationToken);
        var held = (await new UnitStore(session).Subtree(unit.Id, cancellationToken)).ToDictionary(one => one.Path, one => rules[one.Id]);
        var seen = new HashSet<long>();
        var rows = Noting(query.Rows(session, held, cancellationToken), seen);
        await using var output = OutFile.Open(commandLine);
        await (commandLine.GetValue(Format) switch
        {
            "xlsx" => XlsxExport.Write(rows, output, cancellationToken),
            "json" => JsonExport.Write(rows, output, cancellationToken),
            _ => CsvExport.Write(rows, OutFile.IsForExcel(commandLine), output, cancellationToken),
        });
        await OperatorLook.Log(database, [.. seen], LookReason.Export, cancellationToken);
        return 0;
    }

    private static async IAsyncEnumerable<ExportedCheckIn> Noting(IAsyncEnumerable<ExportedCheckIn> rows, HashSet<long> seen)
    {
        await foreach (var row in rows)
        {
            seen.Add(row.PersonId);
            yield return row;
        }
    }

    private static void RequireRange(CommandResult command)
    {
        if (command.GetResult(From) is not { } from || command.GetResult(To) is not { } to || from.Errors.Any() || to.Errors.Any()) return;
        var days = to.GetValueOrDefault<DateOnly?>()!.Value.DayNumber - from.GetValueOrDefault<DateOnly?>()!.Value.DayNumber;
        if (days < 0) command.AddError("--to lies before --from.");
        else if (days >= MostDays) command.AddError($"From --from to --to are more than {MostDays} days.");
    }
}
