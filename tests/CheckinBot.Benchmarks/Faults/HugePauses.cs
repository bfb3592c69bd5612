using System.Text.Json;
using CheckinBot.Benchmarks.Throughput;

namespace CheckinBot.Benchmarks.Faults;

/// <summary>Telegram asks to wait for years, once for updates or with one message.</summary>
internal static class HugePauses
{
    private const long Years = 2_000_000_000;
    private const int Families = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(7);

    /// <summary>With the question for updates: asked again after the longest pause that is obeyed, and nothing is lost.</summary>
    public static async Task<FaultResult> OfTheQuestion()
    {
        var (refused, answered) = (false, 0);
        using var server = new BotApiServer(new UpdateFeed().With(Families), _ => Interlocked.Increment(ref answered), TimeSpan.Zero)
        {
            Instead = (method, _) => method == "getUpdates" && !Interlocked.Exchange(ref refused, true) ? BotApiServer.TooMany(Years) : null,
        };
        await using var worker = new WorkerProcess { OnLine = _ => { } };
        await worker.Seed(Families);
        worker.Start(server.BaseUrl, WorkerProcess.Unlimited);
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System);
        var said = await worker.Ready();
        var begun = TimeProvider.System.GetTimestamp();
        await server.FirstPoll.Task.WaitAsync(Patience, TimeProvider.System);
        var waited = TimeProvider.System.GetElapsedTime(begun) + TimeSpan.FromSeconds(3);
        await Eventually.Is(() => Task.FromResult(answered >= Families));
        var stop = await worker.Stop();
        return new FaultResult(
            said.StartsWith("503", StringComparison.Ordinal) && answered == Families && await worker.Stored() == Families,
            FormattableString.Invariant($"lived, asked again after {waited.TotalSeconds:0} s, {answered} of {Families} answered; ")
                + FormattableString.Invariant($"meanwhile: {Line(said)}; stopped in {stop.TotalSeconds:0.0} s"));
    }

    /// <summary>With one message: the others go on, and this one goes later.</summary>
    public static async Task<FaultResult> OfOneMessage()
    {
        const long Chat = 100_000;
        var (answered, tries) = (0, 0);
        using var server = new BotApiServer(new UpdateFeed().With(Families), _ => Interlocked.Increment(ref answered), TimeSpan.Zero)
        {
            Instead = (method, body) =>
                method == "sendMessage" && ChatOf(body) == Chat && Interlocked.Increment(ref tries) > 0 ? BotApiServer.TooMany(Years) : null,
        };
        await using var worker = new WorkerProcess { OnLine = _ => { } };
        await worker.Seed(Families);
        worker.Start(server.BaseUrl, WorkerProcess.Unlimited);
        await Eventually.Is(() => Task.FromResult(answered >= Families - 1 && tries > 0));
        var stop = await worker.Stop();
        var kept = await worker.Ask<long>($"select count(*) from outbox where chat_id = {Chat} and sent_at is null");
        return new FaultResult(
            answered == Families - 1 && tries == 1 && kept == 1,
            FormattableString.Invariant($"{answered} of {Families - 1} others answered, tried {tries} times, {kept} kept for later; ")
                + FormattableString.Invariant($"stopped in {stop.TotalSeconds:0.0} s"));
    }

    private static long ChatOf(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("chat_id").GetInt64();
    }

    private static string Line(string said) => said.Split('\n').First(line => line.Contains("receiving", StringComparison.Ordinal));
}
