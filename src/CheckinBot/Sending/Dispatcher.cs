using CheckinBot.Configuration;
using CheckinBot.Core.Shown;
using CheckinBot.Metrics;
using CheckinBot.Telegram;
using CheckinBot.Workers;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Sending;

/// <summary>
/// Has the calls that were committed made, many at once and as fast as Telegram's limits allow. Decides when each is made and
/// whether it is made again; what came of it is written down.
/// </summary>
internal sealed partial class Dispatcher : IDisposable
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestForALane = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SaidAgain = TimeSpan.FromMinutes(1);
    private const int MostUnreadable = 3;
    private static readonly TimeSpan ForAborted = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly SendQueue _queue;
    private readonly CallMaker _maker;
    private readonly OutboxLog _log;
    private readonly WorkerIdentity _worker;
    private readonly HashSet<long> _known = [];
    private readonly HashSet<long> _revoked = [];
    private readonly int _concurrentCalls;
    private readonly TimeProvider _time;
    private readonly BotMetrics _metrics;
    private readonly ILogger<Dispatcher> _logger;
    private readonly ITimer _alarm;
    private readonly long _start;
    private readonly CancellationTokenSource _abort = new();
    private int _pumpRequested;
    private int _inFlight;
    private int _failuresInARow;
    private (long ChatId, long At) _lastTooMany;
    private readonly long?[] _saidTooMany = new long?[SendQueue.LaneCount];
    private bool _stopping;

    public Dispatcher(
        CallMaker maker, OutboxLog log, WorkerIdentity worker, TelegramOptions options, TimeProvider time, BotMetrics metrics, ILogger<Dispatcher> logger)
    {
        (_maker, _log, _worker, _time, _metrics, _logger) = (maker, log, worker, time, metrics, logger);
        _concurrentCalls = options.ConcurrentCalls;
        _queue = new SendQueue(SendLimits.From(options));
        _start = time.GetTimestamp();
        _alarm = time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        metrics.ObserveOutbox(Depth, Ages);
    }

    /// <summary>Calls of a lane that wait or are in flight.</summary>
    public long Depth(Lane lane)
    {
        lock (_lock) return _queue.Counts[(int)lane];
    }

    // By lane: how long the oldest call that is due has waited; zero where none waits.
    private List<TimeSpan> Ages()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            return [.. _queue.OldestWaiting().Select(since => since is { } created && created < now ? now - created : TimeSpan.Zero)];
        }
    }

    /// <summary>Takes a call over. Returns at once: the writer is waiting.</summary>
    public void Add(PendingCall call)
    {
        lock (_lock)
        {
            if (_stopping) return;
            if (call.Id != 0) _known.Add(call.Id);
            var now = Now();
            var wait = call.DueAt > call.CreatedAt ? call.DueAt - _time.GetUtcNow() : TimeSpan.Zero;
            _queue.Add(call, now + Math.Max(0, wait.Ticks), now);
        }

        if (Interlocked.Exchange(ref _pumpRequested, 1) != 0) return;
        ThreadPool.UnsafeQueueUserWorkItem(static dispatcher => dispatcher.Pump(), this, preferLocal: false);
    }

    /// <summary>The call of a row waits here, is in flight, or was made and is not written down yet.</summary>
    public bool Knows(long id)
    {
        lock (_lock) return _known.Contains(id) || _log.Holds(id);
    }

    /// <summary>All but these were taken over by another worker: they are not made here.</summary>
    public void KeepOnly(IReadOnlySet<long> ids)
    {
        lock (_lock)
        {
            foreach (var id in _known.Where(id => !ids.Contains(id))) _revoked.Add(id);
        }
    }

    /// <summary>Looks whether there is something to be made.</summary>
    public void GoOn() => Pump();

    /// <summary>A group became a supergroup: what waits for it goes there.</summary>
    public void Move(long fromChatId, long toChatId)
    {
        lock (_lock) _queue.Move(fromChatId, toChatId, Now());
        Pump();
    }

    /// <summary>Finishes the answers that wait and what is in flight, and takes nothing new. What remains stays in the outbox.</summary>
    public async Task Stop(TimeSpan forAnswers, TimeSpan forCalls)
    {
        // In real time, whatever clock the school has: who stops the program waits on a wall clock, and a demo's may stand still.
        var real = TimeProvider.System;
        var begun = real.GetTimestamp();
        while (Depth(Lane.Answers) > 0 && real.GetElapsedTime(begun) < forAnswers) await Task.Delay(TimeSpan.FromMilliseconds(20), real);
        lock (_lock) _stopping = true;
        await UntilNoneIsInFlight(forAnswers + forCalls - real.GetElapsedTime(begun));
        if (Volatile.Read(ref _inFlight) == 0) return;
        await _abort.CancelAsync();
        // A call that does not even heed this must not keep the program from ending.
        await UntilNoneIsInFlight(ForAborted);
    }

    private async Task UntilNoneIsInFlight(TimeSpan atMost)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (Volatile.Read(ref _inFlight) > 0 && TimeProvider.System.GetElapsedTime(begun) < atMost)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
    }

    public void Dispose()
    {
        _alarm.Dispose();
        _abort.Dispose();
    }

    private void Pump()
    {
        Volatile.Write(ref _pumpRequested, 0);
        while (Take() is { } call) _ = Make(call);
    }

    private PendingCall? Take()
    {
        lock (_lock)
        {
            if (_stopping || _inFlight >= _concurrentCalls || !_worker.IsHeld) return null;
            var now = Now();
            while (_queue.TryTake(now) is { } call)
            {
                if (_revoked.Remove(call.Id))
                {
                    _known.Remove(call.Id);
                    _queue.Finish(call, now);
                    continue;
                }

                _inFlight++;
                return call;
            }

            if (_queue.NextAt() is { } next)
                _alarm.Change(TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, next - now)), Timeout.InfiniteTimeSpan);
            return null;
        }
    }

    private async Task Make(PendingCall call)
    {
        _metrics.Waited(call.Lane, _time.GetUtcNow() - call.CreatedAt);
        var outcome = await _maker.Make(call, _abort.Token);
        _metrics.Called(call.Lane, outcome);
        Settle(call, outcome);
        Pump();
    }

    private void Settle(PendingCall call, CallOutcome outcome)
    {
        lock (_lock)
        {
            _inFlight--;
            var now = Now();
            if (outcome is not CallOutcome.Failed) _failuresInARow = 0;
            switch (outcome)
            {
                case CallOutcome.TooMany(var wait):
                    Slow(call, now + wait.Ticks, now);
                    return;
                case CallOutcome.Failed(var reason):
                    BackOff(call, reason, now);
                    return;
                case CallOutcome.Unreadable(var reason) when call.UnreadableAnswers + 1 < MostUnreadable:
                    RetryUnread(call, reason, now);
                    return;
                case CallOutcome.Migrated(var newChatId):
                    _queue.Follow(call, newChatId, now);
                    break;
                default:
                    _queue.Finish(call, now);
                    // Before it is unknown here, so that it is known at one of the two places at any time.
                    _log.Add(call, outcome);
                    _known.Remove(call.Id);
                    return;
            }
        }

        _log.Add(call, outcome);
    }

    private void Slow(PendingCall call, long until, long now)
    {
        SayTooMany(call, until, now);
        _queue.Slow(call.Lane, now);
        _queue.Retry(call with { WasRefused = true }, until, now);
        // Two chats at once: it is the bot that is too fast, not the chat. Each waits as long as it was told; the others of the lane only
        // as long as a bot is ever told to wait for its own pace.
        if (_lastTooMany.ChatId != call.ChatId && now - _lastTooMany.At < TimeSpan.TicksPerSecond)
            _queue.Hold(call.Lane, Math.Min(until, now + LongestForALane.Ticks));
        _lastTooMany = (call.ChatId, now);
    }

    // Once for a call, and of a lane that is slowed as a whole once a minute.
    private void SayTooMany(PendingCall call, long until, long now)
    {
        if (call.WasRefused || (_saidTooMany[(int)call.Lane] is { } said && now - said < SaidAgain.Ticks)) return;
        _saidTooMany[(int)call.Lane] = now;
        TooMany(_logger, call.Lane, TimeSpan.FromTicks(until - now).TotalSeconds);
    }

    private void BackOff(PendingCall call, string reason, long now)
    {
        _failuresInARow++;
        var wait = Retry(call.Attempts);
        if (call.Attempts == 0) Failed(_logger, call.Lane, reason, wait.TotalSeconds);
        _queue.Retry(call with { Attempts = call.Attempts + 1 }, now + wait.Ticks, now);
        // The server is away: trying every chat in turn would only make it worse.
        if (_failuresInARow > 10) _queue.BlockAll(now + Retry(_failuresInARow / 10).Ticks);
    }

    // It may have arrived, so it is made a few times and no more. The server is well: only the chat waits.
    private void RetryUnread(PendingCall call, string reason, long now)
    {
        var wait = Retry(call.UnreadableAnswers);
        if (call.UnreadableAnswers == 0) Failed(_logger, call.Lane, reason, wait.TotalSeconds);
        _queue.Retry(call with { UnreadableAnswers = call.UnreadableAnswers + 1 }, now + wait.Ticks, now);
    }

    private static TimeSpan Retry(int failures)
    {
        var wait = FirstRetry * Math.Pow(2, Math.Min(failures, 10));
        return (wait < LongestRetry ? wait : LongestRetry) * (0.9 + (0.2 * Random.Shared.NextDouble()));
    }

    // Elapsed time, not the wall clock: that one may be set back, and in the demo it can be stopped.
    private long Now() => _time.GetElapsedTime(_start).Ticks;

    [LoggerMessage(LogLevel.Warning, "Telegram asks to slow down: lane {Lane} waits {Seconds:0.#} s")]
    private static partial void TooMany(ILogger logger, Lane lane, double seconds);

    [LoggerMessage(LogLevel.Warning, "A call of lane {Lane} failed ({Reason}); again in {Seconds:0.#} s")]
    private static partial void Failed(ILogger logger, Lane lane, string reason, double seconds);
}
