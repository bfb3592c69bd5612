using System.CommandLine;
using System.Globalization;
using CheckinBot.Core.CheckIns;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Privacy;

namespace CheckinBot.Commands;

/// <summary>Who looked at whose health.</summary>
internal static class LooksCommand
{
    private const int Most = 100_000;

    private static readonly Option<string?> Unit = UnitOption.Optional("Looks at people of this unit and below it; of all units by default.");
    private static readonly Option<DateOnly?> From = Days.Option("--from", "The first day; a week ago by default.");
    private static readonly Option<DateOnly?> To = Days.Option("--to", "The last day; today by default.");

    public static Command Create()
    {
        var command = new Command("looks", "Show who looked at whose health, when, why and by which way. Families and class teachers are not logged.")
        {
            Unit,
            From,
            To,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellationToken)
    {
        var (settings, database) = await CommandDatabase.Open(commandLine, cancellationToken);
        await using var session = await database.OpenRead(cancellationToken);
        var roots = (await new UnitStore(session).All(cancellationToken)).Where(unit => unit.ParentId is null).ToList();
        if (commandLine.GetValue(Unit) is { } path)
        {
            if (await CommandDatabase.FindUnit(session, path, cancellationToken) is not { } unit) return CommandLine.Failed;
            roots = [unit];
        }

        await Console.Out.WriteLineAsync("looked_at\twho\tunit\tnumber\tname\treason\tvia");
        var rules = new UnitRulesLoader(settings, database);
        foreach (var root in roots)
        {
            var zone = (await rules.For(session, root.Id, cancellationToken)).Schedule.TimeZone;
            var today = zone.DayOf(TimeProvider.System.GetUtcNow());
            var (first, last) = (commandLine.GetValue(From) ?? today.AddDays(-7), commandLine.GetValue(To) ?? today);
            var looks = await new LookStore(session).Under(
                root.Id, zone.ToInstant(first, TimeOnly.MinValue), zone.ToInstant(last.AddDays(1), TimeOnly.MinValue), Most, cancellationToken);
            foreach (var look in looks) await Console.Out.WriteLineAsync(Line(look));
        }

        return 0;
    }

    private static string Line(LookEntry look) => string.Join('\t',
        look.LookedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        look.ByOperator is { } account ? $"operator {account}" : look.ByName ?? look.ByUserId?.ToString(CultureInfo.InvariantCulture) ?? "",
        look.UnitPath, look.Number ?? "", look.Name, Word.Of(look.Reason), Word.Of(look.Via));
}
