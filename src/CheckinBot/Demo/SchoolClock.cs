using CheckinBot.Core.CheckIns;
using CheckinBot.Simulator.Visits;

namespace CheckinBot.Demo;

/// <summary>
/// The demo's clock as the page shows and turns it. By itself it walks through the morning, hurries over the lessons,
/// and stops at half past five; while a visitor talks it slows down, so that no question lapses before it is read.
/// Whoever lets it go on gets the next school day, which ends in the same way.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="schedule">The county's school day.</param>
/// <param name="day">The first day that is played.</param>
/// <param name="speed">Seconds of the morning in a real second.</param>
internal sealed class SchoolClock(AcceleratedTime time, SchoolDaySchedule schedule, DateOnly day, double speed) : IClockControls
{
    public static readonly TimeOnly Begins = new(6, 20);
    public static readonly TimeOnly Ends = new(17, 30);

    /// <summary>The day takes about three minutes: 140 s for the morning, 26 s for the lessons, 24 s for the end.</summary>
    public const double UsualSpeed = 88;

    private const double LessonsFactor = 11;

    /// <summary>A night takes about ten seconds.</summary>
    private const double NightFactor = 50;

    private const double TalkingSpeed = 10;
    private static readonly TimeOnly LessonsBegin = new(9, 45);
    private static readonly TimeOnly LessonsEnd = new(16, 57);
    private static readonly TimeSpan Talking = TimeSpan.FromSeconds(25);

    private readonly Lock _gate = new();
    private double _chosen = speed;
    private double _factor = 1;
    private bool _speedIsVisitors;
    private long? _talkedAt;
    private DateOnly? _ended;

    public DateTimeOffset Now => time.GetUtcNow();

    public double Speed => time.Speed;

    public bool Paused => time.IsPaused;

    public bool DayIsOver
    {
        get
        {
            lock (_gate) return time.IsPaused && schedule.DayOf(Now) == _ended;
        }
    }

    public void SetSpeed(double speed)
    {
        lock (_gate)
        {
            (_chosen, _factor, _talkedAt, _speedIsVisitors) = (speed, 1, null, true);
            Apply();
        }
    }

    public void Pause() => time.Pause();

    public void Resume() => time.Resume();

    /// <summary>
    /// Up to a second behind what happens next, so that it has happened on arrival, even where the clock stands. At the end of a
    /// day, where the clock stopped by itself, it goes on to the next day's card and lets the clock run.
    /// </summary>
    public void JumpToNextEvent()
    {
        if (NextToNotice(Now) is not { } next) return;
        if (DayIsOver) time.Resume();
        time.RushTo(next.AddSeconds(1));
    }

    /// <summary>When the next thing happens that somebody sees: a message that the schedule sends, or the end of the day.</summary>
    public DateTimeOffset? NextToNotice(DateTimeOffset after)
    {
        for (DateOnly? next = schedule.DayOf(after); next is { } date; next = schedule.Calendar.Next(date))
        {
            if (Noticed(date).Where(at => at > after).Cast<DateTimeOffset?>().FirstOrDefault() is { } found) return found;
        }

        return null;
    }

    /// <summary>A visitor has just said or pressed something.</summary>
    public void VisitorTalks()
    {
        lock (_gate)
        {
            _talkedAt = TimeProvider.System.GetTimestamp();
            Apply();
        }
    }

    /// <summary>Turns the clock through the days, and stops it at the end of each.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        while (await beat.WaitForNextTickAsync(cancellationToken)) Turn();
    }

    /// <summary>What the present time asks for.</summary>
    public void Turn()
    {
        var (today, now) = (schedule.DayOf(Now), schedule.TimeOf(Now));
        lock (_gate)
        {
            if (!_speedIsVisitors) _factor = FactorAt(today, now);
            var ends = schedule.TimeZone.ToInstant(today, Ends);
            if (time.StandsAt != ends && today >= day && schedule.Calendar.IsSchoolDay(today)) time.StandsAt = ends;
            Apply();
            if (now < Ends || today < day || today <= _ended || !schedule.Calendar.IsSchoolDay(today)) return;
            _ended = today;
            time.Pause();
        }
    }

    private double FactorAt(DateOnly today, TimeOnly now) =>
        !schedule.Calendar.IsSchoolDay(today) || now < Begins || now >= Ends ? NightFactor
        : now >= LessonsBegin && now < LessonsEnd ? LessonsFactor
        : 1;

    // The close of the day is silent, and there is one office above the schools: only the first step up reaches anybody.
    private IEnumerable<DateTimeOffset> Noticed(DateOnly date)
    {
        var events = schedule.EventsOf(date);
        if (events.Count == 0) return [];
        var up = events.FirstOrDefault(one => one.Kind == SchoolDayEventKind.EscalateUp);
        return events.Where(one => one.Kind != SchoolDayEventKind.Close && (one.Kind != SchoolDayEventKind.EscalateUp || one == up))
            .Select(one => one.At).Append(schedule.TimeZone.ToInstant(date, Ends)).Distinct().Order();
    }

    private void Apply()
    {
        var talking = _talkedAt is { } since && TimeProvider.System.GetElapsedTime(since) < Talking;
        var wanted = talking ? Math.Min(_chosen, TalkingSpeed) : _chosen * _factor;
        if (time.Speed != wanted && !time.IsRushing) time.Speed = wanted;
    }
}
