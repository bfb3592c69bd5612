using CheckinBot.Core.CheckIns;
using CheckinBot.Metrics;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Jobs;

/// <summary>Tells the operator what was run, and how late.</summary>
internal sealed partial class RunReport(BotMetrics metrics, TimeProvider time, ILogger<SchoolDayRuns> logger)
{
    /// <summary>What was due has been done for some units.</summary>
    public void Done(SchoolDayEvent happened, int units)
    {
        metrics.JobRun(SchoolDayEvent.NameOf(happened.Kind), time.GetUtcNow() - happened.At);
        Ran(logger, happened.RunKey, happened.Day, happened.Slot, units);
    }

    [LoggerMessage(LogLevel.Information, "{Kind} of {Day} ({Slot}) run for {Units} units")]
    private static partial void Ran(ILogger logger, string kind, DateOnly day, string slot, int units);
}
