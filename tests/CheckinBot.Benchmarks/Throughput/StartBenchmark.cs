using System.Diagnostics;
using System.Globalization;

namespace CheckinBot.Benchmarks.Throughput;

/// <summary>From the start of the process to the first poll on a migrated database, and resident memory when idle.</summary>
internal static class StartBenchmark
{
    private const int Times = 5;

    // The worker of a province is killed while it works, and started again on what it left.
    private static async Task<int> AfterKills()
    {
        await using var worker = new WorkerProcess();
        await Province.Province.Seed(worker.Database);
        var stored = await worker.Stored();
        var (starts, processor) = (new List<double>(), new List<double>());
        for (var i = 0; i <= Times; i++)
        {
            using var server = new BotApiServer(new UpdateFeed(), _ => { }, TimeSpan.Zero);
            var watch = Stopwatch.StartNew();
            worker.Start(server.BaseUrl);
            await server.FirstPoll.Task;
            starts.Add(watch.Elapsed.TotalSeconds);
            processor.Add(worker.ProcessorTime.TotalSeconds);
            await Task.Delay(TimeSpan.FromSeconds(8), TimeProvider.System);
            await worker.Kill();
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {stored} check-ins in the file; from the start of the process to the first poll, the first time: {starts[0]:0.00} s
            after kill -9: {string.Join(", ", starts.Skip(1).Select(seconds => $"{seconds:0.00} s"))}
            processor time of each: {string.Join(", ", processor.Select(seconds => $"{seconds:0.00} s"))}
            """));
        return starts.Skip(1).Max() < 3 ? 0 : 1;
    }

    public static async Task<int> Run(string[] arguments)
    {
        if (arguments is ["million"]) return await AfterKills();
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
