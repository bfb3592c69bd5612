using CheckinBot.Bots;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Schedule;
using CheckinBot.Storage.Traffic;

namespace CheckinBot.Jobs;

/// <summary>Makes a run of the schedule again that was set aside, in a process that sends nothing: the worker sends what it causes.</summary>
internal sealed class RunReplay(SchoolDayRuns runs, Database database, BotIdentity bot, Dispatcher dispatcher, TimeProvider time)
{
    /// <summary>What a run is called on the command line.</summary>
    public static string NameOf(SetAsideRun run) => FormattableString.Invariant($"{run.Kind}/{run.Day:yyyy-MM-dd}/{run.Slot}/{run.UnitId}");

    /// <summary>Makes it; false where it is due no more, and would only confuse whoever it reaches.</summary>
    /// <exception cref="Exception">What it failed by again; it stays set aside then.</exception>
    public async Task<bool> Make(SetAsideRun run, CancellationToken cancellationToken)
    {
        await dispatcher.Stop(TimeSpan.Zero, TimeSpan.Zero);
        await using (var session = await database.OpenRead(cancellationToken))
        {
            bot.UserName = await new BotStore(session).UserName(bot.Id, cancellationToken) ?? "";
        }

        return await runs.Again(run, time.GetUtcNow(), cancellationToken);
    }
}
