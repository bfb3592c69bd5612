using System.CommandLine;
using System.Text;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Shown.Pictures;
using CheckinBot.Digests;
using CheckinBot.Files.Pictures;
using CheckinBot.Files.Workbooks;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckinBot.Commands;

/// <summary>The digest of a unit as officials get it.</summary>
internal static class DigestCommand
{
    private static readonly Option<string> UnitPath = UnitOption.Required();

    private static readonly Option<DateOnly?> Date = Days.Option("--date", "The school day; today by default, or the last school day where today is none.");

    private static readonly Option<string?> Slot = SlotOption.Create();

    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "A message to read, JSON, a workbook, or the picture.",
        DefaultValueFactory = _ => "text",
    }.AcceptOnlyFromAmong("text", "json", "xlsx", "svg", "png");

    private static readonly Option<bool> Live = new("--live") { Description = "The numbers of this moment, not those of the last cut-off of the day." };

    public static Command Create()
    {
        const string About = "Show the digest of a unit as officials get it: coverage, health, travel, what changed, units that are not complete.";
        var command = new Command("digest", About) { UnitPath, Date, Slot, Format, Live, OutFile.Option };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellationToken)
    {
        var (settings, database) = await CommandDatabase.Open(commandLine, cancellationToken);
        await using var session = await database.OpenRead(cancellationToken);
        if (await CommandDatabase.FindUnit(session, commandLine.GetRequiredValue(UnitPath), cancellationToken) is not { } unit) return CommandLine.Failed;
        var rules = new UnitRulesLoader(settings, database);
        var digests = new DigestReader(rules, TimeProvider.System);
        var view = await digests.View(session, unit, commandLine.GetValue(Date), commandLine.GetValue(Slot), commandLine.GetValue(Live), cancellationToken);
        if (view.NotYet)
        {
            await Console.Error.WriteLineAsync($"{view.Shown.Moment.Day:yyyy-MM-dd} has not come yet in {unit.Path}: there is no digest of it.");
            return CommandLine.Failed;
        }

        var digest = await PresentDigest.Of(session, digests, unit, view, cancellationToken);
        var held = await rules.For(session, unit.Id, cancellationToken);
        var cutOff = commandLine.GetValue(Live) ? null : await PresentDigest.AtCutOff(session, view, cancellationToken);
        if (await Content(commandLine.GetRequiredValue(Format), session, database, (view, digest, cutOff), held, cancellationToken) is not { } content)
            return CommandLine.Failed;
        await using var output = OutFile.Open(commandLine);
        await output.WriteAsync(content, cancellationToken);
        return 0;
    }

    private static async Task<byte[]?> Content(
        string format, DbSession session, Database database, (DigestView View, CountedDigest Counted, Digest? CutOff) digests, UnitRules held,
        CancellationToken cancellationToken)
    {
        var (view, digest, cutOff) = digests;
        switch (format)
        {
            case "xlsx":
                var workbook = await DigestWorkbook.Make(session, digest, held, withNames: true, held.Language, cancellationToken);
                await OperatorLook.Log(database, workbook.Named, LookReason.Cases, cancellationToken);
                return workbook.File;
            case "svg" or "png":
                var svg = DigestPicture.Svg(await HistoryReader.Read(session, digest.Digest, held, cancellationToken), held.Language);
                return format == "svg" ? Encoding.UTF8.GetBytes(svg) : await Png(svg, cancellationToken);
            case "json":
                var snapshot = view.CutOff ?? (view.Shown.Revision > 0 ? view.Shown : null);
                return Encoding.UTF8.GetBytes(DigestJson.Write(cutOff ?? digest.Digest, snapshot, view.Fired) + "\n");
            default:
                return Encoding.UTF8.GetBytes(DigestText.ForOfficial(view, held.Language) + "\n");
        }
    }

    private static async Task<byte[]?> Png(string svg, CancellationToken cancellationToken)
    {
        if (await new Rasteriser(NullLogger<Rasteriser>.Instance).Png(svg, cancellationToken) is { } png) return png;
        await Console.Error.WriteLineAsync("The picture could not be made: doctor says what is missing. --format svg needs no other program.");
        return null;
    }
}
