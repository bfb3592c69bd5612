namespace CheckinBot.Tests;

/// <summary>A clock that moves only when told to; timers go off in order while it moves.</summary>
internal sealed class ManualTime(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private TimeSpan set;
    private DateTimeOffset now = start ?? new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private TaskCompletionSource armed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now + set;
    }

    public override long GetTimestamp()
    {
        lock (gate) return now.UtcTicks;
    }

    /// <summary>Somebody sets the clock, or the machine slept: it shows another time, and no timer has come nearer.</summary>
    public void Set(TimeSpan by)
    {
        lock (gate) set += by;
    }

    /// <summary>Moves on, stopping at each timer that is due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        DateTimeOffset target;
        lock (gate) target = now + by;
        while (true)
        {
            Timer? next;
            lock (gate)
            {
                next = timers.Where(t => t.Due <= target).MinBy(t => t.Due);
                now = next is null ? target : next.Due > now ? next.Due : now;
                if (next is not null) timers.Remove(next);
            }

            if (next is null) return;
            next.Fire();
        }
    }

    /// <summary>
    /// Waits, in real time, until the code under test waits for this clock, and tells for how long it does: a test advances
    /// only after that, so it depends on no machine's speed.
    /// </summary>
    public async Task<TimeSpan> NextTimer()
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                if (timers.MinBy(t => t.Due) is { } next) return next.Due - now;
                if (armed.Task.IsCompleted) armed = new(TaskCreationOptions.RunContinuationsAsynchronously);
                change = armed.Task;
            }

            await change.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(ManualTime owner, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (owner.gate)
            {
                this.period = period;
                owner.timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = owner.now + dueTime;
                owner.timers.Add(this);
                owner.armed.TrySetResult();
                return true;
            }
        }

        public void Fire()
        {
            if (period > TimeSpan.Zero) Change(period, period);
            callback(state);
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
