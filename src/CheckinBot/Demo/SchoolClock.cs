using CheckinBot.Core.CheckIns;
using CheckinBot.Simulator.Visits;

namespace CheckinBot.Demo;

/// <summary>
/// The demo's clock as the page shows and turns it. By itself it walks through the morning, hurries over the lessons,
/// and stops at half past five; while a visitor talks it slows down, so that no question lapses before it is read.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="schedule">The county's school day.</param>
/// <param name="day">The day that is played.</param>
/// <param name="speed">Seconds of the morning in a real second.</param>
internal sealed class SchoolClock(AcceleratedTime time, SchoolDaySchedule schedule, DateOnly day, double speed) : IClockControls
{
    public static readonly TimeOnly Begins = new(6, 20);
    public static readonly TimeOnly Ends = new(17, 30);

    /// <summary>The day takes about three minutes: 140 s for the morning, 26 s for the lessons, 24 s for the end.</summary>
    public const double UsualSpeed = 88;

    private const double LessonsFactor = 11;
    private const double TalkingSpeed = 10;
    private static readonly TimeOnly LessonsBegin = new(9, 45);
    private static readonly TimeOnly LessonsEnd = new(16, 57);
    private static readonly TimeSpan Talking = TimeSpan.FromSeconds(25);

    private readonly Lock _gate = new();
    private double _chosen = speed;
    private double _factor = 1;
    private bool _speedIsVisitors;
    private long? _talkedAt;

    public DateTimeOffset Now => time.GetUtcNow();

    public double Speed => time.Speed;

    public bool Paused => time.IsPaused;

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

    /// <summary>Up to a second behind the event, so that it has happened on arrival, even where the clock stands.</summary>
    public void JumpToNextEvent()
    {
        if (schedule.NextEvent(Now) is { } next) time.RushTo(next.At.AddSeconds(1));
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

    /// <summary>Turns the clock through the day until its end, where it stops.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        var ended = false;
        while (!ended && await beat.WaitForNextTickAsync(cancellationToken))
        {
            var now = schedule.TimeOf(Now);
            lock (_gate)
            {
                if (!_speedIsVisitors) _factor = now >= LessonsBegin && now < LessonsEnd ? LessonsFactor : 1;
                Apply();
            }

            ended = schedule.DayOf(Now) > day || now >= Ends;
        }

        if (schedule.DayOf(Now) == day) time.Pause();
    }

    private void Apply()
    {
        var talking = _talkedAt is { } since && TimeProvider.System.GetElapsedTime(since) < Talking;
        var wanted = talking ? Math.Min(_chosen, TalkingSpeed) : _chosen * _factor;
        if (time.Speed != wanted && !time.IsRushing) time.Speed = wanted;
    }
}
