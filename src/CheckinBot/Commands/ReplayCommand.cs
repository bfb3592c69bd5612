using System.CommandLine;
using System.Globalization;
using CheckinBot.Background;
using CheckinBot.Configuration;
using CheckinBot.Faults;
using CheckinBot.Hosting;
using CheckinBot.Receiving;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Commands;

/// <summary>Updates that were set aside because handling them failed: lists them, or handles one again.</summary>
internal static class ReplayCommand
{
    private static readonly Argument<long?> Id = new("ID")
    {
        Description = "The number of the update to handle again; without one, all that are set aside are listed.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Show the updates as Telegram sent them, and handle none. They hold what people wrote.",
    };

    public static Command Create()
    {
        var command = new Command("replay", "List the updates that were set aside because handling them failed, or handle one again.") { Id, Json };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellationToken)
    {
        var (settings, database) = await CommandDatabase.Open(commandLine, cancellationToken);
        var id = commandLine.GetValue(Id);
        var updates = await SetAside(database, id, cancellationToken);
        if (id is not null && updates.Count == 0)
        {
            await Console.Error.WriteLineAsync($"No update {id} is set aside: CheckinBot replay lists those that are.");
            return CommandLine.Failed;
        }

        if (commandLine.GetValue(Json))
        {
            foreach (var update in updates) await Console.Out.WriteLineAsync(update.Json.ReplaceLineEndings(" "));
            return 0;
        }

        return id is null ? await List(updates) : await Replay(settings, updates, cancellationToken);
    }

    private static async Task<IReadOnlyList<SetAsideUpdate>> SetAside(Database database, long? id, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        return await new InboxStore(session).AllSetAside(id, cancellationToken);
    }

    private static async Task<int> List(IReadOnlyList<SetAsideUpdate> updates)
    {
        await Console.Out.WriteLineAsync("id\treceived_at\terror\tcause");
        foreach (var update in updates)
        {
            var at = update.ReceivedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{update.UpdateId}\t{at}\t{update.Error}\t{update.Cause}"));
        }

        return 0;
    }

    private static async Task<int> Replay(Settings settings, IReadOnlyList<SetAsideUpdate> updates, CancellationToken cancellationToken)
    {
        if (settings.Telegram.BotToken is null)
            throw new BadConfigurationException("Telegram:BotToken is not set: an update is handled again as the bot that received it.");
        // Put together and not started: it takes nothing and sends nothing.
        await using var host = CheckinHost.Build(settings, configure: builder => builder.Logging.ClearProviders());
        var failed = 0;
        foreach (var update in updates)
        {
            try
            {
                if (update.BotId != host.Services.GetRequiredService<Bots.BotIdentity>().Id)
                    throw new ProgramFault($"Update {update.UpdateId} was received by another bot ({update.BotId}): set its token in Telegram:BotToken.");
                var isHandled = await host.Services.GetRequiredService<Replay>().Handle(update, cancellationToken);
                await Console.Out.WriteLineAsync(isHandled
                    ? $"Update {update.UpdateId} is handled; what it causes is sent by the worker."
                    : $"Update {update.UpdateId} was handled by somebody else meanwhile.");
            }
            catch (Exception fault) when (fault is not ProgramFault and not OperationCanceledException && DatabaseFault.IsOfTheWork(fault))
            {
                failed++;
                await Console.Error.WriteLineAsync($"Update {update.UpdateId} failed again ({BackgroundWork.ReasonOf(fault)}) and stays set aside.");
            }
        }

        return failed == 0 ? 0 : CommandLine.Failed;
    }
}
