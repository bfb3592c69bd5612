using System.Diagnostics;
using System.Globalization;
using CheckinBot.Benchmarks.Throughput;

namespace CheckinBot.Benchmarks.Backlog;

/// <summary>
/// The worker was away for a day, and Telegram has kept what was written meanwhile, over 24 hours: how long it takes until all of it is stored
/// and answered, what memory does, and whether each message belongs to the day on which it was sent.
/// </summary>
internal static class BacklogBenchmark
{
    private const int Hours = 24;

    public static async Task<int> Run(string[] arguments)
    {
        var updates = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 100_000;
        var (feed, ledger) = (new UpdateFeed(), new AnswerLedger());
        using var server = new BotApiServer(feed, ledger.Add, TimeSpan.Zero);
        await using var worker = new WorkerProcess();
        await worker.Seed(updates);
        var now = DateTimeOffset.UtcNow;
        var (zone, firstOfToday) = (TimeSpan.FromHours(WorkerProcess.HoursFromUtc(5)), updates);
        for (var hour = 0; hour < Hours; hour++)
        {
            var (from, to, sentAt) = (Share(hour), Share(hour + 1), now.AddHours(hour - Hours).AddMinutes(30));
            feed.Add(Enumerable.Range(from, to - from).Select(i => (100_000L + i, "36.5 没外出")), sentAt);
            if (sentAt.ToOffset(zone).Day == now.ToOffset(zone).Day) firstOfToday = Math.Min(firstOfToday, from);
        }

        int Share(int hour) => (int)((long)updates * hour / Hours);
        var done = ledger.Reach(updates);
        var watch = Stopwatch.StartNew();
        worker.Start(server.BaseUrl, WorkerProcess.Unlimited);
        await server.FirstPoll.Task;
        var atFirst = worker.ResidentMegabytes;
        await Eventually(async () => await worker.Stored() >= updates);
        var stored = watch.Elapsed;
        await done.WaitAsync(TimeSpan.FromMinutes(10));
        var answered = watch.Elapsed;
        var wrong = await worker.Ask<long>(
            $"select count(*) from check_in where (person_id >= {100_000 + firstOfToday}) <> (day = (select max(day) from check_in))");
        var days = await worker.Ask<long>("select count(distinct day) from check_in");
        var aside = await worker.Ask<long>("select count(*) from inbox where error is not null");
        var inAll = await worker.Stored();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {updates:N0} updates of 24 hours: stored after {stored.TotalSeconds:0.0} s, answered after {answered.TotalSeconds:0.0} s
            {inAll:N0} stored on {days} days, {wrong} on another day than they were sent, {aside} set aside
            {ledger.Answers:N0} answered, {ledger.OutOfOrder} twice
            resident: {atFirst:0} MB at the first question, {worker.MostResidentMegabytes:0} MB at the most, {worker.ResidentMegabytes:0} MB in the end
            """));
        return inAll == updates && wrong == 0 && days == 2 && aside == 0 && ledger is { OutOfOrder: 0 } && ledger.Answers == updates ? 0 : 1;
    }

    private static async Task Eventually(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (!await isSo()) await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, limit.Token);
    }
}
