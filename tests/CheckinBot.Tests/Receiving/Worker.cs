using CheckinBot.Configuration;
using CheckinBot.Demo;
using CheckinBot.Hosting;
using CheckinBot.Simulator;
using CheckinBot.Simulator.Limits;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Tests.Receiving;

/// <summary>
/// The worker as <c>run</c> starts it, against a simulator, on a database of its own with one class:
/// Wang Ming's parent is linked, so is the class teacher.
/// </summary>
internal sealed class Worker : IAsyncDisposable
{
    public const string Token = "777:worker-token_0123456789abcdefghijklmn";
    public const string Secret = "a-secret-of-enough-length";
    public const long Parent = 1001, Teacher = 1002, Ming = 31, ClassUnit = 3;

    // No school, and no quiet hours for a long time: no test depends on the day and the hour at which it runs.
    private static readonly DateTimeOffset SaturdayMorning = new(2026, 3, 7, 10, 0, 0, TimeSpan.FromHours(8));

    private readonly TestDatabase _place;
    private readonly Dictionary<string, string?> _values;
    private readonly TimeProvider _time;
    private readonly AcceleratedTime? _ownClock;
    private WebApplication _app;

    private Worker(SimulatorServer simulator, TestDatabase place, Dictionary<string, string?> values, TimeProvider time, AcceleratedTime? ownClock)
    {
        (Simulator, _place, _values, _time, _ownClock) = (simulator, place, values, time, ownClock);
        _app = Build();
    }

    public SimulatorServer Simulator { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Where health, metrics and the webhook are.</summary>
    public Uri Http => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public List<string> Log { get; } = [];

    /// <summary>The configuration it was made with.</summary>
    public IReadOnlyDictionary<string, string?> Values => _values;

    /// <summary>The worker has decided to stop.</summary>
    public bool HasEnded => Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested;

    public static async Task<Worker> Start(
        SendingLimits? limits = null, TimeProvider? time = null, bool start = true, SqlDialect engine = SqlDialect.Sqlite,
        params (string Key, string Value)[] settings)
    {
        var place = await TestDatabase.Empty(engine);
        var clock = time is null ? new AcceleratedTime(SaturdayMorning, speed: 1) : null;
        time ??= clock!;
        var options = new SimulatorOptions { Limits = limits ?? SendingLimits.Off, TimeProvider = time };
        var simulator = await SimulatorServer.StartAsync(options);
        simulator.World.AddBot(Token, "checkin_bot", "Check-in");
        simulator.World.AddUser(Parent, "丽", "王", "wangli", "zh-hans", "parent");
        simulator.World.AddUser(Teacher, "陈", languageCode: "zh-hans", role: "class teacher");
        var values = new Dictionary<string, string?>
        {
            ["Telegram:BotToken"] = Token,
            ["Telegram:BaseUrl"] = simulator.BaseUrl,
            ["Storage:Provider"] = engine.ToString(),
            ["Storage:ConnectionString"] = place.Options.ConnectionString,
            ["Http:Urls"] = "http://127.0.0.1:0",
        };
        foreach (var (key, value) in settings) values[key] = value;
        var worker = new Worker(simulator, place, values, time, clock);
        await worker.Seed();
        if (start) await worker.Begin();
        return worker;
    }

    /// <summary>Starts a worker that was made with <c>start: false</c>.</summary>
    public Task Begin() => _app.StartAsync();

    /// <summary>Ends the process's part of the worker and starts it anew on the same database.</summary>
    public async Task Restart(Func<Task>? meanwhile = null)
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (meanwhile is not null) await meanwhile();
        _app = Build();
        await _app.StartAsync();
    }

    /// <summary>What a query finds, as text.</summary>
    public async Task<string?> Ask(string sql)
    {
        await using var session = await _place.Database.OpenRead(default);
        return (await session.QuerySingleOrDefault<object>(sql, null, default) as IDictionary<string, object>)?.Values.FirstOrDefault()?.ToString();
    }

    /// <summary>Waits until a query finds that.</summary>
    public async Task WaitFor(string sql, string expected)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await Ask(sql) != expected)
        {
            if (limit.IsCancellationRequested)
                Assert.Fail($"{sql} is {await Ask(sql)} and never became {expected}; the log ends:\n{string.Join("\n", Log.TakeLast(20))}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
        }
    }

    public async Task Execute(string sql)
    {
        await using var session = await _place.Database.OpenWrite(default);
        await session.Execute(sql, null, default);
        await session.Commit(default);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Simulator.DisposeAsync();
        await _place.DisposeAsync();
        _ownClock?.Dispose();
    }

    private WebApplication Build() => CheckinHost.Build(
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(_values).Build()),
        time: _time,
        configure: builder => builder.Logging.ClearProviders().AddProvider(new ListLogger(Log)));

    private Task Seed() => Execute("""
        insert into unit (id, parent_id, name, path, kind, school_id, time_zone, language) values
            (1, null, '示范县', '示范县', 'area', null, 'Asia/Shanghai', 'zh-Hans'),
            (2, 1, '第一小学', '示范县/第一小学', 'school', 2, null, null),
            (3, 2, '1班', '示范县/第一小学/1班', 'class', 2, null, null);
        insert into unit_ancestor (unit_id, ancestor_id, distance) values (1, 1, 0), (2, 2, 0), (2, 1, 1), (3, 3, 0), (3, 2, 1), (3, 1, 2);
        insert into person (id, unit_id, role, name, number, expected) values
            (31, 3, 'student', '王小明', '1', true), (32, 3, 'student', '李华', '2', true), (33, 3, 'class_teacher', '陈老师', 'T1', true);
        insert into post (person_id, unit_id, role) values (31, 3, 'student'), (32, 3, 'student'), (33, 3, 'class_teacher');
        insert into account (user_id, language, first_seen_at) values
            (1001, 'zh-Hans', '2026-01-01T00:00:00.000Z'), (1002, 'zh-Hans', '2026-01-01T00:00:00.000Z');
        insert into link (user_id, person_id, kind, display_name, linked_at) values
            (1001, 31, 'guardian', '王丽', '2026-01-01T00:00:00.000Z'), (1002, 33, 'self', '陈', '2026-01-01T00:00:00.000Z');
        """);
}
