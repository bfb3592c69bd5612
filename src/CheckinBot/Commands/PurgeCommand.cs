using System.CommandLine;
using System.Globalization;
using CheckinBot.Configuration;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Privacy;

namespace CheckinBot.Commands;

/// <summary>Applies the retention rule now.</summary>
internal static class PurgeCommand
{
    // A batch takes well under a tenth of a second, so that the worker answers people between two of them.
    private const int BatchSize = 2000;

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say how much would be removed, and remove nothing." };

    public static Command Create()
    {
        var command = new Command("purge", "Remove health data older than Privacy:RetentionDays. The numbers of the digests stay.") { DryRun };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellationToken)
    {
        var (settings, database) = await CommandDatabase.Open(commandLine, cancellationToken);
        var all = await Limits(database, settings, cancellationToken);
        var limits = all[0];
        var day = limits.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var others = all.Count > 1 ? "; units with a time of their own by theirs" : "";
        var before = $"before {day} (Privacy:RetentionDays = {settings.Privacy.RetentionDays}{others})";
        if (commandLine.GetValue(DryRun))
        {
            await using var session = await database.OpenRead(cancellationToken);
            var count = 0L;
            foreach (var one in all) count += await new PurgeStore(session).CountCheckIns(one, cancellationToken);
            await Console.Out.WriteLineAsync($"{count} check-ins {before} would be removed.");
            return 0;
        }

        var removed = 0;
        foreach (var one in all) removed += await Remove(database, one, cancellationToken);

        await using var last = await database.OpenWrite(cancellationToken);
        await new PurgeStore(last).DeleteTraces(all, cancellationToken);
        await last.Commit(cancellationToken);
        await Console.Out.WriteLineAsync($"{removed} check-ins {before} were removed.");
        return 0;
    }

    private static async Task<IReadOnlyList<PurgeLimits>> Limits(Database database, Settings settings, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        return await new PurgeStore(session).Limits(TimeProvider.System.GetUtcNow(), settings.Privacy.RetentionDays, PrivacyOptions.DaysOf, cancellationToken);
    }

    private static async Task<int> Remove(Database database, PurgeLimits limits, CancellationToken cancellationToken)
    {
        var removed = 0;
        int batch;
        do
        {
            await using var session = await database.OpenWrite(cancellationToken);
            removed += batch = await new PurgeStore(session).DeleteCheckIns(limits, BatchSize, cancellationToken);
            await session.Commit(cancellationToken);
        }
        while (batch == BatchSize);
        return removed;
    }
}
