using CheckinBot.Benchmarks.Crash;
using CheckinBot.Tests.Storage;

namespace CheckinBot.EndToEnd;

/// <summary>
/// A short run of <c>CheckinBot.Benchmarks -- crash</c>: the worker's process is killed at random moments while messages arrive, by both ways and
/// on both databases.
/// </summary>
public sealed class CrashTests
{
    private const int Kills = 4, Messages = 400;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task On_SQLite_nothing_is_lost_doubled_or_out_of_order(bool isWebhook) => Run(new CrashPlan(Kills, Messages, null, isWebhook));

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_PostgreSQL_nothing_is_lost_doubled_or_out_of_order(bool isWebhook)
    {
        var server = await PostgresServer.Get();
        var place = await server.CreateEmptyDatabase();
        try
        {
            await Run(new CrashPlan(Kills, Messages, place, isWebhook));
        }
        finally
        {
            await server.Drop(place);
        }
    }

    private static async Task Run(CrashPlan plan)
    {
        var said = new List<string>();
        var result = await new CrashRun(plan, line => { lock (said) said.Add(line); }).Run();
        Assert.True(result.IsWhole(plan), $"{result}\n{string.Join('\n', said)}");
        Assert.Equal(Kills + 1, result.Starts.Count);
    }
}
