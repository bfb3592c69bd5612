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

    private readonly string _folder;
    private readonly bool _isBeside;
    private readonly StorageOptions _storage;
    private Process? _process;

    /// <param name="postgres">An empty PostgreSQL database; null for a SQLite file of its own.</param>
    /// <param name="folder">The folder of its SQLite file, which somebody else removes; null for one of its own.</param>
    public WorkerProcess(string? postgres = null, string? folder = null)
    {
        _isBeside = folder is not null;
        _folder = folder ?? Directory.CreateTempSubdirectory("checkinbot-benchmark-").FullName;
        _storage = postgres is null
            ? new StorageOptions(SqlDialect.Sqlite, $"Data Source={Path.Combine(_folder, "benchmark.db")}")
            : new StorageOptions(SqlDialect.Postgres, postgres);
    }

    /// <summary>Another worker on the same database.</summary>
    public WorkerProcess(WorkerProcess other) => (_folder, _isBeside, _storage) = (other._folder, true, other._storage);

    /// <summary>The folder of its database and of what lies beside it.</summary>
    public string Folder => _folder;

    /// <summary>What the program is started with instead of by itself, such as <c>setpriv</c> and its flags; empty for by itself.</summary>
    public IReadOnlyList<string> StartedBy { get; init; } = [];

    /// <summary>Its process number.</summary>
    public int ProcessId => _process!.Id;

    /// <summary>What the worker is told besides errors and warnings; null where it goes to the console.</summary>
    public Action<string>? OnLine { get; init; }

    /// <summary>Processor time of the worker until now.</summary>
    public TimeSpan ProcessorTime => _process!.TotalProcessorTime;

    /// <summary>Where health and metrics are.</summary>
    public Uri Http { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Resident memory in MB.</summary>
    public double ResidentMegabytes => Megabytes("VmRSS:");

    /// <summary>The most that was resident until now, in MB.</summary>
    public double MostResidentMegabytes => Megabytes("VmHWM:");

    private double Megabytes(string field)
    {
        var line = File.ReadLines($"/proc/{_process!.Id}/status").First(text => text.StartsWith(field, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>How to connect to its database.</summary>
    public string ConnectionString => _storage.ConnectionString;

    /// <summary>Its database, read or written beside it.</summary>
    public Database Database => new(_storage);

    /// <summary>Makes the database: classes of 45, each pupil with one parent, whose user id is the pupil's.</summary>
    /// <param name="families">How many.</param>
    /// <param name="hour">What hour it is there now; at five in the morning no reminder and no digest falls into the measuring.</param>
    public async Task Seed(int families, int hour = 5)
    {
        var database = Database;
        await new Migrator(database, TimeProvider.System).Migrate(default);
        await using var session = await database.OpenWrite(default);
        await session.Execute("""
            insert into unit (id, parent_id, name, path, kind, school_id, time_zone, language) values
                (1, null, 'County', 'County', 'area', null, @zone, 'zh-Hans'), (2, 1, 'School', 'County/School', 'school', 2, null, null);
            insert into unit_ancestor (unit_id, ancestor_id, distance) values (1, 1, 0), (2, 2, 0), (2, 1, 1);
            """, new { zone = ZoneWhereItIs(hour) }, default);
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

    /// <summary>How far from UTC it is that hour now.</summary>
    public static int HoursFromUtc(int hour)
    {
        var offset = hour - DateTime.UtcNow.Hour;
        return offset < -12 ? offset + 24 : offset > 14 ? offset - 24 : offset;
    }

    // Whatever hour it is measured at.
    private static string ZoneWhereItIs(int hour)
    {
        var offset = HoursFromUtc(hour);
        return offset == 0 ? "Etc/UTC" : $"Etc/GMT{(offset > 0 ? '-' : '+')}{Math.Abs(offset)}";
    }

    public void Start(string baseUrl, params string[] flags)
    {
        var start = Of("run", [$"--Telegram:BaseUrl={baseUrl}", .. flags]);
        if (!flags.Any(flag => flag.StartsWith("--Http:Urls", StringComparison.Ordinal)))
            start.ArgumentList.Add($"--Http:Urls={Http.GetLeftPart(UriPartial.Authority)}");
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Say(line.Data);
        _process.ErrorDataReceived += (_, line) => Say(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Runs another verb on the same database, and returns its exit code and what it printed.</summary>
    public async Task<(int Code, string Output)> Verb(string verb, params string[] arguments)
    {
        using var process = Process.Start(Of(verb, [.. arguments, $"--Http:Urls={Http.GetLeftPart(UriPartial.Authority)}"]))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    /// <summary>What it says at <c>/readyz</c>, with the status; nothing where it does not listen.</summary>
    public async Task<string> Ready()
    {
        try
        {
            using var http = new HttpClient();
            using var response = await http.GetAsync(new Uri(Http, "readyz"));
            return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
        }
        catch (HttpRequestException)
        {
            return "";
        }
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public async Task BecomesReady()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!(await Ready()).StartsWith("200", StringComparison.Ordinal)) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
    }

    /// <summary>Waits until it has ended by itself, and returns its exit code.</summary>
    public async Task<int> Ended(TimeSpan within)
    {
        await _process!.WaitForExitAsync().WaitAsync(within, TimeProvider.System);
        return _process.ExitCode;
    }

    private ProcessStartInfo Of(string verb, IEnumerable<string> arguments)
    {
        string[] all =
        [
            .. StartedBy, "dotnet", Path.Combine(AppContext.BaseDirectory, "CheckinBot.dll"), verb,
            .. arguments, "--Telegram:BotToken=777:benchmark_token_0123456789",
            $"--Storage:Provider={_storage.Provider}", $"--Storage:ConnectionString={_storage.ConnectionString}",
        ];
        return new ProcessStartInfo(all[0], all[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
    }

    private void Say(string? line)
    {
        if (line is null || line.Contains("info:", StringComparison.Ordinal)) return;
        if (OnLine is { } say) say(line);
        else Console.WriteLine($"  worker: {line}");
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
        Signal("TERM");
        await _process!.WaitForExitAsync();
        return watch.Elapsed;
    }

    /// <summary>Sends it a signal: TERM, STOP, CONT.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await Stop();
        _process?.Dispose();
        SqliteConnection.ClearAllPools();
        if (!_isBeside) Directory.Delete(_folder, recursive: true);
    }
}
