using System.CommandLine;
using System.Globalization;
using CheckinBot.Configuration;
using CheckinBot.Storage;

namespace CheckinBot.Commands;

/// <summary>The retention rule, now.</summary>
internal static class PurgeCommand
{
    // Well under a tenth of a second each, so that the worker answers in between.
    private const int BatchSize = 2000;

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say how much would be removed, and remove nothing." };

    public static Command Create()
    {
        var command = new Command("purge", "Remove health data older than Privacy:RetentionDays. The numbers of the digests stay.") { DryRun };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellation)
    {
        var (settings, database) = await CommandDatabase.Open(commandLine, cancellation);
        var all = await Limits(database, settings, cancellation);
        var limits = all[0];
        var before = $"before {limits.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} (Privacy:RetentionDays = {settings.Privacy.RetentionDays}{(all.Count > 1 ? "; units with a time of their own by theirs" : "")})";
        if (commandLine.GetValue(DryRun))
        {
            await using var session = await database.OpenRead(cancellation);
            var count = 0L;
            foreach (var one in all) count += await new PurgeStore(session).CountCheckIns(one, cancellation);
            await Console.Out.WriteLineAsync($"{count} check-ins {before} would be removed.");
            return 0;
        }

        var removed = 0;
        foreach (var one in all) removed += await Remove(database, one, cancellation);

        await using var last = await database.OpenWrite(cancellation);
        await new PurgeStore(last).DeleteTraces(all, cancellation);
        await last.Commit(cancellation);
        await Console.Out.WriteLineAsync($"{removed} check-ins {before} were removed.");
        return 0;
    }

    private static async Task<IReadOnlyList<PurgeLimits>> Limits(Database database, Settings settings, CancellationToken cancellation)
    {
        await using var session = await database.OpenRead(cancellation);
        return await new PurgeStore(session).Limits(TimeProvider.System.GetUtcNow(), settings.Privacy.RetentionDays, PrivacyOptions.DaysOf, cancellation);
    }

    private static async Task<int> Remove(Database database, PurgeLimits limits, CancellationToken cancellation)
    {
        var removed = 0;
        int batch;
        do
        {
            await using var session = await database.OpenWrite(cancellation);
            removed += batch = await new PurgeStore(session).DeleteCheckIns(limits, BatchSize, cancellation);
            await session.Commit(cancellation);
        }
        while (batch == BatchSize);
        return removed;
    }
}
