using System.Diagnostics;
using CheckinBot.Core.Reading;
using TextReader = CheckinBot.Core.Reading.Chains.TextReader;

namespace CheckinBot.Benchmarks.Reading;

/// <summary>Messages a second on one core, bytes allocated a message, and which kinds are taken for which.</summary>
internal static class ReadingBenchmark
{
    private static readonly string[] Kinds = ["checkin", "checkin-many", "partial", "ask-again", "not-checkin"];

    private sealed record Row(ReadingContext Context, string Text, string Kind);

    /// <param name="args">The folder of the corpus; where none is given, the one in tests/CheckinBot.Tests.</param>
    public static int Run(string[] args)
    {
        var folder = args.Length > 0 ? args[0] : Path.Combine("tests", "CheckinBot.Tests", "Reading", "Corpus");
        var corpus = Load(Path.Combine(folder, "messages.tsv"));
        var own = Load(Path.Combine(folder, "own.tsv"));
        Speed("corpus", corpus);
        Speed("own cases", own);
        Confusion([.. corpus, .. own]);
        return 0;
    }

    private static List<Row> Load(string file) => File.ReadLines(file).Skip(1).Select(line => line.Split('\t')).Select(cells => new Row(
        new() { Setting = Setting(cells[1]) }, cells[2].Replace("\\n", "\n", StringComparison.Ordinal), cells[3])).ToList();

    private static ReadingSetting Setting(string context) => context switch
    {
        "private-awaiting-temperature" => ReadingSetting.PrivateAwaitingTemperature,
        "private-idle" => ReadingSetting.PrivateIdle,
        "group" => ReadingSetting.Group,
        _ => ReadingSetting.GroupJielong,
    };

    // Two seconds to warm up, then the median of seven runs of half a second each.
    private static void Speed(string name, List<Row> rows)
    {
        Measure(rows, TimeSpan.FromSeconds(2));
        var runs = Enumerable.Range(0, 7).Select(_ => Measure(rows, TimeSpan.FromSeconds(0.5))).OrderBy(r => r.PerSecond).ToList();
        var median = runs[runs.Count / 2];
        var characters = rows.Average(r => r.Text.Length);
        Console.WriteLine($"{name}: {rows.Count} messages of {characters:0.0} characters on average");
        Console.WriteLine($"  messages a second on one core: {median.PerSecond:N0} (lowest {runs[0].PerSecond:N0}, highest {runs[^1].PerSecond:N0})");
        Console.WriteLine($"  bytes allocated a message: {median.Bytes:N0}");
    }

    private static (double PerSecond, double Bytes) Measure(List<Row> rows, TimeSpan time)
    {
        var read = 0;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        do
        {
            foreach (var row in rows)
                TextReader.Read(row.Text, row.Context);
            read += rows.Count;
        }
        while (Stopwatch.GetElapsedTime(start) < time);
        return (read / Stopwatch.GetElapsedTime(start).TotalSeconds, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)read);
    }

    private static void Confusion(List<Row> rows)
    {
        var counts = rows.CountBy(r => (r.Kind, Read: Name(TextReader.Read(r.Text, r.Context).Kind))).ToDictionary();
        Console.WriteLine($"\n| expected \\ read | {string.Join(" | ", Kinds)} |\n|---|{string.Concat(Enumerable.Repeat("---:|", Kinds.Length))}");
        foreach (var expected in Kinds)
            Console.WriteLine($"| {expected} | {string.Join(" | ", Kinds.Select(read => counts.GetValueOrDefault((expected, read))))} |");
    }

    private static string Name(ReadingKind kind) => kind switch
    {
        ReadingKind.Checkin => "checkin",
        ReadingKind.CheckinMany => "checkin-many",
        ReadingKind.Partial => "partial",
        ReadingKind.AskAgain => "ask-again",
        _ => "not-checkin",
    };
}
