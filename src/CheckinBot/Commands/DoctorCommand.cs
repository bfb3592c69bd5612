using System.CommandLine;
using CheckinBot.Configuration;
using CheckinBot.Doctor;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram;

namespace CheckinBot.Commands;

/// <summary>Looks at everything that the worker needs; one line each, with what to do about a fault.</summary>
internal static class DoctorCommand
{
    private static readonly Option<bool> Deep = new("--deep")
    {
        Description = "Read all of the database, compare every index with its table, and count again what the numbers rest on.",
    };

    public static Command Create()
    {
        var command = new Command(
            "doctor",
            "Check configuration, database, files, what was set aside, settings of units, forms, pictures, worker, clock, token, "
            + "webhook and groups: a line each, with what to do.")
        {
            Deep,
        };
        command.SetAction((commandLine, cancellationToken) =>
            Run(Settings.Load(commandLine), TimeProvider.System, Console.Out, cancellationToken, commandLine.GetValue(Deep)));
        return command;
    }

    public static async Task<int> Run(
        Settings settings, TimeProvider time, TextWriter output, CancellationToken cancellationToken, bool isDeep = false)
    {
        var faults = 0;
        await foreach (var finding in Findings(settings, time, isDeep, cancellationToken))
        {
            if (finding.IsFault) faults++;
            await output.WriteLineAsync(finding.ToString());
        }

        return faults == 0 ? 0 : CommandLine.Failed;
    }

    private static async IAsyncEnumerable<Finding> Findings(
        Settings settings, TimeProvider time, bool isDeep, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Finding.Ok("configuration", "every value is allowed and every key is known");
        var database = new DatabaseCheck(settings.Storage, time, isDeep);
        await foreach (var finding in database.Run(cancellationToken)) yield return finding;
        yield return FileCheck.Run(settings);
        if (database.CanBeRead)
        {
            yield return await UpdateCheck.Run(new Database(settings.Storage), cancellationToken);
            yield return await RunCheck.Run(new Database(settings.Storage), cancellationToken);
            yield return await MessageCheck.Run(new Database(settings.Storage), cancellationToken);
            if (isDeep) yield return await TotalsCheck.Run(new Database(settings.Storage), time, cancellationToken);
            await foreach (var finding in UnitSettingsCheck.Run(settings, new Database(settings.Storage), cancellationToken)) yield return finding;
        }

        yield return CrisisLinesCheck.Run(settings.Unit);
        yield return FormCheck.Run(settings.Forms);
        yield return await PictureCheck.Run(cancellationToken);
        await foreach (var finding in WorkerCheck.Run(settings.Http.Urls, cancellationToken)) yield return finding;
        if (settings.Telegram.BotToken is not { } token)
        {
            yield return Finding.Fault("token", "Telegram:BotToken is not set; talk to @BotFather in Telegram, send /newbot, and set the token it gives");
            yield break;
        }

        var bot = BotClient.Create(token, settings.Telegram.BaseUrl, TelegramCheck.CallTimeout);
        var telegram = Finding.Ok("token", "");
        await foreach (var finding in new TelegramCheck(bot, settings.Telegram, time).Run(cancellationToken)) yield return telegram = finding;
        if (!database.CanBeRead || telegram.Subject is "token" or "server") yield break;
        await foreach (var finding in new GroupCheck(bot, new Database(settings.Storage)).Run(cancellationToken)) yield return finding;
    }
}
