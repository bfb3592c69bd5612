using System.Globalization;

namespace CheckinBot.Benchmarks.Throughput;

/// <summary>
/// From SIGTERM to the end of the process: with nothing to do but a long poll outstanding, and in the middle of a rush with
/// hundreds of calls in flight. Whether the rush lost anything shows once another worker has done the rest.
/// </summary>
internal static class StopBenchmark
{
    private const int CheckIns = 30_000;
    private const int BeforeTheStop = 10_000;

    public static async Task<int> Run()
    {
        var feed = new UpdateFeed();
        var ledger = new AnswerLedger();
        using var server = new BotApiServer(feed, ledger.Add, TimeSpan.FromMilliseconds(50));
        await using var worker = new WorkerProcess();
        await worker.Seed(CheckIns);

        worker.Start(server.BaseUrl, WorkerProcess.Unlimited);
        await server.FirstPoll.Task;
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System);
        var idle = await worker.Stop();

        worker.Start(server.BaseUrl, WorkerProcess.Unlimited);
        var rush = ledger.Reach(BeforeTheStop);
        feed.Add(Enumerable.Range(0, CheckIns).Select(i => (100000L + i, "36.5 没外出")));
        await rush.WaitAsync(TimeSpan.FromMinutes(2));
        var busy = await worker.Stop();
        var (stored, answered) = (await worker.Stored(), ledger.Answers);

        worker.Start(server.BaseUrl, WorkerProcess.Unlimited);
        await ledger.Reach(CheckIns).WaitAsync(TimeSpan.FromMinutes(2));
        await worker.Stop();
        var all = await worker.Stored();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            SIGTERM with a long poll outstanding: ended after {idle.TotalSeconds:0.00} s
            SIGTERM in a rush, 50 ms a call: ended after {busy.TotalSeconds:0.00} s, {stored} stored and {answered} answered by then
            after the next start: {all} of {CheckIns} stored, {ledger.Answers} answers, {ledger.OutOfOrder} of them sent twice
            """));
        return all == CheckIns && ledger.Answers - ledger.OutOfOrder == CheckIns ? 0 : 1;
    }
}
