using CheckinBot.Tests.Attacks.Fuzz;

namespace CheckinBot.Tests.Attacks;

/// <summary>What others leave in memory meanwhile is not the fuzzed one's.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FuzzCollection
{
    public const string Name = "fuzz";
}

/// <summary>A short run of each fuzzed way in, always the same one; <c>fuzz</c> of the benchmarks runs them for as long as one likes.</summary>
[Collection(FuzzCollection.Name)]
public sealed class FuzzTests
{
    [Theory]
    [InlineData("reader", 20_000)]
    [InlineData("messages", 20_000)]
    [InlineData("buttons", 40_000)]
    [InlineData("data", 100_000)]
    [InlineData("webhook", 20_000)]
    [InlineData("csv", 10_000)]
    [InlineData("workbook", 1_000)]
    public void No_input_throws_hangs_or_stays_in_memory(string target, int cases) =>
        new FuzzRun(FuzzTargets.All.Single(one => one.Name == target), seed: 1).Run(cases, TimeSpan.FromMinutes(5));
}
