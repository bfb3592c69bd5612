using System.CommandLine;
using System.Globalization;
using CheckinBot.Background;
using CheckinBot.Configuration;
using CheckinBot.Faults;
using CheckinBot.Hosting;
using CheckinBot.Jobs;
using CheckinBot.Receiving;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Schedule;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Commands;

/// <summary>Updates and runs of the schedule that were set aside because they failed: lists them, or does one again.</summary>
internal static class ReplayCommand
{
    private static readonly Argument<string?> Id = new("ID")
    {
        Description = "The number of the update to handle again, or the run of the schedule as it is listed; without one, all are listed.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Show the updates as Telegram sent them, and handle none. They hold what people wrote.",
    };

    public static Command Create()
    {
        var command = new Command("replay", "List the updates and the runs of the schedule that were set aside because they failed, or do one again.")
        {
            Id, Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellationToken)
    {
        var (settings, database) = await CommandDatabase.Open(commandLine, cancellationToken);
        var asked = commandLine.GetValue(Id);
        long? id = long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var runs = await SetAsideRuns(database, cancellationToken);
        if (asked is not null && id is null)
        {
            return runs.FirstOrDefault(run => RunReplay.NameOf(run) == asked) is { } one
                ? await Replay(settings, one, cancellationToken)
                : await NoSuch($"run {asked}");
        }

        var updates = await SetAside(database, id, cancellationToken);
        if (id is not null && updates.Count == 0) return await NoSuch($"update {id}");

        if (commandLine.GetValue(Json))
        {
            foreach (var update in updates) await Console.Out.WriteLineAsync(update.Json.ReplaceLineEndings(" "));
            return 0;
        }

        return id is null ? await List(updates, runs) : await Replay(settings, updates, cancellationToken);
    }

    private static async Task<int> NoSuch(string what)
    {
        await Console.Error.WriteLineAsync($"No {what} is set aside: CheckinBot replay lists those that are.");
        return CommandLine.Failed;
    }

    private static async Task<IReadOnlyList<SetAsideRun>> SetAsideRuns(Database database, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        return await new JobRunStore(session).AllSetAside(cancellationToken);
    }

    private static async Task<IReadOnlyList<SetAsideUpdate>> SetAside(Database database, long? id, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        return await new InboxStore(session).AllSetAside(id, cancellationToken);
    }

    private static async Task<int> List(IReadOnlyList<SetAsideUpdate> updates, IReadOnlyList<SetAsideRun> runs)
    {
        await Console.Out.WriteLineAsync("id\treceived_at\terror\tcause");
        foreach (var update in updates)
            await Line(update.UpdateId.ToString(CultureInfo.InvariantCulture), update.ReceivedAt, update.Error, update.Cause);
        foreach (var run in runs) await Line(RunReplay.NameOf(run), run.At, run.Error, run.Cause);
        return 0;

        static Task Line(string id, DateTimeOffset at, string error, string? cause) => Console.Out.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{id}\t{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\t{error}\t{cause}"));
    }

    private static async Task<int> Replay(Settings settings, SetAsideRun run, CancellationToken cancellationToken)
    {
        await using var host = Host(settings);
        var name = RunReplay.NameOf(run);
        try
        {
            var isMade = await host.Services.GetRequiredService<RunReplay>().Make(run, cancellationToken);
            await Console.Out.WriteLineAsync(isMade
                ? $"{name} is made; what it causes is sent by the worker."
                : $"{name} is not due any more: whoever it was for would only wonder. It stays listed until the retention time is over.");
            return isMade ? 0 : CommandLine.Failed;
        }
        catch (Exception fault) when (fault is not ProgramFault and not OperationCanceledException && DatabaseFault.IsOfTheWork(fault))
        {
            await Console.Error.WriteLineAsync($"{name} failed again ({BackgroundWork.ReasonOf(fault)}) and stays set aside.");
            return CommandLine.Failed;
        }
    }

    // Put together and not started: it takes nothing and sends nothing.
    private static WebApplication Host(Settings settings) => settings.Telegram.BotToken is null
        ? throw new BadConfigurationException("Telegram:BotToken is not set: what was set aside is done again as the bot that it was for.")
        : CheckinHost.Build(settings, configure: builder => builder.Logging.ClearProviders());

    private static async Task<int> Replay(Settings settings, IReadOnlyList<SetAsideUpdate> updates, CancellationToken cancellationToken)
    {
        await using var host = Host(settings);
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
