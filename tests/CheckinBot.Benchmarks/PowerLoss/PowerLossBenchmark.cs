using System.Collections.Concurrent;
using System.Globalization;
using CheckinBot.Benchmarks.Crash;
using CheckinBot.Benchmarks.Throughput;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Benchmarks.PowerLoss;

/// <summary>
/// The power goes while messages are stored: all that the worker writes to its SQLite files is traced, and the files are made anew as they are on
/// the disk at random moments, without what was not synced by then. What had been confirmed or answered at that moment must be in them.
/// </summary>
internal static class PowerLossBenchmark
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task<int> Run(string[] arguments)
    {
        var cuts = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 200;
        var plan = new CrashPlan(0, arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 5_000, null, IsWebhook: false);
        var work = Directory.CreateTempSubdirectory("checkinbot-power-").FullName;
        try
        {
            // The control: as if the syncs of the log never were. It must find that messages are lost.
            return await Run(plan, cuts, work, isControl: arguments is [_, _, "control"]);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<int> Run(CrashPlan plan, int cuts, string work, bool isControl)
    {
        var (trace, image) = (Path.Combine(work, "trace"), Path.Combine(work, "image"));
        var known = new ConcurrentQueue<(double At, long UserId, int Tenths, bool IsAnswer)>();
        string folder;
        await using (var worker = new WorkerProcess { OnLine = _ => { }, StartedBy = [.. DiskTrace.Strace, "-o", trace] })
        {
            folder = worker.Folder;
            await worker.Seed(plan.Families);
            SqliteConnection.ClearAllPools();
            Directory.CreateDirectory(image);
            foreach (var file in Directory.GetFiles(folder)) File.Copy(file, Path.Combine(image, Path.GetFileName(file)));
            await Live(worker, plan, known);
            await worker.Stop();
        }

        var answers = known.Where(one => one.IsAnswer).Select(one => one.At).ToList();
        var (first, last) = (answers.Min(), answers.Max());
        var (moments, at) = (Enumerable.Range(0, cuts).Select(_ => first + (Random.Shared.NextDouble() * (last - first))).Order().ToList(), 0);
        var (disk, lost, damaged, dropped) = (new Disk(image), 0, 0, 0L);
        foreach (var one in DiskTrace.Read(trace, folder).OrderBy(one => one.At))
        {
            for (; at < moments.Count && one.At > moments[at]; at++)
            {
                // Half of them with none of what was not synced, half with what chance leaves of it.
                var (isSound, missing, stored) = Look(disk, Path.Combine(work, "cut"), at % 2 == 0 ? null : Random.Shared, known, moments[at]);
                if (!isSound) damaged++;
                lost += missing;
                dropped += stored;
            }

            if (!isControl || one is not DiskEvent.Synced) disk.Take(one);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {plan.Messages} messages, the power cut at {at} moments in {last - first:0.0} s
            {damaged} files damaged, {lost} lost of what was confirmed or answered
            {new FileInfo(trace).Length >> 20} MB of trace; {dropped / Math.Max(1, at)} messages were in the file at a cut on average
            {(lost == 0 && damaged == 0 && at == cuts ? "nothing is lost" : "NOT AS IT SHOULD BE")}
            """));
        return lost == 0 && damaged == 0 && at == cuts ? 0 : 1;
    }

    private static async Task Live(WorkerProcess worker, CrashPlan plan, ConcurrentQueue<(double At, long UserId, int Tenths, bool IsAnswer)> known)
    {
        var feed = new UpdateFeed();
        var texts = plan.Texts(0, plan.Messages).ToList();
        var (ledger, confirmed) = (new CrashLedger(), 0L);
        using var server = new BotApiServer(feed, Answered, TimeSpan.Zero) { Instead = Confirmed };
        worker.Start(server.BaseUrl, WorkerProcess.Unlimited);
        await server.FirstPoll.Task.WaitAsync(Patience);
        foreach (var some in texts.Chunk(20))
        {
            feed.Add(some);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        var begun = TimeProvider.System.GetTimestamp();
        while (ledger.First < plan.Messages && TimeProvider.System.GetElapsedTime(begun) < Patience) await Task.Delay(50);

        void Answered(ReadOnlyMemory<byte> body)
        {
            var now = Now();
            ledger.Add(body);
            if (body.Span.IndexOf("36."u8) is >= 0 and var place)
                known.Enqueue((now, BotApiServer.Number(body.Span, "\"chat_id\":"u8), 360 + body.Span[place + 3] - '0', true));
        }

        byte[]? Confirmed(string method, string body)
        {
            if (method != "getUpdates") return null;
            var (now, offset) = (Now(), BotApiServer.Number(System.Text.Encoding.UTF8.GetBytes(body), "\"offset\":"u8));
            for (; confirmed < offset - 1; confirmed++)
            {
                var (userId, text) = texts[(int)confirmed];
                known.Enqueue((now, userId, 360 + text[3] - '0', false));
            }

            return null;
        }
    }

    // The files as they are after the cut: whether they are sound, how much of what was promised is missing, and how many messages they hold.
    private static (bool IsSound, int Missing, int Stored) Look(
        Disk disk, string folder, Random? chance, IEnumerable<(double At, long UserId, int Tenths, bool IsAnswer)> known, double cut)
    {
        disk.CopyTo(folder, chance);
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "benchmark.db")};Pooling=false");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "pragma integrity_check";
            if (command.ExecuteScalar() as string != "ok") return (false, 0, 0);
            command.CommandText = "select person_id, temperature_tenths from check_in";
            var stored = new HashSet<(long, int)>();
            using var reader = command.ExecuteReader();
            while (reader.Read()) stored.Add((reader.GetInt64(0), reader.GetInt32(1)));
            var promised = known.Where(one => one.At <= cut).Select(one => (one.UserId, one.Tenths)).Distinct();
            return (true, promised.Count(one => !stored.Contains(one)), stored.Count);
        }
        catch (SqliteException)
        {
            return (false, 0, 0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Now() => (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).TotalSeconds;
}
