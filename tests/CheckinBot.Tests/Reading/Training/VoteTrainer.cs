using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Spans;
using CheckinBot.Core.Reading.Verdicts;

namespace CheckinBot.Tests.Reading.Training;

/// <summary>
/// Learns the weights of the vote: logistic regression over the runs of characters, step by step with AdaGrad. The same rows in the
/// same order give the same weights on every machine, since only the four kinds of arithmetic and roots are used.
/// </summary>
internal static class VoteTrainer
{
    private const int Rounds = 8;
    private const double Rate = 0.07, Decay = 1e-4;

    /// <summary>A message, where it stands, and whether it reports a temperature.</summary>
    internal sealed record Example(string Text, ReadingContext Context, bool Reports);

    public static byte[] Train(IReadOnlyList<Example> examples)
    {
        var runs = examples.Select(RunsOf).ToArray();
        var weights = new double[VoteFeatures.Buckets];
        var slopes = new double[VoteFeatures.Buckets];
        Array.Fill(slopes, 1);
        var random = new Random(20200211);
        var order = Enumerable.Range(0, runs.Length).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                var error = (examples[at].Reports ? 1 : 0) - Likely(runs[at].Sum(run => weights[run]));
                foreach (var run in runs[at])
                {
                    var slope = error - (Decay * weights[run]);
                    slopes[run] += slope * slope;
                    weights[run] += Rate * slope / Math.Sqrt(slopes[run]);
                }
            }
        }

        return Array.ConvertAll(weights, weight => (byte)(sbyte)Math.Clamp(Math.Round(weight / Vote.Step), sbyte.MinValue, sbyte.MaxValue));
    }

    private static int[] RunsOf(Example example)
    {
        var buckets = new int[Vote.Most];
        var count = VoteFeatures.Of(Message.Of(example.Text, example.Context, KnownNames.Of(example.Context)), buckets);
        return buckets[..count];
    }

    // 1 / (1 + e^-x) by squaring ten times, because Math.Exp differs in the last digit between machines.
    private static double Likely(double odds)
    {
        var power = 1 - (Math.Clamp(odds, -30, 30) / 1024);
        for (var i = 0; i < 10; i++) power *= power;
        return 1 / (1 + power);
    }
}
