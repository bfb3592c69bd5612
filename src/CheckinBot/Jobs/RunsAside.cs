using System.Collections.Concurrent;
using CheckinBot.Background;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Faults;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Schedule;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Jobs;

/// <summary>
/// Makes runs for one unit alone. What fails by its own fault for the third time is set aside: it counts as run, keeps its cause, is told by
/// <c>doctor</c>, and is made again by <c>CheckinBot replay</c>. What fails for want of the database is tried on.
/// </summary>
internal sealed partial class RunsAside(Writer writer, BackgroundWork background, TimeProvider time, ILogger<RunsAside> logger)
{
    private const int MostTries = 3;

    private readonly ConcurrentDictionary<(long UnitId, SchoolDayEvent Event), int> _failed = [];

    /// <summary>Makes a run, unless it has failed and its pause is not over.</summary>
    public async Task Try(Unit unit, SchoolDayEvent happened, Func<Task> run, CancellationToken cancellationToken)
    {
        Exception? own = null;
        var name = $"{happened.RunKey} of unit {unit.Id}";
        if (await background.Try(name, Run, cancellationToken)) _failed.TryRemove((unit.Id, happened), out _);
        if (own is null || _failed.AddOrUpdate((unit.Id, happened), 1, (_, times) => times + 1) < MostTries) return;
        var aside = new SetAsideRun(
            unit.Id, happened.Day, happened.Slot, happened.RunKey, time.GetUtcNow(), own.GetType().Name, FaultLine.CauseOf(own));
        await writer.Write(async session => await new JobRunStore(session).SetAside(aside, CancellationToken.None), cancellationToken);
        _failed.TryRemove((unit.Id, happened), out _);
        background.Forget(name);
        IsSetAside(logger, aside.Kind, aside.Day, aside.UnitId, aside.Error, aside.Cause);

        async Task Run()
        {
            try
            {
                await run();
            }
            catch (Exception fault) when (DatabaseFault.IsOfTheWork(fault))
            {
                own = fault;
                throw;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Kind} of {Day} failed three times for unit {UnitId} and is set aside: {Fault} {Cause}")]
    private static partial void IsSetAside(ILogger logger, string kind, DateOnly day, long unitId, string fault, string? cause);
}
