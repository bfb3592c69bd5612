using System.CommandLine;
using CheckinBot.Configuration;
using CheckinBot.Core.Organisation;
using CheckinBot.Invitations;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Traffic;
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
            Unit,
            Format,
            Revoke,
            Renew,
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

        if (await BotUserName(settings, session, cancellationToken) is not { } bot) return CommandLine.Failed;
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

        var languages = commandLine.GetValue(Format) == "html" ? await Languages(session, cancellationToken) : [];
        await session.Commit(cancellationToken);
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        if (commandLine.GetValue(Format) == "html") await InvitationSheet.Write(lines, bot, unit => languages[unit.Id], output);
        else await InvitationCsv.Write(lines, bot, output);
        if (lines.Count == 0) await Console.Error.WriteLineAsync("There is nobody to invite: import a roster first.");
        return 0;
    }

    private static async Task<int> NoSuchCode(string code)
    {
        await Console.Error.WriteLineAsync($"There is no invitation '{code}' that holds.");
        return CommandLine.Failed;
    }

    private static async Task<string?> BotUserName(Settings settings, DbSession session, CancellationToken cancellationToken)
    {
        var token = settings.Telegram.BotToken;
        var botId = token is null ? (long?)null : long.Parse(token.AsSpan(0, token.IndexOf(':')), System.Globalization.CultureInfo.InvariantCulture);
        if (settings.Telegram.BotUsername is { } configured) return configured;
        if (await new BotStore(session).UserName(botId, cancellationToken) is { } seen) return seen;
        await Console.Error.WriteLineAsync(
            "The bot's user name is not known, and the links need it: set Telegram__BotUsername=… (without @) or start the worker once with its token.");
        return null;
    }

    // The language is that of the nearest unit above that names one; every unit comes after the one above it.
    private static async Task<Dictionary<long, Language>> Languages(DbSession session, CancellationToken cancellationToken)
    {
        var languages = new Dictionary<long, Language>();
        foreach (var unit in await new UnitStore(session).All(cancellationToken))
        {
            languages[unit.Id] = unit.Language
                ?? (unit.ParentId is { } parent && languages.TryGetValue(parent, out var above) ? above : Language.ZhHans);
        }

        return languages;
    }
}
