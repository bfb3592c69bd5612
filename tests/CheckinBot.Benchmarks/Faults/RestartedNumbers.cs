using CheckinBot.Benchmarks.Throughput;

namespace CheckinBot.Benchmarks.Faults;

/// <summary>Telegram begins the numbers of updates again, lower, on numbers that were used before.</summary>
internal static class RestartedNumbers
{
    private const int Each = 300;

    public static async Task<FaultResult> Run()
    {
        var answered = 0;
        await using var worker = new WorkerProcess { OnLine = _ => { } };
        await worker.Seed(2 * Each);
        // First 1 to 300; then other families with the same numbers; then those of before once more, letter for letter.
        var at = DateTimeOffset.UtcNow;
        UpdateFeed[] feeds = [new UpdateFeed().With(Each, at: at), new UpdateFeed().With(Each, first: Each, at: at), new UpdateFeed().With(Each, at: at)];
        var stored = new List<(long CheckIns, int Answered)>();
        foreach (var feed in feeds)
        {
            using var server = new BotApiServer(feed, _ => Interlocked.Increment(ref answered), TimeSpan.Zero);
            worker.Start(server.BaseUrl, WorkerProcess.Unlimited);
            await Eventually.Is(() => Task.FromResult(feed.AllConfirmed));
            await worker.Stop();
            stored.Add((await worker.Stored(), answered));
        }

        return new FaultResult(
            stored is [(Each, Each), (2 * Each, 2 * Each), (2 * Each, 2 * Each)],
            FormattableString.Invariant($"{stored[0].CheckIns} stored, {stored[1].CheckIns} after others came with the same numbers, ")
                + FormattableString.Invariant($"{stored[2].CheckIns} after the first came again; {answered} answered"));
    }
}
