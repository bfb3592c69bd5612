using System.CommandLine;
using System.Text;
using CheckinBot.Core.Organisation;
using CheckinBot.Invitations;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Users;

namespace CheckinBot.Commands;

/// <summary>Invitations to hand out, and to take back.</summary>
internal static class InvitesCommand
{
    private static readonly Option<string?> Unit = UnitOption.Optional("Only of this unit and all below it, by its path.");
    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "A table, or a sheet to print with a QR code each.",
        DefaultValueFactory = _ => "csv",
    }.AcceptOnlyFromAmong("csv", "html");
    private static readonly Option<string?> Revoke = new("--revoke")
    {
        Description = "Take this code back for good. Who has used it stays bound.",
        HelpName = "CODE",
    };

    private static readonly Option<string?> Renew = new("--renew")
    {
        Description = "Take this code back and print another one for the same person.",
        HelpName = "CODE",
    };

    public static Command Create()
    {
        var command = new Command("invites", "Print an invitation for everybody: made once, and the same each time until it is taken back.")
        {
            Unit, Format, OutFile.Option, OutFile.NoMark, Revoke, Renew,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Revoke) is not null && result.GetResult(Renew) is not null) result.AddError("--revoke and --renew exclude each other.");
        });
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellationToken)
    {
        var (settings, database) = await CommandDatabase.Open(commandLine, cancellationToken);
        await using var session = await database.OpenWrite(cancellationToken);
        var issue = new InvitationIssue(session, TimeProvider.System);
        if (commandLine.GetValue(Revoke) is { } revoked)
        {
            if (!await issue.Revoke(revoked, cancellationToken)) return await NoSuchCode(revoked);
            await session.Commit(cancellationToken);
            await Console.Out.WriteLineAsync("The code is taken back.");
            return 0;
        }

        var named = await BotName.Find(settings.Telegram, session, cancellationToken);
        if (named.UserName is not { } bot)
        {
            await Console.Error.WriteLineAsync(named.Fault);
            return CommandLine.Failed;
        }

        IReadOnlyList<InvitationLine> lines;
        if (commandLine.GetValue(Renew) is { } old)
        {
            if (await issue.Renew(old, cancellationToken) is not { } renewed) return await NoSuchCode(old);
            lines = [renewed];
        }
        else
        {
            Unit? unit = null;
            if (commandLine.GetValue(Unit) is { } path && (unit = await CommandDatabase.FindUnit(session, path, cancellationToken)) is null)
                return CommandLine.Failed;
            lines = await issue.Of(unit?.Id, cancellationToken);
        }

        var units = await new UnitStore(session).All(cancellationToken);
        await session.Commit(cancellationToken);
        var isSheet = commandLine.GetValue(Format) == "html";
        // Tables of invitations are opened in Excel, from a file as well as from the standard output.
        var withMark = !isSheet && !commandLine.GetValue(OutFile.NoMark);
        await using var output = new StreamWriter(OutFile.Open(commandLine), new UTF8Encoding(withMark));
        if (isSheet) await InvitationSheet.Write(lines, new InvitationWords(bot, settings.Invitations.MaxGuardians, units), output);
        else await InvitationCsv.Write(lines, bot, output);
        if (lines.Count == 0) await Console.Error.WriteLineAsync("There is nobody to invite: import a roster first.");
        return 0;
    }

    private static async Task<int> NoSuchCode(string code)
    {
        await Console.Error.WriteLineAsync($"There is no invitation '{code}' that holds.");
        return CommandLine.Failed;
    }
}
