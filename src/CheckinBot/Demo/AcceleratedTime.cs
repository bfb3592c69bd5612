namespace CheckinBot.Demo;

/// <summary>
/// A clock that runs faster than the real one, can be stopped, and can rush to a given time without leaving out what is due
/// on the way. It is thread-safe.
/// </summary>
/// <remarks>
/// Two quantities move together: the wall clock (<see cref="GetUtcNow"/>) and the elapsed time (<see cref="GetTimestamp"/>
/// and all timers). They differ only while the clock is stopped: then the wall clock stands, and elapsed time goes on at the
/// real pace. Otherwise a bot that waits a second between two messages would never answer a visitor who has stopped the clock.
/// </remarks>
internal sealed partial class AcceleratedTime : TimeProvider, IDisposable
{
    /// <summary>The longest a rush to another time takes, in real time, however far it goes.</summary>
    private static readonly TimeSpan LongestRush = TimeSpan.FromSeconds(3);

    /// <summary>A rush is at least this much faster than the usual pace.</summary>
    private const double RushFactor = 4;

    private readonly Lock _gate = new();
    private readonly TimeProvider _real;
    private readonly PriorityQueue<Timer, TimeSpan> _timers = new();
    private readonly ITimer _wake;
    private volatile Leg _leg;
    private double _speed;
    private bool _paused;
    private DateTimeOffset? _standsAt;

    /// <param name="start">What the wall clock shows at first.</param>
    /// <param name="speed">Seconds of this clock in a real second; above 0.</param>
    /// <param name="real">The clock that drives this one.</param>
    public AcceleratedTime(DateTimeOffset start, double speed, TimeProvider? real = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        _real = real ?? System;
        _speed = speed;
        _leg = new Leg(_real.GetTimestamp(), start.ToUniversalTime(), TimeSpan.Zero, speed, Standing: false, Rushing: false, Next: null);
        _wake = _real.CreateTimer(_ => FireDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Seconds of this clock in a real second, when it is neither stopped nor rushing.</summary>
    public double Speed
    {
        get
        {
            lock (_gate) return _speed;
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            Change(() => _speed = value);
        }
    }

    /// <summary>Whether the wall clock stands.</summary>
    public bool IsPaused => LegAt(_real.GetTimestamp()).Standing;

    /// <summary>
    /// Where the wall clock stops by itself when it gets there at its usual pace, however late anybody looks; a rush goes past it.
    /// A time that has passed stops nothing.
    /// </summary>
    public DateTimeOffset? StandsAt
    {
        get
        {
            lock (_gate) return _standsAt;
        }

        set => Change(() => _standsAt = value);
    }

    /// <summary>Whether the clock is on its way to a time asked for by <see cref="RushTo"/>.</summary>
    public bool IsRushing => LegAt(_real.GetTimestamp()).Rushing;

    public void Pause() => Change(() => _paused = true);

    public void Resume() => Change(() => _paused = false);

    /// <summary>
    /// Lets the clock run to the time as fast as is sensible, every timer on the way going off, and then go on as before.
    /// A time that has passed changes nothing.
    /// </summary>
    /// <param name="target">Where to.</param>
    /// <param name="within">The longest that it may take, in real time; three seconds by default.</param>
    public void RushTo(DateTimeOffset target, TimeSpan? within = null)
    {
        lock (_gate)
        {
            var now = _real.GetTimestamp();
            var here = LegAt(now);
            var way = target - here.WallAt(now, _real);
            if (way <= TimeSpan.Zero) return;

            var pace = Math.Max(_speed * RushFactor, way / (within ?? LongestRush));
            var arrival = now + (long)(way.TotalSeconds / pace * _real.TimestampFrequency);
            var elapsed = here.ElapsedAt(now, _real);
            var after = Usual(arrival, target.ToUniversalTime(), elapsed + way);
            _leg = new Leg(now, target.ToUniversalTime() - way, elapsed, pace, Standing: false, Rushing: true, after);
            SetWake(now);
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        var now = _real.GetTimestamp();
        return LegAt(now).WallAt(now, _real);
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        var now = _real.GetTimestamp();
        return LegAt(now).ElapsedAt(now, _real).Ticks;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Dispose() => _wake.Dispose();

    private void Change(Action change)
    {
        lock (_gate)
        {
            var now = _real.GetTimestamp();
            var here = LegAt(now);
            _paused = here.Rushing ? _paused : here.Standing;
            change();
            _leg = Usual(now, here.WallAt(now, _real), here.ElapsedAt(now, _real));
            SetWake(now);
        }
    }

    private Leg Usual(long from, DateTimeOffset wall, TimeSpan elapsed)
    {
        if (_paused) return Stand(from, wall, elapsed);
        var way = _standsAt - wall;
        var stop = way > TimeSpan.Zero ? Stand(Arrival(way.Value), wall + way.Value, elapsed + way.Value) : null;
        return new(from, wall, elapsed, _speed, Standing: false, Rushing: false, stop);

        long Arrival(TimeSpan way) => from + (long)Math.Ceiling(way.TotalSeconds / _speed * _real.TimestampFrequency);
    }

    private static Leg Stand(long from, DateTimeOffset wall, TimeSpan elapsed) =>
        new(from, wall, elapsed, Pace: 1, Standing: true, Rushing: false, Next: null);

    private Leg LegAt(long realTimestamp)
    {
        var current = _leg;
        while (current.Next is { } next && realTimestamp >= next.From) current = next;
        return current;
    }

    /// <summary>A stretch of real time in which the clock keeps one pace.</summary>
    /// <param name="From">Real timestamp of the start.</param>
    /// <param name="Wall">The wall clock at the start.</param>
    /// <param name="Elapsed">The elapsed time at the start.</param>
    /// <param name="Pace">Elapsed seconds in a real second.</param>
    /// <param name="Standing">The wall clock does not move.</param>
    /// <param name="Rushing">It leads to a time that was asked for.</param>
    /// <param name="Next">What follows where this one ends.</param>
    private sealed record Leg(long From, DateTimeOffset Wall, TimeSpan Elapsed, double Pace, bool Standing, bool Rushing, Leg? Next)
    {
        public DateTimeOffset WallAt(long now, TimeProvider real) => Standing ? Wall : Wall + Passed(now, real);

        public TimeSpan ElapsedAt(long now, TimeProvider real) => Elapsed + Passed(now, real);

        private TimeSpan Passed(long now, TimeProvider real) => real.GetElapsedTime(From, Math.Max(From, now)) * Pace;
    }
}
