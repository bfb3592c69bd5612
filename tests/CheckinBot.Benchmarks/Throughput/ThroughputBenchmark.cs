using System.Diagnostics;
using System.Globalization;

namespace CheckinBot.Benchmarks.Throughput;

/// <summary>Check-ins a second: handed out, stored with synchronous=FULL, answered, in the order of each chat.</summary>
internal static class ThroughputBenchmark
{
    private const int WarmUp = 10_000;
    private const int EachFamily = 3;

    public static async Task<int> Run(string[] arguments)
    {
        var checkIns = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 60_000;
        var delay = TimeSpan.FromMilliseconds(arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 0);
        var families = checkIns / EachFamily;
        var feed = new UpdateFeed();
        var ledger = new AnswerLedger();
        using var server = new BotApiServer(feed, ledger.Add, delay);
        await using var worker = new WorkerProcess();
        await worker.Seed(families + WarmUp);
        worker.Start(server.BaseUrl, WorkerProcess.Unlimited);
        await server.FirstPoll.Task;

        var warm = ledger.Reach(WarmUp);
        feed.Add(Texts(families, WarmUp, 1));
        await warm.WaitAsync(TimeSpan.FromMinutes(5));

        var processor = worker.ProcessorTime;
        var own = Process.GetCurrentProcess().TotalProcessorTime;
        var done = ledger.Reach(WarmUp + (families * EachFamily));
        var watch = Stopwatch.StartNew();
        for (var round = 1; round <= EachFamily; round++) feed.Add(Texts(0, families, round));
        await done.WaitAsync(TimeSpan.FromMinutes(10));
        var elapsed = watch.Elapsed;

        var count = families * EachFamily;
        var (workers, drivers) = (worker.ProcessorTime - processor, Process.GetCurrentProcess().TotalProcessorTime - own);
        var stored = await worker.Stored() - WarmUp;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {count} check-ins, {delay.TotalMilliseconds} ms a call: {count / elapsed.TotalSeconds:0} a second ({elapsed.TotalSeconds:0.00} s)
            stored {stored}, answered {ledger.Answers - WarmUp}, out of order {ledger.OutOfOrder}
            processor time a check-in: worker {workers.TotalMicroseconds / count:0} µs, driver {drivers.TotalMicroseconds / count:0} µs
            worker {worker.ResidentMegabytes:0} MB
            """));
        return stored == count && ledger.OutOfOrder == 0 ? 0 : 1;
    }

    private static IEnumerable<(long UserId, string Text)> Texts(int first, int families, int round) =>
        Enumerable.Range(first, families).Select(i => (100000L + i, $"36.{round} 没外出"));
}
