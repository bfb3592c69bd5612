using CheckinBot.Jobs;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Schedule;

namespace CheckinBot.Doctor;

/// <summary>Whether runs of the schedule were set aside because they failed.</summary>
internal static class RunCheck
{
    public static async Task<Finding> Run(Database database, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        var runs = await new JobRunStore(session).AllSetAside(cancellationToken);
        if (runs.Count == 0) return Finding.Ok("schedule", "no run is set aside");
        var last = runs[^1];
        return Finding.Fault("schedule", FormattableString.Invariant(
            $"{runs.Count} runs set aside, since they failed three times (the last: {RunReplay.NameOf(last)}, {last.Error} {last.Cause})")
            + "; make them again with: CheckinBot replay");
    }
}
