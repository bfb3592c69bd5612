using CheckinBot.Benchmarks.Backlog;
using CheckinBot.Benchmarks.Crash;
using CheckinBot.Benchmarks.Faults;
using CheckinBot.Benchmarks.Fuzz;
using CheckinBot.Benchmarks.Morning;
using CheckinBot.Benchmarks.PowerLoss;
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
    ["crash", .. var rest] => await CrashBenchmark.Run(rest),
    ["backlog", .. var rest] => await BacklogBenchmark.Run(rest),
    ["power-loss", .. var rest] => await PowerLossBenchmark.Run(rest),
    ["faults", .. var rest] => await FaultsBenchmark.Run(rest),
    ["reading", .. var rest] => ReadingBenchmark.Run(rest),
    ["reading-corpus"] => CorpusFigures.Print(),
    ["train-reading"] => CorpusFigures.Train(),
    ["unknown-words"] => UnknownWords.Print(),
    ["import", .. var rest] => await ImportBenchmark.Run(rest),
    ["morning", .. var rest] => await MorningBenchmark.Run(rest),
    ["fuzz", .. var rest] => FuzzBenchmark.Run(rest),
    ["million", .. var rest] => await MillionBenchmark.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        throughput [CHECK-INS] [MS A CALL]
        latency [SECONDS] [A SECOND]
        start [SECONDS IDLE | million]
        stop
        crash [KILLS] [MESSAGES] [sqlite | POSTGRESQL CONNECTION STRING] [poll | webhook]
        backlog [UPDATES]
        power-loss [CUTS] [MESSAGES] [control]
        faults [BEGINNING OF A NAME]...
        reading [CORPUS FOLDER]
        reading-corpus
        train-reading
        unknown-words
        import [POSTGRESQL CONNECTION STRING]
        morning [FAMILIES] [TIMES AS FAST] [TIMES THE LIMIT] [MINUTES OF THE 30]
        fuzz [CASES | SECONDSs | #CASE] [all | reader | messages | buttons | data | webhook | csv | workbook] [SEED]
        million [FOLDER TO KEEP | POSTGRESQL CONNECTION STRING]
        """);
    return 2;
}
