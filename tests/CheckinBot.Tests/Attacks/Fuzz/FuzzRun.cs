using System.Diagnostics;
using System.Globalization;

namespace CheckinBot.Tests.Attacks.Fuzz;

/// <summary>A way in, tried with one made-up input after the other. The number of a case makes its input, today and at any other time.</summary>
internal interface IFuzzTarget
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>Tries one input; throws where the way in does not hold. It may say of what kind the case was, for a look at what is reached.</summary>
    string Try(Random random);
}

/// <summary>What did not hold.</summary>
internal sealed class FuzzFault(string message, Exception? cause) : Exception(message, cause);

/// <summary>Tries a way in so often or for so long: nothing is thrown, each case ends soon, and memory does not grow.</summary>
internal sealed class FuzzRun(IFuzzTarget target, int seed)
{
    /// <summary>A case that takes longer than this hangs; on a busy machine most of it is waiting.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    // What caches hold once they are full, and the allowance of the collector.
    private const long MostGrowth = 16L << 20;

    private readonly Dictionary<string, long> _kinds = [];
    private long _case;
    private long _begunAt;
    private (TimeSpan Took, long Case) _slowest;

    /// <summary>Tries that many cases, or as many as the time allows; returns a line for the operator.</summary>
    public string Run(long cases, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var done = false;
        var memory = 0L;
        Exception? fault = null;
        var thread = new Thread(() =>
        {
            try
            {
                // The first tenth warms up: caches are filled and methods compiled.
                memory = Loop(cases, time, watch);
            }
            catch (Exception thrown)
            {
                fault = thrown;
            }

            Volatile.Write(ref done, true);
        }, maxStackSize: 1536 << 10)
        { IsBackground = true };
        thread.Start();
        while (!thread.Join(TimeSpan.FromSeconds(1)))
        {
            if (Stopwatch.GetElapsedTime(Interlocked.Read(ref _begunAt)) > Longest) throw Fault("hangs", null);
        }

        if (fault is not null) throw Fault($"{fault.GetType().Name}: {fault.Message}", fault);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - memory;
        if (grown > MostGrowth) throw Fault($"memory grew by {grown >> 20} MB", null);
        var kinds = string.Join(", ", _kinds.OrderByDescending(kind => kind.Value)
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Value:N0}")));
        return string.Create(CultureInfo.InvariantCulture, $"""
            {target.Name}, seed {seed}: {_case:N0} cases in {watch.Elapsed.TotalSeconds:0} s
              the slowest took {_slowest.Took.TotalMilliseconds:0} ms (#{_slowest.Case}), memory {grown / 1024:+#,0;-#,0;0} KB
              {kinds}
            """);
    }

    /// <summary>Tries one case again.</summary>
    public string Again(long number) => target.Try(RandomOf(number));

    private long Loop(long cases, TimeSpan time, Stopwatch watch)
    {
        long? memory = null;
        for (; _case < cases && watch.Elapsed < time; _case++)
        {
            if (memory is null && (_case >= cases / 10 || watch.Elapsed > time / 10)) memory = GC.GetTotalMemory(forceFullCollection: true);
            var begun = Stopwatch.GetTimestamp();
            Interlocked.Exchange(ref _begunAt, begun);
            var kind = Again(_case);
            var took = Stopwatch.GetElapsedTime(begun);
            // While it warms up, most of the time is the compiler's.
            if (memory is not null && took > _slowest.Took) _slowest = (took, _case);
            _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
        }

        return memory ?? GC.GetTotalMemory(forceFullCollection: true);
    }

    private Random RandomOf(long number) => new(HashOf(seed, number));

    // Not HashCode, which differs from one process to the next.
    private static int HashOf(int seed, long number)
    {
        var mixed = ((ulong)(uint)seed << 32 ^ (ulong)number) * 0x9E3779B97F4A7C15;
        return (int)((mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9 >> 32);
    }

    private FuzzFault Fault(string what, Exception? cause) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{target.Name}, seed {seed}, case {_case}: {what}"), cause);
}
