using System.Globalization;

namespace CheckinBot.Benchmarks.Crash;

/// <summary><c>kill -9</c> at random moments while messages arrive: what is stored, and what is sent again.</summary>
internal static class CrashBenchmark
{
    public static async Task<int> Run(string[] arguments)
    {
        var plan = CrashPlan.Of(arguments);
        var result = await new CrashRun(plan, line => Console.WriteLine($"  {line}")).Run();
        var starts = result.Starts.Skip(1).Order().ToList();
        var (way, engine) = (plan.IsWebhook ? "webhook" : "polling", plan.Postgres is null ? "SQLite" : "PostgreSQL");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {plan.Kills} kills, {plan.Messages} messages by {way} on {engine}: {result.Took.TotalSeconds:0} s
            stored {result.Stored}: {result.Lost} lost, {result.Doubled} doubled, {result.OutOfOrder} out of order, {result.SetAside} set aside
            answered {result.Answered}, {result.AnswersOutOfOrder} out of order; {result.AnsweredAgain} sent again, {result.InFlight} in flight at the kills; {result.Unanswered.Unsent} left, {result.Unanswered.GivenUp} given up
            start after a kill: median {starts[starts.Count / 2].TotalSeconds:0.00} s, longest {starts[^1].TotalSeconds:0.00} s
            {(result.IsWhole(plan) ? "nothing is lost" : "NOT AS IT SHOULD BE")}
            """));
        return result.IsWhole(plan) ? 0 : 1;
    }
}
