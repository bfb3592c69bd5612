using CheckinBot.Benchmarks.Throughput;

namespace CheckinBot.EndToEnd;

/// <summary>Another program has the database locked and does not let go of it.</summary>
public sealed class LockedDatabaseTests
{
    private const int Families = 100;

    // README promises ten seconds on a machine with nothing else to do.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task SIGTERM_ends_the_worker_all_the_same_and_nothing_is_lost()
    {
        var feed = new UpdateFeed();
        await using var worker = new WorkerProcess { OnLine = _ => { } };
        await worker.Seed(Families);
        using (var server = new BotApiServer(feed, _ => { }, TimeSpan.Zero))
        {
            worker.Start(server.BaseUrl, WorkerProcess.Unlimited);
            await server.FirstPoll.Task;
            await using (await worker.Database.OpenWrite(default))
            {
                feed.Add(Enumerable.Range(0, Families).Select(i => (100000L + i, "36.5 没外出")));
                await Task.Delay(TimeSpan.FromSeconds(12), TimeProvider.System);
                Assert.InRange(await worker.Stop(), TimeSpan.Zero, Hang);
            }
        }

        Assert.Equal(0, await worker.Stored());
        using var next = new BotApiServer(feed, _ => { }, TimeSpan.Zero);
        worker.Start(next.BaseUrl, WorkerProcess.Unlimited);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await worker.Stored() < Families) await Task.Delay(50, limit.Token);
        Assert.Equal(0, await worker.Ask<long>("select count(*) from inbox where error is not null"));
    }
}
