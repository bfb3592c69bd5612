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
    private readonly string _folder = Directory.CreateTempSubdirectory("checkinbot-benchmark-").FullName;
    private Process? _process;

    private string ConnectionString => $"Data Source={Path.Combine(_folder, "benchmark.db")}";

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

    /// <summary>Makes the database: classes of 45, each pupil with one parent, whose user id is the pupil's.</summary>
    public async Task Seed(int families)
    {
        var database = new Database(new StorageOptions(SqlDialect.Sqlite, ConnectionString));
        await new Migrator(database, TimeProvider.System).Migrate(default);
        await using var session = await database.OpenWrite(default);
        await session.Execute("""
            insert into unit (id, parent_id, name, path, kind, school_id, time_zone, language) values
                (1, null, 'County', 'County', 'area', null, 'Asia/Shanghai', 'zh-Hans'), (2, 1, 'School', 'County/School', 'school', 2, null, null);
            insert into unit_ancestor (unit_id, ancestor_id, distance) values (1, 1, 0), (2, 2, 0), (2, 1, 1);
            """, null, default);
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
            """, new { families }, default);
        await session.Execute("insert into post (person_id, unit_id, role) select id, unit_id, role from person", null, default);
        await session.Execute(
            "insert into account (user_id, language, first_seen_at) select id, 'zh-Hans', '2026-01-01T00:00:00.000Z' from person", null, default);
        await session.Execute("""
            insert into link (user_id, person_id, kind, display_name, linked_at)
            select id, id, 'guardian', 'P', '2026-01-01T00:00:00.000Z' from person
            """, null, default);
        await session.Commit(default);
    }

    public void Start(string baseUrl, params string[] flags)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = _folder };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "CheckinBot.dll"), "run",
            "--Telegram:BotToken=777:benchmark_token_0123456789", $"--Telegram:BaseUrl={baseUrl}",
            $"--Storage:ConnectionString={ConnectionString}", $"--Http:Urls={Http.GetLeftPart(UriPartial.Authority)}", .. flags,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && !text.Contains("info:", StringComparison.Ordinal)) Console.WriteLine($"  worker: {text}");
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
    public async Task<long> Stored()
    {
        await using var session = await new Database(new StorageOptions(SqlDialect.Sqlite, ConnectionString)).OpenRead(default);
        return await session.QuerySingle<long>("select count(*) from check_in", null, default);
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
