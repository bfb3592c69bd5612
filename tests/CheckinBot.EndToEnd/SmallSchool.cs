using System.Collections.Concurrent;
using CheckinBot.Alerts;
using CheckinBot.Cards;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Demo;
using CheckinBot.Demo.Guide;
using CheckinBot.Demo.Population;
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
internal sealed class SmallSchool : IAsyncDisposable
{
    public static readonly DateOnly Day = new(2026, 3, 2);
    private const string Class1 = "示范县/第一小学/三年级/1班";
    private const string Class2 = "示范县/第一小学/三年级/2班";

    /// <summary>Unit, role, name, number; and the account of those who have one, with its title on Telegram.</summary>
    private static readonly (string Unit, Role Role, string Name, string Number, string? Account)[] Roster =
    [
        ("示范县", Role.Official, "程燕妮", "G01", "程科长"),
        ("示范县/第一小学", Role.SchoolOfficer, "高志红", "P01", "高校长"),
        (Class1, Role.ClassTeacher, "陈艳丽", "P11", "陈老师"),
        (Class2, Role.ClassTeacher, "贾文静", "P12", "贾老师"),
        (Class1, Role.Student, "王小明", "3101", null),
        (Class1, Role.Student, "李雷", "3102", null),
        (Class1, Role.Student, "韩梅梅", "3103", null),
        (Class1, Role.Student, "周双双", "3104", null),
        (Class2, Role.Student, "周全全", "3201", null),
        (Class2, Role.Student, "欧阳晴", "3202", null),
    ];

    private static readonly (string Account, string[] Children)[] Guardians =
    [
        ("小明妈妈", ["王小明"]), ("小明爸爸", ["王小明"]), ("李雷爸爸", ["李雷"]), ("梅梅奶奶", ["韩梅梅"]),
        ("双双妈妈", ["周双双", "周全全"]), ("新家长", []),
    ];

    private readonly ConcurrentDictionary<string, long> _users = [];
    private readonly Dictionary<string, (string Unit, string Number)> _entered = [];
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
    private IReadOnlyDictionary<(string Unit, string Number), string> _codes = new Dictionary<(string, string), string>();

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

    /// <summary>The Telegram user of a name used in transcripts.</summary>
    public long User(string account) =>
        _users.TryGetValue(account, out var id) ? id : throw new ArgumentException($"Nobody is called {account}: {string.Join(", ", _users.Keys)}");

    /// <summary>The invitation code of somebody in the roster.</summary>
    public string CodeOf(string name)
    {
        var person = _entered.TryGetValue(name, out var later) ? later : PlaceOf(name);
        return _codes[person];
    }

    /// <summary>The school office hands in a roster with one pupil more.</summary>
    public async Task Enters(string unit, string name, string number, string birthDate, string dormitory)
    {
        var csv = $"unit,role,name,number,locale,birth_date,dormitory\n{unit},student,{name},{number},{_language.ToTag()},{birthDate},{dormitory}\n";
        var (settings, _) = DemoSettings.For(Simulator.BaseUrl, _folder, _configuration);
        _codes = await Registry.Enter(settings, csv, _folder, Time, CancellationToken.None);
        _entered[name] = (unit, number);
    }

    /// <summary>The school office moves a pupil to another class, by another process; the worker tells of it.</summary>
    public async Task Moves(string name, string unit)
    {
        await using (var session = await Host.Services.GetRequiredService<Storage.Engine.Database>().OpenWrite(CancellationToken.None))
        {
            var units = new Storage.Organisation.UnitStore(session);
            var (was, number) = PlaceOf(name);
            var from = await units.FindByPath(was, CancellationToken.None);
            var to = await units.FindByPath(unit, CancellationToken.None);
            await new Rosters.Transfers(session, Time).Move(number, from!, to!, null, null, _schedule.TimeZone, CancellationToken.None);
            await session.Commit(CancellationToken.None);
        }

        await Host.Services.GetRequiredService<Rosters.TransferNotices>().Tell(CancellationToken.None);
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
        Host = CheckinHost.Build(settings, values, Time, configure);
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

    private async Task Enter()
    {
        long id = 1000;
        foreach (var account in Roster.Select(person => person.Account).OfType<string>().Concat(Guardians.Select(guardian => guardian.Account)))
            _users[account] = World.AddUser(++id, account, languageCode: _language.ToTag().ToLowerInvariant()).Id;
        var lines = Roster.Select(person => new RosterLine(person.Unit, person.Role, person.Name, person.Number, _language));
        var (settings, _) = DemoSettings.For(Simulator.BaseUrl, _folder, _configuration);
        _codes = await Registry.Enter(settings, RosterCsv.Of(lines), _folder, Time, CancellationToken.None);
    }

    private async Task Enrol(bool administrator)
    {
        foreach (var member in Roster.Where(person => person.Account is not null)) World.Start(User(member.Account!), CodeOf(member.Name));
        foreach (var (account, children) in Guardians)
        {
            foreach (var child in children) World.Start(User(account), CodeOf(child));
        }

        await Settle();
        var teacher = User("陈老师");
        Group = World.AddGroup("三1班家长群", Guardians.Where(g => g.Children.Length > 0).Select(g => User(g.Account)), [teacher], supergroup: true);
        World.AddMember(Group.Id, World.Bots.Single().Id, teacher);
        if (administrator) World.SetAdministrator(Group.Id, World.Bots.Single().Id, teacher);
        World.SendText(teacher, Group.Id, $"/bind@{Cast.BotUserName}");
        await Settle();
    }

    private static (string Unit, string Number) PlaceOf(string name) =>
        Roster.Where(person => person.Name == name).Select(person => (person.Unit, person.Number)).First();

    private static DateTimeOffset Instant(DateOnly day, TimeOnly at) => new(day.ToDateTime(at), TimeSpan.FromHours(8));
}
