using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Shown;
using CheckinBot.Demo.Families;
using CheckinBot.Demo.Guide;
using CheckinBot.Demo.History;
using CheckinBot.Demo.Population;
using CheckinBot.Hosting;
using CheckinBot.Sending;
using CheckinBot.Simulator;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Visits;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Demo;

/// <summary>The running demo: a simulated Telegram, the worker as in production, and the people of the county.</summary>
internal sealed class DemoSession : IAsyncDisposable
{
    /// <summary>Links and groups are made on the evening before; a class teacher hears of each guardian, one message a second.</summary>
    private const double EnrolmentSpeed = 120;

    private static readonly TimeOnly EnrolmentAt = new(19, 30);
    private static readonly TimeSpan EnrolmentPatience = TimeSpan.FromSeconds(60);

    private readonly DemoOptions _options;
    private readonly Switchboard _board;
    private readonly CancellationTokenSource _ending = new();
    private readonly List<Task> _tasks = [];
    private DayOfPeople? _people;

    private DemoSession(DemoOptions options, AcceleratedTime time, SchoolDaySchedule schedule, SchoolClock clock, SimulatorServer simulator)
    {
        (_options, Time, Schedule, Clock, Simulator) = (options, time, schedule, clock, simulator);
        _board = new Switchboard(simulator.World);
    }

    public AcceleratedTime Time { get; }

    public SchoolDaySchedule Schedule { get; }

    public SchoolClock Clock { get; }

    public SimulatorServer Simulator { get; }

    public World World => Simulator.World;

    public County County { get; } = CountyBuilder.Build();

    public Told Told { get; } = new();

    public IReadOnlyList<ClassGroup> Groups { get; private set; } = [];

    public WebApplication? Host { get; private set; }

    /// <summary>Starts everything and has everybody enrolled; the clock then stands at 06:20 of the school day.</summary>
    /// <exception cref="IOException">The address is in use.</exception>
    public static async Task<DemoSession> Start(DemoOptions options, CancellationToken cancellationToken)
    {
        var schedule = DemoSettings.For("http://127.0.0.1", options.Folder, options.Settings).Settings.SchoolDay.ToSchedule();
        var eve = new SchoolMorning(options.Day.AddDays(-1), schedule.TimeZone, TimeProvider.System);
        var time = new AcceleratedTime(eve.Instant(EnrolmentAt), EnrolmentSpeed);
        var clock = new SchoolClock(time, schedule, options.Day, options.Speed);
        DemoSession? session = null;
        var simulator = await SimulatorServer.StartAsync(
            new SimulatorOptions
            {
                Urls = options.Urls,
                TimeProvider = time,
                Clock = clock,
                Guide = () => session?.Guide ?? new DemoGuide(),
                VisitorActs = user => session?.TakeOver(user),
            },
            cancellationToken);
        session = new DemoSession(options, time, schedule, clock, simulator);
        try
        {
            await session.Prepare(cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets the day go by, and the days after it while the visitor lets the clock run.</summary>
    public void LetTheDayBegin()
    {
        _tasks.Add(Clock.Run(_ending.Token));
        _tasks.Add(LiveOn(_ending.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        foreach (var task in _tasks) await Task.WhenAny(task);
        if (Host is not null)
        {
            await Host.StopAsync(CancellationToken.None);
            await Host.DisposeAsync();
        }

        await Simulator.DisposeAsync();
        Time.Dispose();
        _ending.Dispose();
    }

    private void TakeOver(long userId)
    {
        _people?.TakeOver(userId);
        Clock.VisitorTalks();
    }

    private DemoGuide Guide => new Guidebook(County, Groups, Schedule.TimeZone.Id).Guide;

    private async Task Prepare(CancellationToken cancellationToken)
    {
        Cast.Enter(World, County);
        var (settings, configuration) = DemoSettings.For(Simulator.BaseUrl, _options.Folder, _options.Settings);
        var codes = await LivePast(settings, configuration, cancellationToken);
        Host = CheckinHost.Build(settings, configuration, Time, _options.Configure);
        _tasks.Add(_board.Run(_ending.Token));
        var answered = new Answered(
            World, [.. County.Staff.Select(s => s.Account.UserId), .. County.Households.SelectMany(h => h.Carers).Select(c => c.Account.UserId)]);
        await Host.StartAsync(cancellationToken);

        var enrolment = new Enrolment(World, County, codes);
        enrolment.LinkStaff();
        enrolment.LinkFamilies();
        Groups = enrolment.MakeGroups();
        enrolment.MakeSchoolGroups();
        await answered.All.WaitAsync(EnrolmentPatience, cancellationToken);
        await EverythingIsSent(cancellationToken);

        _people = new DayOfPeople(World, County, Groups, _board, Told, Schedule.TimeZone, Time);
        Time.Pause();
        Time.RushTo(new SchoolMorning(_options.Day, Schedule.TimeZone, Time).Instant(SchoolClock.Begins), within: TimeSpan.FromSeconds(0.5));
        while (Time.IsRushing) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
        Time.Speed = _options.Speed;
        Time.Resume();
    }

    /// <summary>The roster is imported before the first of the days that are made up; returns the invitation codes.</summary>
    private async Task<IReadOnlyDictionary<(string Unit, string Number), string>> LivePast(
        Settings settings, IConfigurationRoot configuration, CancellationToken cancellationToken)
    {
        var days = Fortnight.Before(_options.Day, Schedule.Calendar);
        var clock = new PastClock(Schedule.TimeZone.ToInstant(days[0].AddDays(-1), EnrolmentAt));
        var codes = await Registry.Enter(settings, RosterCsv.Of(County), _options.Folder, clock, cancellationToken);
        await using var fortnight = new Fortnight((settings, configuration), County, days, clock);
        await fortnight.Live(cancellationToken);
        return codes;
    }

    private async Task EverythingIsSent(CancellationToken cancellationToken)
    {
        var dispatcher = Host!.Services.GetRequiredService<Dispatcher>();
        while (Enum.GetValues<Lane>().Any(lane => dispatcher.Depth(lane) > 0))
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
    }

    private async Task LiveOn(CancellationToken cancellationToken)
    {
        for (DateOnly? day = _options.Day; day is { } today; day = Schedule.Calendar.Next(today))
        {
            await new SchoolMorning(today, Schedule.TimeZone, Time).Until(SchoolClock.Begins, cancellationToken);
            await _people!.Live(today, cancellationToken);
        }
    }
}
