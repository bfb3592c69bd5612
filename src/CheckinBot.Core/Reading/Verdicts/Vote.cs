using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Verdicts;

/// <summary>
/// A second opinion, learned from labelled messages: does this message report a temperature? It never stores a value; it only stands
/// against or beside what the rules say. The weights are <c>Reading/Data/vote.bin</c>, made by <c>train-reading</c> of the benchmarks.
/// </summary>
internal static class Vote
{
    /// <summary>What one step of a weight is worth.</summary>
    public const double Step = 1 / 16.0;

    private static readonly Lazy<sbyte[]> Weights = new(() => Array.ConvertAll(DataFile.Bytes("vote.bin"), b => (sbyte)b));

    /// <summary>How much speaks for a report: the logarithm of the odds, 0 where both are as likely.</summary>
    public static double For(Message message)
    {
        var weights = Weights.Value;
        Span<int> buckets = stackalloc int[Most];
        var sum = 0;
        foreach (var bucket in buckets[..VoteFeatures.Of(message, buckets)]) sum += weights[bucket];
        return sum * Step;
    }

    /// <summary>Runs of a message beyond these are not looked at.</summary>
    public const int Most = 2048;
}
