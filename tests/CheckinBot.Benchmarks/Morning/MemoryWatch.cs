using System.Globalization;
using CheckinBot.Benchmarks.Throughput;

namespace CheckinBot.Benchmarks.Morning;

/// <summary>Looks at a worker every five seconds: resident memory, what of it is the collector's, and how many messages wait.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private const int Shown = 12;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<(TimeSpan At, double Resident, double Heap, double Waiting)> _seen = [];
    private readonly HttpClient _http = new();
    private readonly Task _loop;

    public MemoryWatch(WorkerProcess worker) => _loop = Look(worker);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _http.Dispose();
        _stop.Dispose();
    }

    /// <summary>Some of what was seen, from the beginning to the end, and the most.</summary>
    public override string ToString()
    {
        lock (_seen)
        {
            if (_seen.Count == 0) return "too short to watch the memory";
            var count = Math.Min(Shown, _seen.Count);
            var some = Enumerable.Range(0, count).Select(i => _seen[i * (_seen.Count - 1) / Math.Max(1, count - 1)]);
            var lines = some.Select(one => string.Create(
                CultureInfo.InvariantCulture, $"  {one.At:mm\\:ss}  resident {one.Resident,4:0} MB, managed {one.Heap,4:0} MB, waiting {one.Waiting,6:0}"));
            return $"memory, at most {_seen.Max(one => one.Resident).ToString("0", CultureInfo.InvariantCulture)} MB:\n{string.Join('\n', lines)}";
        }
    }

    private async Task Look(WorkerProcess worker)
    {
        var begun = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            while (true)
            {
                var metrics = await _http.GetStringAsync(new Uri(worker.Http, "metrics"), _stop.Token);
                var (heap, waiting) = (Sum(metrics, "dotnet_gc_last_collection_memory_committed_size_bytes"), Sum(metrics, "checkinbot_outbox_depth"));
                lock (_seen) _seen.Add((begun.Elapsed, worker.ResidentMegabytes, heap / (1 << 20), waiting));
                await Task.Delay(Every, TimeProvider.System, _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException)
        {
        }
    }

    private static double Sum(string metrics, string name) => metrics.Split('\n')
        .Where(line => line.StartsWith(name, StringComparison.Ordinal) && line[name.Length] is ' ' or '{')
        .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
}
