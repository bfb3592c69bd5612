namespace CheckinBot.Demo;

/// <summary>Timers on elapsed time: one real timer wakes up for the earliest of them.</summary>
internal sealed partial class AcceleratedTime
{
    /// <summary>Real timers are no finer than this.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private void Schedule(Timer timer)
    {
        _timers.Enqueue(timer, timer.Due);
        SetWake(_real.GetTimestamp());
    }

    private void SetWake(long now)
    {
        while (_timers.TryPeek(out var timer, out var due) && timer.Due != due) _timers.Dequeue();
        if (!_timers.TryPeek(out _, out var first))
        {
            return;
        }

        // During a rush the wait is computed with the pace of the rush; if the rush ends earlier, the next wake-up corrects it.
        var here = LegAt(now);
        var wait = (first - here.ElapsedAt(now, _real)) / here.Pace;
        _wake.Change(Clamp(wait), Timeout.InfiniteTimeSpan);
    }

    private void FireDue()
    {
        lock (_gate)
        {
            var now = _real.GetTimestamp();
            var elapsed = LegAt(now).ElapsedAt(now, _real);
            while (_timers.TryPeek(out var timer, out var due) && due <= elapsed)
            {
                _timers.Dequeue();
                if (timer.Due == due) timer.Fire(elapsed);
            }

            SetWake(now);
        }
    }

    private static TimeSpan Clamp(TimeSpan wait) => wait < ShortestWait ? ShortestWait : wait > LongestWait ? LongestWait : wait;

    private sealed class Timer(AcceleratedTime owner, TimerCallback callback, object? state) : ITimer
    {
        private static readonly TimeSpan Never = TimeSpan.MaxValue;
        private readonly ExecutionContext? _context = ExecutionContext.Capture();
        private TimeSpan _period = Timeout.InfiniteTimeSpan;
        private bool _disposed;

        /// <summary>When it goes off, in elapsed time; entries of the queue with another value are out of date.</summary>
        public TimeSpan Due { get; private set; } = Never;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (owner._gate)
            {
                if (_disposed) return false;
                _period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
                Due = Never;
                if (dueTime == Timeout.InfiniteTimeSpan) return true;

                var now = owner._real.GetTimestamp();
                Due = owner.LegAt(now).ElapsedAt(now, owner._real) + dueTime;
                owner.Schedule(this);
                return true;
            }
        }

        /// <summary>Called under the lock; the callback itself runs on the thread pool, as with the system's timers.</summary>
        public void Fire(TimeSpan elapsed)
        {
            Due = Never;
            if (_period != Timeout.InfiniteTimeSpan)
            {
                // Periods that a fast clock has overtaken go off once, as with the system's timers under load.
                Due = elapsed + _period;
                owner._timers.Enqueue(this, Due);
            }

            ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Call(), this, preferLocal: false);
        }

        public void Dispose()
        {
            lock (owner._gate)
            {
                _disposed = true;
                Due = Never;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Call()
        {
            if (_context is null)
            {
                callback(state);
            }
            else
            {
                ExecutionContext.Run(_context, new ContextCallback(callback), state);
            }
        }
    }
}
