using System.Diagnostics;
using System.Globalization;

namespace CheckinBot.Benchmarks.Throughput;

/// <summary>From the start of the process to the first poll on a migrated database, and resident memory when idle.</summary>
internal static class StartBenchmark
{
    private const int Times = 5;

    public static async Task<int> Run(string[] arguments)
    {
        var idle = TimeSpan.FromSeconds(arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 30);
        var starts = new List<double>();
        var processor = new List<double>();
        double resident = 0;
        for (var i = 0; i < Times; i++)
        {
            using var server = new BotApiServer(new UpdateFeed(), _ => { }, TimeSpan.Zero);
            await using var worker = new WorkerProcess();
            await worker.Seed(2000);
            var watch = Stopwatch.StartNew();
            worker.Start(server.BaseUrl);
            await server.FirstPoll.Task;
            starts.Add(watch.Elapsed.TotalMilliseconds);
            processor.Add(worker.ProcessorTime.TotalMilliseconds);
            if (i < Times - 1) continue;
            await Task.Delay(idle, TimeProvider.System);
            resident = worker.ResidentMegabytes;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            start to first poll: {string.Join(", ", starts.Select(ms => $"{ms:0} ms"))}; processor time {processor.Min():0} ms
            resident after {idle.TotalSeconds:0} s idle: {resident:0} MB
            """));
        return 0;
    }
}
