using CheckinBot.Benchmarks.Province;
using CheckinBot.Benchmarks.Reading;
using CheckinBot.Benchmarks.Rosters;
using CheckinBot.Benchmarks.Throughput;

// dotnet run --configuration Release --project tests/CheckinBot.Benchmarks -- NAME [arguments]; results: README.md
return args switch
{
    ["throughput", .. var rest] => await ThroughputBenchmark.Run(rest),
    ["latency", .. var rest] => await LatencyBenchmark.Run(rest),
    ["start", .. var rest] => await StartBenchmark.Run(rest),
    ["stop"] => await StopBenchmark.Run(),
    ["reading", .. var rest] => ReadingBenchmark.Run(rest),
    ["reading-corpus"] => CorpusFigures.Print(),
    ["train-reading"] => CorpusFigures.Train(),
    ["import", .. var rest] => await ImportBenchmark.Run(rest),
    ["million", .. var rest] => await MillionBenchmark.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        throughput [CHECK-INS] [MS A CALL]
        latency [SECONDS] [A SECOND]
        start [SECONDS IDLE]
        stop
        reading [CORPUS FOLDER]
        reading-corpus
        train-reading
        import [POSTGRESQL CONNECTION STRING]
        million [FOLDER TO KEEP | POSTGRESQL CONNECTION STRING]
        """);
    return 2;
}
