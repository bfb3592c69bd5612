using System.Globalization;

namespace CheckinBot.Benchmarks.Throughput;

/// <summary>How long an answer takes at a steady pace, with Telegram's own limits: from the handing out to the arrival of sendMessage.</summary>
internal static class LatencyBenchmark
{
    private const int WarmUp = 300;

    public static async Task<int> Run(string[] arguments)
    {
        var seconds = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 60;
        var pace = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 30;
        var count = seconds * pace;
        var feed = new UpdateFeed();
        var ledger = new AnswerLedger();
        using var server = new BotApiServer(feed, ledger.Add, TimeSpan.Zero);
        await using var worker = new WorkerProcess();
        await worker.Seed(count + WarmUp);
        worker.Start(server.BaseUrl);
        await server.FirstPoll.Task;

        var warm = ledger.Reach(WarmUp);
        feed.Add(Enumerable.Range(0, WarmUp).Select(i => (100000L + count + i, "36.5 没外出")));
        await warm.WaitAsync(TimeSpan.FromMinutes(2));
        // The warm-up used the limit's burst up, and at a pace equal to the limit it would never come back.
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);

        var done = ledger.Reach(WarmUp + count);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / pace));
        for (var i = 0; i < count; i++)
        {
            await timer.WaitForNextTickAsync();
            ledger.HandedOut(100000L + i);
            feed.Add([(100000L + i, "36.5 没外出")]);
        }

        await done.WaitAsync(TimeSpan.FromMinutes(2));
        var waits = ledger.Waits;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {count} answers at {pace} a second: p50 {waits[waits.Count / 2]:0.0} ms, p99 {waits[waits.Count * 99 / 100]:0.0} ms, longest {waits[^1]:0.0} ms
            """));
        return 0;
    }
}
