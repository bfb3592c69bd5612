using CheckinBot.Alerts;
using CheckinBot.Cards;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Demo;
using CheckinBot.Demo.Guide;
using CheckinBot.Hosting;
using CheckinBot.Jobs;
using CheckinBot.Requests;
using CheckinBot.Sending;
using CheckinBot.Signatures;
using CheckinBot.Simulator;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.EndToEnd;

/// <summary>
/// The worker as in production, on a simulated Telegram, with a school of a few people whose names the transcripts use.
/// The clock stands where a test puts it; what is short (send limits, waits) goes on at the real pace.
/// </summary>
internal sealed partial class SmallSchool : IAsyncDisposable
{
    public static readonly DateOnly Day = new(2026, 3, 2);

    private readonly string _folder = Directory.CreateTempSubdirectory("checkinbot-e2e-").FullName;
    private readonly List<(string Key, string Value)> _configuration =
    [
        ("Telegram:MessagesPerSecondPerChat", "1000"), ("Telegram:MessagesPerMinutePerGroup", "1000"), ("Telegram:MessagesPerSecond", "1000"),
        ("Telegram:CardEditSeconds", "0"),
    ];

    private readonly SchoolDaySchedule _schedule = new()
    {
        Slots = [new() { EscalateAt = new TimeOnly(9, 0) }],
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
    };

    private readonly Language _language;
    private readonly RunLog _log = new();

    private SmallSchool(Language language) => _language = language;

    public AcceleratedTime Time { get; } = new(Instant(Day.AddDays(-1), new TimeOnly(19, 30)), speed: 1);

    public SimulatorServer Simulator { get; private set; } = null!;

    public World World => Simulator.World;

    public WebApplication Host { get; private set; } = null!;

    public SimChat Group { get; private set; } = null!;

    /// <summary>Everybody is linked and the group of class 1 bound; the clock stands at the time given.</summary>
    public static async Task<SmallSchool> Open(
        Language language,
        TimeOnly at,
        IEnumerable<(string Key, string Value)>? settings = null,
        bool ephemeral = true,
        bool administrator = true,
        bool rich = false)
    {
        var school = new SmallSchool(language);
        school._configuration.AddRange(settings ?? []);
        school.Time.Pause();
        school.Simulator = await SimulatorServer.StartAsync(
            new SimulatorOptions { TimeProvider = school.Time, Limits = SendingLimits.Off, EphemeralSupported = ephemeral, RichSupported = rich });
        school.World.AddBot(Cast.BotToken, Cast.BotUserName, "bot");
        await school.Enter();
        await school.StartHost();
        await school.Enrol(administrator);
        await school.MoveTo(at);
        return school;
    }

    /// <summary>What a table holds, read beside the worker.</summary>
    public async Task<long> Count(string sql)
    {
        await using var session = await Host.Services.GetRequiredService<Storage.Engine.Database>().OpenRead(CancellationToken.None);
        return await session.QuerySingle<long>(sql, null, CancellationToken.None);
    }

    public async Task StartHost(Action<WebApplicationBuilder>? configure = null)
    {
        var (settings, values) = DemoSettings.For(Simulator.BaseUrl, _folder, _configuration);
        Host = CheckinHost.Build(settings, values, Time, builder =>
        {
            _log.Listen(builder);
            configure?.Invoke(builder);
        });
        await Host.StartAsync();
    }

    /// <summary>Stops the worker as SIGTERM does. <see cref="StartHost"/> starts another one on the same database.</summary>
    public async Task StopHost()
    {
        await Host.StopAsync();
        await Host.DisposeAsync();
    }

    /// <summary>Lets the clock run to a time of the day. Each event on the way happens and settles before the clock goes on.</summary>
    public async Task MoveTo(TimeOnly at)
    {
        var end = Instant(Day, at);
        while (_schedule.NextEvent(Time.GetUtcNow()) is { } next && next.At < end) await MoveTo(next.At.AddSeconds(1));
        await MoveTo(end);
    }

    /// <summary>The same while no worker runs.</summary>
    public Task MoveClockTo(TimeOnly at) => MoveClockTo(Instant(Day, at));

    /// <summary>Waits until every update is taken, everything that was said to be sent is sent, and every card is up to date.</summary>
    public async Task Settle()
    {
        var cards = Host.Services.GetRequiredService<CardBoard>();
        var digests = Host.Services.GetRequiredService<DigestRequests>();
        var (alerts, rounds) = (Host.Services.GetRequiredService<AlertBoard>(), Host.Services.GetRequiredService<AlertRounds>());
        var cases = Host.Services.GetRequiredService<CaseRequests>();
        var signatures = Host.Services.GetRequiredService<SignOffWatch>();
        var quiet = 0;
        var patience = NewPatience();
        while (quiet < 3)
        {
            var busy = Simulator.PendingUpdates > 0 || digests.Open > 0 || cases.Open > 0 || !signatures.IsSettled || Unsent > 0;
            if (!alerts.IsSettled)
            {
                // Looked after by the clock, which stands still here: what was told counts as settled.
                await rounds.Run(Time.GetUtcNow() + AlertBoard.Settles, CancellationToken.None);
                busy = true;
            }

            quiet = busy || !cards.IsSettled ? 0 : quiet + 1;

            // Cards are looked after once a second.
            if (!busy && !cards.IsSettled && !Time.IsRushing) Time.RushTo(Time.GetUtcNow().AddSeconds(1), within: TimeSpan.FromMilliseconds(5));
            await patience.Pause();
        }
    }

    /// <summary>Waits, settling, until it is so.</summary>
    public async Task Until(Func<bool> isSo)
    {
        var patience = NewPatience();
        while (!isSo())
        {
            await patience.Pause();
            await Settle();
        }
    }

    private long Unsent
    {
        get
        {
            var dispatcher = Host.Services.GetRequiredService<Dispatcher>();
            return Enum.GetValues<Core.Shown.Lane>().Sum(lane => (long)dispatcher.Depth(lane));
        }
    }

    // Not the clock: it is pushed on while cards wait.
    private Patience NewPatience() => new(() => (World.LastSequence, Updates: Simulator.PendingUpdates, Unsent));

    public async ValueTask DisposeAsync()
    {
        await StopHost();
        _log.HoldsNothingOf(World);
        await Simulator.DisposeAsync();
        Time.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task MoveTo(DateTimeOffset instant)
    {
        await MoveClockTo(instant);

        // The trigger of an event goes off by itself, a moment later; asking for it once more does nothing but wait for it.
        await Host.Services.GetRequiredService<SchoolDayRuns>().CatchUp(CancellationToken.None);
        await Host.Services.GetRequiredService<AlertRounds>().Run(CancellationToken.None);
        await Settle();
    }

    private async Task MoveClockTo(DateTimeOffset instant)
    {
        Time.RushTo(instant, within: TimeSpan.FromMilliseconds(50));
        while (Time.IsRushing) await Task.Delay(5);
    }

    /// <summary>What the bot wrote to somebody in private, oldest first.</summary>
    public IReadOnlyList<string> WrittenTo(string account)
    {
        var chat = World.PrivateChat(User(account));
        lock (World.Gate)
        {
            var fromBot = chat.Before(User(account), int.MaxValue, limit: 1000).Where(message => message is { FromBot: true, Media: null });
            return [.. fromBot.Select(message => message.Text!)];
        }
    }

    /// <summary>What the bot wrote into the class's group, oldest first.</summary>
    public IReadOnlyList<string> WrittenInGroup()
    {
        return [.. SeenInGroup("陈老师").Select(message => message.Text!)];
    }

    /// <summary>What somebody sees of the bot in the class's group, oldest first.</summary>
    public IReadOnlyList<SimMessage> SeenInGroup(string account)
    {
        lock (World.Gate) return [.. Group.Before(User(account), int.MaxValue, limit: 1000).Where(message => message.FromBot)];
    }

    private static DateTimeOffset Instant(DateOnly day, TimeOnly at) => new(day.ToDateTime(at), TimeSpan.FromHours(8));
}
