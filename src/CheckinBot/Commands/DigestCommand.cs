using System.CommandLine;
using System.Globalization;
using CheckinBot.Configuration;
using CheckinBot.Conversations;
using CheckinBot.Core.Digests;
using CheckinBot.Digests;

namespace CheckinBot.Commands;

/// <summary>The digest of a unit as officials get it.</summary>
internal static class DigestCommand
{
    private static readonly Option<string> Unit = new("--unit") { HelpName = "PATH", Description = "The unit by its path: names from the top, joined by /.", Required = true };

    private static readonly Option<DateOnly?> Date = new("--date")
    {
        HelpName = "yyyy-MM-dd",
        Description = "The school day; today by default, or the last school day where today is none.",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"--date '{result.Tokens[0].Value}' is no date: write it as in 2021-03-01.");
            return null;
        },
    };

    private static readonly Option<string> Format = new Option<string>("--format") { Description = "A message to read, or JSON.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json");

    public static Command Create()
    {
        var command = new Command("digest", "Show the digest of a unit as officials get it: coverage, health, travel, what changed, units that are not complete.") { Unit, Date, Format };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellation)
    {
        var settings = Settings.Load(commandLine);
        var database = await CommandDatabase.Open(settings, cancellation);
        await using var session = await database.OpenRead(cancellation);
        if (await CommandDatabase.FindUnit(session, commandLine.GetRequiredValue(Unit), cancellation) is not { } unit) return CommandLine.Failed;
        var rules = new UnitRulesLoader(settings, database, TimeProvider.System);
        var tree = await new DigestReader(rules, settings, TimeProvider.System).Read(session, unit, commandLine.GetValue(Date), slot: null, cancellation);
        var digest = tree.Digest(unit.Id)!;
        await Console.Out.WriteLineAsync(commandLine.GetValue(Format) == "json"
            ? DigestJson.Write(digest)
            : DigestText.ForOfficial(digest, (await rules.For(session, unit.Id, cancellation)).Language));
        return 0;
    }
}
