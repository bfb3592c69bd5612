using CheckinBot.Benchmarks.Crash;
using Npgsql;

namespace CheckinBot.Benchmarks.Faults;

/// <summary>Connections to a PostgreSQL server that are ended while updates are stored, once or again and again, and the server restarted.</summary>
internal static class BrokenConnections
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    /// <summary>All connections are ended once, in the middle of the first updates.</summary>
    public static Task<FaultResult> Once(ScratchPostgres server, int messages) => Run(server, messages, isWebhook: false, async (database, calm) =>
    {
        await Task.Delay(TimeSpan.FromMilliseconds(40), calm).ContinueWith(_ => { }, TaskScheduler.Default);
        await ScratchPostgres.EndConnections(database);
        return 1;
    });

    /// <summary>All connections are ended every 150 ms, until the last answer has come.</summary>
    public static Task<FaultResult> Again(ScratchPostgres server, int messages, bool isWebhook) => Run(server, messages, isWebhook, async (database, calm) =>
    {
        var times = 0;
        for (; !calm.IsCancellationRequested; times++)
        {
            await ScratchPostgres.EndConnections(database);
            await Task.Delay(Pause, calm).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        return times;
    });

    /// <summary>The server stops as the messages come, and is away for three seconds.</summary>
    public static Task<FaultResult> Restart(ScratchPostgres server, int messages) => Run(server, messages, isWebhook: false, async (_, _) =>
    {
        await server.Restart(downFor: 3);
        return 1;
    });

    private static async Task<FaultResult> Run(ScratchPostgres server, int messages, bool isWebhook, Func<string, CancellationToken, Task<int>> disturb)
    {
        var plan = new CrashPlan(0, messages, server.ConnectionString, isWebhook);
        var times = 0;
        var run = new CrashRun(plan, _ => { }, async (database, calm) =>
        {
            times = await disturb(database, calm);
            // Those of this process were ended as well.
            NpgsqlConnection.ClearAllPools();
        });
        var result = await run.Run();
        return new FaultResult(result.IsWhole(plan), FormattableString.Invariant(
            $"{times} times; {result.Stored} of {messages} stored, {result.Lost} lost, {result.Doubled} doubled, {result.OutOfOrder} out of order, ")
            + FormattableString.Invariant($"{result.SetAside} set aside; {result.Answered} answered, {result.AnsweredAgain} twice"));
    }
}
