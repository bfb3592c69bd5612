using System.Globalization;
using CheckinBot.Benchmarks.Throughput;

namespace CheckinBot.Benchmarks.Morning;

/// <summary>
/// One county's morning: of so many families 60 % answer within 30 minutes, evenly spread, in a random order. Nothing is lost (a
/// recount in the database, an answer for each), and how long answers took and what memory did is told.
/// </summary>
internal static class MorningBenchmark
{
    private const double Answering = 0.6;
    private const int Minutes = 30;
    private const int WarmUp = 600;
    private const int ShippedPerSecond = 30;

    // At what time of day it is played must not matter: families write before they are asked, and nothing of the schedule is due.
    private static readonly string[] Schedule =
    [
        "--SchoolDay:OpensAt=23:15", "--SchoolDay:RemindAt=23:30", "--SchoolDay:PingTeacherAt=23:35", "--SchoolDay:EscalateAt=23:40",
        "--SchoolDay:DigestAt=23:45", "--SchoolDay:ClosesAt=23:59", "--SchoolDay:Days=Mon-Sun",
    ];

    public static async Task<int> Run(string[] arguments)
    {
        var (families, speed) = (Number(arguments, 0, 200_000), Number(arguments, 1, 1));
        var (perSecond, minutes) = (ShippedPerSecond * Number(arguments, 2, 1), Number(arguments, 3, Minutes));
        var pace = families * Answering / (Minutes * 60) * speed;
        var count = (int)(families * Answering * minutes / Minutes);
        var feed = new UpdateFeed();
        var ledger = new AnswerLedger();
        using var server = new BotApiServer(feed, ledger.Add, TimeSpan.Zero);
        await using var worker = new WorkerProcess();
        await worker.Seed(families + WarmUp);
        string[] lifted = perSecond == ShippedPerSecond ? [] : [$"--Telegram:MessagesPerSecond={perSecond}"];
        worker.Start(server.BaseUrl, [.. Schedule, .. lifted]);
        await server.FirstPoll.Task;

        var warm = ledger.Reach(WarmUp);
        feed.Add(Enumerable.Range(0, WarmUp).Select(i => (100_000L + families + i, "36.5 没外出")));
        await warm.WaitAsync(TimeSpan.FromMinutes(5));

        // The warm-up used up what may go at once.
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        await using var watch = new MemoryWatch(worker);
        var longest = TimeSpan.FromSeconds(count / Math.Min(pace, perSecond)) + TimeSpan.FromMinutes(3);
        var done = ledger.Reach(WarmUp + count);
        var before = worker.ProcessorTime;
        var took = await Play(feed, ledger, Answers(families, count), pace);
        var atLast = System.Diagnostics.Stopwatch.StartNew();
        await done.WaitAsync(longest);
        var processor = (worker.ProcessorTime - before).TotalMicroseconds / count;
        var stored = await worker.Stored() - WarmUp;
        var (waits, answered) = (ledger.Waits, ledger.Answers - WarmUp);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {families:N0} families, {count:N0} of them answer in {took.TotalSeconds:0} s: {pace:0.0} a second; the bot may send {perSecond} a second
            stored {stored:N0}, answered {answered:N0}, sent twice {ledger.OutOfOrder}
            {processor:0} µs of processor an answer
            the last answer came {atLast.Elapsed.TotalSeconds:0.0} s after the last message
            an answer took: p50 {waits[waits.Count / 2]:0.0} ms, p99 {waits[waits.Count * 99 / 100]:0.0} ms, longest {waits[^1]:0.0} ms
            {watch}
            """));
        return stored == count && answered == count && ledger.OutOfOrder == 0 ? 0 : 1;
    }

    // Who answers, in the order in which they happen to: a stride that meets every family once.
    private static IEnumerable<(long UserId, string Text)> Answers(int families, int count)
    {
        const long Stride = 7_919;
        for (var i = 0L; i < count; i++) yield return (100_000 + (i * Stride % families), "36.5 没外出");
    }

    private static async Task<TimeSpan> Play(UpdateFeed feed, AnswerLedger ledger, IEnumerable<(long UserId, string Text)> answers, double pace)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var handedOut = 0;
        var next = new List<(long UserId, string Text)>();
        using var all = answers.GetEnumerator();
        for (var more = true; more; await timer.WaitForNextTickAsync())
        {
            while (handedOut < watch.Elapsed.TotalSeconds * pace && (more = all.MoveNext()))
            {
                next.Add(all.Current);
                ledger.HandedOut(all.Current.UserId);
                handedOut++;
            }

            feed.Add(next);
            next.Clear();
        }

        return watch.Elapsed;
    }

    private static int Number(string[] arguments, int at, int otherwise) =>
        arguments.Length > at ? int.Parse(arguments[at], CultureInfo.InvariantCulture) : otherwise;
}
