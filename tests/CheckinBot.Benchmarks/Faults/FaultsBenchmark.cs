using System.Diagnostics;

namespace CheckinBot.Benchmarks.Faults;

/// <summary>Each fault that a worker must live through, made once: a line each with what came of it.</summary>
internal static class FaultsBenchmark
{
    private static readonly (string Name, Func<Task<FaultResult>> Run)[] Faults =
    [
        ("connections-once", () => OnPostgres(server => BrokenConnections.Once(server, 200))),
        ("connections-again-800", () => OnPostgres(server => BrokenConnections.Again(server, 800, isWebhook: false))),
        ("connections-again-2000", () => OnPostgres(server => BrokenConnections.Again(server, 2000, isWebhook: false))),
        ("connections-again-webhook", () => OnPostgres(server => BrokenConnections.Again(server, 1600, isWebhook: true))),
        ("server-restarted", () => OnPostgres(server => BrokenConnections.Restart(server, 50))),
        ("stop-disease", StopsAfterTheCommit.OfADisease),
        ("stop-card", StopsAfterTheCommit.OfACard),
        ("stop-digest", StopsAfterTheCommit.OfADigest),
        ("pause-message", HugePauses.OfOneMessage),
        ("pause-updates", HugePauses.OfTheQuestion),
        ("numbers-restarted", RestartedNumbers.Run),
        ("file-jobs", DamagedFiles.OfTheJobs),
        ("file-truncated", DamagedFiles.Truncated),
        ("file-page", DamagedFiles.InAPage),
        ("file-deleted", DamagedFiles.Deleted),
        ("file-locked", () => DamagedFiles.Locked(TimeSpan.FromSeconds(35))),
        ("file-read-only", DamagedFiles.ReadOnly),
        ("workers-two", TwoWorkers.BothLive),
        ("workers-killed", () => TwoWorkers.OneIsKilled(isElsewhere: false)),
        ("workers-killed-elsewhere", () => TwoWorkers.OneIsKilled(isElsewhere: true)),
        ("workers-still", TwoWorkers.OneStandsStill),
    ];

    /// <param name="arguments">Which, by the beginning of the name; all of them without one.</param>
    public static async Task<int> Run(string[] arguments)
    {
        var failed = 0;
        var asked = Faults.Where(fault => arguments.Length == 0 || arguments.Any(start => fault.Name.StartsWith(start, StringComparison.Ordinal)));
        foreach (var (name, run) in asked)
        {
            var watch = Stopwatch.StartNew();
            var result = await run();
            if (!result.IsWhole) failed++;
            Console.WriteLine(FormattableString.Invariant(
                $"{(result.IsWhole ? "ok    " : "WRONG ")} {name,-26} {watch.Elapsed.TotalSeconds,4:0} s  {result.Told}"));
        }

        return failed == 0 ? 0 : 1;
    }

    private static async Task<FaultResult> OnPostgres(Func<ScratchPostgres, Task<FaultResult>> run)
    {
        if (!ScratchPostgres.IsThere) return new FaultResult(false, "no PostgreSQL is installed here");
        await using var server = await ScratchPostgres.Start();
        return await run(server);
    }
}
