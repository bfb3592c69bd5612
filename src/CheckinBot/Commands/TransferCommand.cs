using System.CommandLine;
using CheckinBot.LocalSettings;
using CheckinBot.Rosters;

namespace CheckinBot.Commands;

/// <summary>Moves a person to another class or school.</summary>
internal static class TransferCommand
{
    private static readonly Argument<string> Number = new("NUMBER") { Description = "The number in the school that the person leaves." };
    private static readonly Option<string> From = new("--from")
    {
        HelpName = "PATH",
        Description = "The class or the school that the person leaves.",
        Required = true,
    };
    private static readonly Option<string> To = new("--to") { HelpName = "PATH", Description = "The class that the person enters.", Required = true };
    private static readonly Option<string?> NewNumber = new("--number")
    {
        HelpName = "NEW",
        Description = "The number in the new school; the old one by default.",
    };

    private static readonly Option<string?> Dormitory = new("--dormitory")
    {
        HelpName = "NAME",
        Description = "The dormitory from now on, or none. Kept within a school; to another school a boarder needs it.",
    };

    public static Command Create()
    {
        var command = new Command("transfer", "Move a person to another class or school: families stay tied, and earlier days stay with the old unit.")
        {
            Number,
            From,
            To,
            NewNumber,
            Dormitory,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellationToken)
    {
        var (settings, database) = await CommandDatabase.Open(commandLine, cancellationToken);
        await using var session = await database.OpenWrite(cancellationToken);
        if (await CommandDatabase.FindUnit(session, commandLine.GetRequiredValue(From), cancellationToken) is not { } from
            || await CommandDatabase.FindUnit(session, commandLine.GetRequiredValue(To), cancellationToken) is not { } to)
        {
            return CommandLine.Failed;
        }

        try
        {
            var zone = (await new UnitRulesLoader(settings, database).For(session, to.Id, cancellationToken)).Schedule.TimeZone;
            var person = await new Transfers(session, TimeProvider.System).Move(
                commandLine.GetRequiredValue(Number).Trim(), from, to, commandLine
                    .GetValue(NewNumber)?.Trim(), commandLine.GetValue(Dormitory)?.Trim(), zone, cancellationToken);
            await session.Commit(cancellationToken);
            var dormitory = person.Data.Dormitory is { } bed ? $", dormitory {bed}" : "";
            await Console.Out.WriteLineAsync(
                $"{person.Data.Name} ({person.Data.Number}) is in {to.Path} now{dormitory}. Check-ins of earlier days stay where they were given. "
                + "The worker tells the family and both class teachers.");
            return 0;
        }
        catch (TransferException exception)
        {
            await Console.Error.WriteLineAsync($"{exception.Message} Nothing was changed.");
            return CommandLine.Failed;
        }
    }
}
