using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CheckinBot.Storage.Engine;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Benchmarks.Throughput;

/// <summary>The product in a process of its own: <c>CheckinBot run</c> on a new database with a county of families.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>Flags that lift Telegram's sending limits.</summary>
    public static readonly string[] Unlimited =
        ["--Telegram:MessagesPerSecond=1000000", "--Telegram:MessagesPerSecondPerChat=1000000", "--Telegram:ConcurrentCalls=400"];

    private readonly string _folder = Directory.CreateTempSubdirectory("checkinbot-benchmark-").FullName;
    private readonly StorageOptions _storage;
    private Process? _process;

    /// <param name="postgres">An empty PostgreSQL database; null for a SQLite file of its own.</param>
    public WorkerProcess(string? postgres = null) => _storage = postgres is null
        ? new StorageOptions(SqlDialect.Sqlite, $"Data Source={Path.Combine(_folder, "benchmark.db")}")
        : new StorageOptions(SqlDialect.Postgres, postgres);

    /// <summary>What the worker is told besides errors and warnings; null where it goes to the console.</summary>
    public Action<string>? OnLine { get; init; }

    /// <summary>Processor time of the worker until now.</summary>
    public TimeSpan ProcessorTime => _process!.TotalProcessorTime;

    /// <summary>Where health and metrics are.</summary>
    public Uri Http { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Resident memory in MB.</summary>
    public double ResidentMegabytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process!.Id}/status").First(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
    }

    /// <summary>Its database, read or written beside it.</summary>
    public Database Database => new(_storage);

    /// <summary>Makes the database: classes of 45, each pupil with one parent, whose user id is the pupil's.</summary>
    public async Task Seed(int families)
    {
        var database = Database;
        await new Migrator(database, TimeProvider.System).Migrate(default);
        await using var session = await database.OpenWrite(default);
        await session.Execute("""
            insert into unit (id, parent_id, name, path, kind, school_id, time_zone, language) values
                (1, null, 'County', 'County', 'area', null, @zone, 'zh-Hans'), (2, 1, 'School', 'County/School', 'school', 2, null, null);
            insert into unit_ancestor (unit_id, ancestor_id, distance) values (1, 1, 0), (2, 2, 0), (2, 1, 1);
            """, new { zone = ZoneBeforeSchool() }, default);
        await session.Execute("""
            with recursive n(i) as (select 0 union all select i + 1 from n where i < (@families - 1) / 45)
            insert into unit (id, parent_id, name, path, kind, school_id)
            select i + 10, 2, 'Class ' || i, 'County/School/Class ' || i, 'class', 2 from n
            """, new { families }, default);
        await session.Execute("""
            insert into unit_ancestor (unit_id, ancestor_id, distance)
            select id, id, 0 from unit where kind = 'class'
            union all select id, 2, 1 from unit where kind = 'class'
            union all select id, 1, 2 from unit where kind = 'class'
            """, null, default);
        await session.Execute("""
            with recursive n(i) as (select 0 union all select i + 1 from n where i < @families - 1)
            insert into person (id, unit_id, role, name, number, expected)
            select i + 100000, i / 45 + 10, 'student', '学生' || char(19968 + i % 2000) || char(19968 + i / 2000), 'N' || i, true from n
            """.Replace("char(", _storage.Provider == SqlDialect.Postgres ? "chr(" : "char(", StringComparison.Ordinal), new { families }, default);
        await session.Execute("insert into post (person_id, unit_id, role) select id, unit_id, role from person", null, default);
        await session.Execute(
            "insert into account (user_id, language, first_seen_at) select id, 'zh-Hans', '2026-01-01T00:00:00.000Z' from person", null, default);
        await session.Execute("""
            insert into link (user_id, person_id, kind, display_name, linked_at)
            select id, id, 'guardian', 'P', '2026-01-01T00:00:00.000Z' from person
            """, null, default);
        await session.Commit(default);
    }

    // Where it is about five in the morning now: no reminder and no digest falls into the measuring, at whatever hour it is made.
    private static string ZoneBeforeSchool()
    {
        var offset = 5 - DateTime.UtcNow.Hour;
        if (offset < -12) offset += 24;
        return offset == 0 ? "Etc/UTC" : $"Etc/GMT{(offset > 0 ? '-' : '+')}{Math.Abs(offset)}";
    }

    public void Start(string baseUrl, params string[] flags)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = _folder };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "CheckinBot.dll"), "run",
            "--Telegram:BotToken=777:benchmark_token_0123456789", $"--Telegram:BaseUrl={baseUrl}",
            $"--Storage:Provider={_storage.Provider}", $"--Storage:ConnectionString={_storage.ConnectionString}", .. flags,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        if (!flags.Any(flag => flag.StartsWith("--Http:Urls", StringComparison.Ordinal)))
            start.ArgumentList.Add($"--Http:Urls={Http.GetLeftPart(UriPartial.Authority)}");
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not { } text || text.Contains("info:", StringComparison.Ordinal)) return;
            if (OnLine is { } say) say(text);
            else Console.WriteLine($"  worker: {text}");
        };
        _process.BeginOutputReadLine();
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Check-ins that are stored.</summary>
    public Task<long> Stored() => Ask<long>("select count(*) from check_in");

    /// <summary>The one value that a query finds.</summary>
    public async Task<T> Ask<T>(string sql)
    {
        await using var session = await Database.OpenRead(default);
        return await session.QuerySingle<T>(sql, null, default);
    }

    /// <summary>Ends the worker at once, as a power cut or the system's memory killer does.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Ends the worker as an operator does, by SIGTERM, and tells how long that took.</summary>
    public async Task<TimeSpan> Stop()
    {
        var watch = Stopwatch.StartNew();
        using var term = Process.Start("kill", ["-TERM", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await Stop();
        _process?.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
