using CheckinBot.Benchmarks.Throughput;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Benchmarks.Faults;

/// <summary>What can happen to the files of a SQLite database, and whether the way back that is named is one.</summary>
internal sealed class DamagedFiles : IAsyncDisposable
{
    private const int Families = 200;
    private const string Copy = "copy.db";

    private readonly List<string> _log = [];
    private readonly UpdateFeed _feed = new();
    private readonly BotApiServer _server;
    private readonly WorkerProcess _worker;
    private int _answered;
    private long _stored;

    private DamagedFiles(IReadOnlyList<string>? startedBy = null)
    {
        _server = new BotApiServer(_feed, _ => Interlocked.Increment(ref _answered), TimeSpan.Zero);
        _worker = new WorkerProcess { OnLine = line => { lock (_log) _log.Add(line); }, StartedBy = startedBy ?? [] };
    }

    private string File => Path.Combine(_worker.Folder, "benchmark.db");

    private string Log
    {
        get { lock (_log) return string.Join('\n', _log); }
    }

    /// <summary>The file in which Quartz keeps its triggers: made anew, and the damaged one kept.</summary>
    public static async Task<FaultResult> OfTheJobs()
    {
        await using var it = await Stopped();
        var jobs = Path.Combine(it._worker.Folder, "benchmark.jobs.db");
        Damage(jobs, from: 0, bytes: 8192);
        var (_, doctor) = await it._worker.Verb("doctor");
        await it.GoOn();
        var isKept = Directory.GetFiles(it._worker.Folder, "*.damaged-*").Length > 0;
        return it.Result(doctor.Contains("FAULT  jobs", StringComparison.Ordinal) && isKept, $"doctor: {it.Line(doctor, "FAULT  jobs")}");
    }

    /// <summary>Cut off: refused with the way back, which works, and the rest of the file is kept.</summary>
    public static async Task<FaultResult> Truncated()
    {
        await using var it = await Stopped();
        await using (var file = System.IO.File.OpenWrite(it.File)) file.SetLength(5000);
        var (_, doctor) = await it._worker.Verb("doctor");
        it._worker.Start(it._server.BaseUrl, WorkerProcess.Unlimited);
        var code = await it._worker.Ended(TimeSpan.FromMinutes(1));
        var refusal = it.Log;
        await it.PutBack();
        await it.GoOn();
        return it.Result(
            code == 1 && refusal.Contains("restore", StringComparison.Ordinal) && doctor.Contains("FAULT  database", StringComparison.Ordinal),
            $"exit {code}: {it.Line(refusal, "restore")}; doctor: {it.Line(doctor, "FAULT  database")}");
    }

    /// <summary>Some pages are overwritten: found within seconds of the start, which ends the worker.</summary>
    public static async Task<FaultResult> InAPage()
    {
        await using var it = await Stopped();
        var pages = new FileInfo(it.File).Length / 4096;
        Damage(it.File, from: pages / 2 * 4096, bytes: (int)(pages / 4) * 4096);
        var (_, doctor) = await it._worker.Verb("doctor");
        var begun = TimeProvider.System.GetTimestamp();
        it._worker.Start(it._server.BaseUrl, WorkerProcess.Unlimited);
        await it._worker.Ended(TimeSpan.FromMinutes(1));
        var took = TimeProvider.System.GetElapsedTime(begun);
        var said = it.Log;
        await it.PutBack();
        await it.GoOn();
        return it.Result(
            said.Contains("restore", StringComparison.Ordinal) && doctor.Contains("FAULT  database", StringComparison.Ordinal),
            FormattableString.Invariant($"ended {took.TotalSeconds:0.0} s after its start: {it.Line(said, "restore")}; ")
                + $"doctor: {it.Line(doctor, "FAULT  database")}");
    }

    /// <summary>Deleted under the running worker: it ends within seconds, and confirms nothing that it cannot keep.</summary>
    public static async Task<FaultResult> Deleted()
    {
        await using var it = await Stopped();
        it._worker.Start(it._server.BaseUrl, WorkerProcess.Unlimited);
        await it._worker.BecomesReady();
        var before = it._answered;
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(it._worker.Folder, "benchmark.db*")) System.IO.File.Delete(file);
        var begun = TimeProvider.System.GetTimestamp();
        it._feed.With(Families, first: Families);
        await it._worker.Ended(TimeSpan.FromMinutes(1));
        var (took, after, said) = (TimeProvider.System.GetElapsedTime(begun), it._answered, it.Log);
        await it.PutBack();
        await it.GoOn(more: 0);
        return it.Result(
            after == before && said.Contains("was deleted or moved away", StringComparison.Ordinal),
            FormattableString.Invariant($"ended after {took.TotalSeconds:0.0} s, {after - before} answered meanwhile: {it.Line(said, "deleted")}"));
    }

    /// <summary>Locked by another program for so long, and the worker is told to end in the middle of it.</summary>
    public static async Task<FaultResult> Locked(TimeSpan time)
    {
        await using var it = await Stopped();
        it._worker.Start(it._server.BaseUrl, WorkerProcess.Unlimited);
        await it._worker.BecomesReady();
        string said, doctor;
        TimeSpan stop;
        await using (await it._worker.Database.OpenWrite(default))
        {
            it._feed.With(Families, first: Families);
            await Task.Delay(time, TimeProvider.System);
            said = await it._worker.Ready();
            (_, doctor) = await it._worker.Verb("doctor");
            stop = await it._worker.Stop();
        }

        var isEmpty = await it._worker.Stored() == Families;
        await it.GoOn(more: 0);
        return it.Result(
            isEmpty && said.StartsWith("503", StringComparison.Ordinal) && said.Contains("locked by another program", StringComparison.Ordinal)
                && doctor.Contains("locked by another program", StringComparison.Ordinal) && stop < TimeSpan.FromSeconds(10),
            FormattableString.Invariant($"{time.TotalSeconds:0} s, ended {stop.TotalSeconds:0.0} s after SIGTERM; /readyz: {it.Line(said, "locked")}"));
    }

    /// <summary>The file may only be read: said at the start and by doctor. As root, which may write everywhere, without that right.</summary>
    public static async Task<FaultResult> ReadOnly()
    {
        if (OperatingSystem.IsWindows()) return new FaultResult(true, "modes of files are those of Unix");
        string[] withoutRights = Environment.UserName == "root" ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"] : [];
        await using var it = await Stopped(withoutRights);
        System.IO.File.SetUnixFileMode(it.File, UnixFileMode.UserRead);
        var (_, doctor) = await it._worker.Verb("doctor");
        it._worker.Start(it._server.BaseUrl, WorkerProcess.Unlimited);
        var code = await it._worker.Ended(TimeSpan.FromMinutes(1));
        var said = it.Log;
        System.IO.File.SetUnixFileMode(it.File, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await it.GoOn();
        return it.Result(
            code == 1 && said.Contains("benchmark.db", StringComparison.Ordinal) && doctor.Contains("FAULT  database", StringComparison.Ordinal),
            $"exit {code}: {it.Line(said, "benchmark.db")}; doctor: {it.Line(doctor, "FAULT  database")}");
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        _server.Dispose();
    }

    // All of the first families have written, a copy was made, and the worker has stopped.
    private static async Task<DamagedFiles> Stopped(IReadOnlyList<string>? startedBy = null)
    {
        var it = new DamagedFiles(startedBy);
        await it._worker.Seed(3 * Families);
        it._worker.Start(it._server.BaseUrl, WorkerProcess.Unlimited);
        it._feed.With(Families);
        await Eventually.Is(() => Task.FromResult(it._answered >= Families));
        await it._worker.Verb("backup", Path.Combine(it._worker.Folder, Copy));
        await it._worker.Stop();
        SqliteConnection.ClearAllPools();
        return it;
    }

    private async Task PutBack()
    {
        SqliteConnection.ClearAllPools();
        var (code, said) = await _worker.Verb("restore", Path.Combine(_worker.Folder, Copy));
        if (code != 0) throw new InvalidOperationException(said);
    }

    // The worker starts again, and what the second families write, or have written, is stored beside what was there.
    private async Task GoOn(int more = Families)
    {
        if (more > 0) _feed.With(more, first: Families);
        _worker.Start(_server.BaseUrl, WorkerProcess.Unlimited);
        await Eventually.Is(() => Task.FromResult(_answered >= 2 * Families));
        await _worker.Stop();
        _stored = await _worker.Stored();
    }

    private FaultResult Result(bool isRight, string told) =>
        new(isRight && _stored == 2 * Families && _answered == 2 * Families, $"{_stored} of {2 * Families} stored, {_answered} answered; {told}");

    private static void Damage(string file, long from, int bytes)
    {
        using var damaged = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite) { Position = from };
        damaged.Write([.. Enumerable.Repeat((byte)0xA5, bytes)]);
    }

    private string Line(string said, string word) =>
        (said.Split('\n').FirstOrDefault(line => line.Contains(word, StringComparison.Ordinal)) ?? $"nothing of {word}")
        .Replace(_worker.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Trim();
}
