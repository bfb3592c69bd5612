using CheckinBot.Core.Conversations;
using CheckinBot.Files;
using CheckinBot.Metrics;
using CheckinBot.Telegram;
using CheckinBot.Telegram.Ephemeral;
using CheckinBot.Telegram.Rich;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace CheckinBot.Sending;

/// <summary>Makes the calls that were committed, many at once, as fast as Telegram's limits allow, and has what came of them written down.</summary>
internal sealed partial class Dispatcher : IDisposable
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(1);

    // As long as the questions of the card live; whether a press may still be answered in the group (15 s) is Telegram's to say.
    private static readonly TimeSpan ShownWithin = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly SendQueue _queue;
    private readonly ITelegramBotClient _bot;
    private readonly OutboxLog _log;
    private readonly PrivateInGroup _privateInGroup;
    private readonly RichMessageSupport _richMessages;
    private readonly CardBoard _cards;
    private readonly FileSender _files;
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
    private bool _stopping;

    public Dispatcher(
        ITelegramBotClient bot,
        OutboxLog log,
        PrivateInGroup privateInGroup,
        RichMessageSupport richMessages,
        CardBoard cards,
        FileSender files,
        SendLimits limits,
        int concurrentCalls,
        TimeProvider time,
        BotMetrics metrics,
        ILogger<Dispatcher> logger)
    {
        (_bot, _log, _privateInGroup, _richMessages, _cards, _files) = (bot, log, privateInGroup, richMessages, cards, files);
        (_concurrentCalls, _time, _metrics, _logger) = (concurrentCalls, time, metrics, logger);
        _queue = new SendQueue(limits);
        _start = time.GetTimestamp();
        _alarm = time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        metrics.ObserveOutbox(lane => Depth(lane));
    }

    /// <summary>Calls of a lane that wait or are in flight.</summary>
    public long Depth(Lane lane)
    {
        lock (_lock) return _queue.Counts[(int)lane];
    }

    /// <summary>Takes a call over. Returns at once: the writer is waiting.</summary>
    public void Add(PendingCall call)
    {
        lock (_lock)
        {
            if (_stopping) return;
            var now = Now();
            var wait = call.DueAt > call.CreatedAt ? call.DueAt - _time.GetUtcNow() : TimeSpan.Zero;
            _queue.Add(call, now + Math.Max(0, wait.Ticks), now);
        }

        if (Interlocked.Exchange(ref _pumpRequested, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(static dispatcher => dispatcher.Pump(), this, preferLocal: false);
    }

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
        while (Volatile.Read(ref _inFlight) > 0 && real.GetElapsedTime(begun) < forAnswers + forCalls) await Task.Delay(TimeSpan.FromMilliseconds(20), real);
        if (Volatile.Read(ref _inFlight) > 0) await _abort.CancelAsync();
        while (Volatile.Read(ref _inFlight) > 0) await Task.Delay(TimeSpan.FromMilliseconds(5), real);
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
            if (_stopping || _inFlight >= _concurrentCalls) return null;
            var now = Now();
            if (_queue.TryTake(now) is { } call)
            {
                _inFlight++;
                return call;
            }

            if (_queue.NextAt() is { } next) _alarm.Change(TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, next - now)), Timeout.InfiniteTimeSpan);
            return null;
        }
    }

    private async Task Make(PendingCall call)
    {
        _metrics.Waited(call.Lane, _time.GetUtcNow() - call.CreatedAt);
        CallOutcome outcome;
        try
        {
            outcome = call.Call.OnlyFor is { } receiver
                ? await Show(call, receiver)
                : new CallOutcome.Done(call.Call.File is { } file
                    ? await _files.Send(file, call.CreatedAt, _abort.Token)
                    : await MakeRichOrPlain(call));
        }
        catch (RequestException e)
        {
            outcome = CallOutcome.Of(e);
        }
        catch (OperationCanceledException)
        {
            // Stopped while in flight: nobody knows whether it arrived, so it stays in the outbox and is sent again.
            outcome = new CallOutcome.Failed("stopped");
        }
        catch (Exception e)
        {
            CallBroke(_logger, e, call.Id);
            outcome = new CallOutcome.Refused(e.GetType().Name);
        }

        _metrics.Called(outcome);
        Settle(call, outcome);
        Pump();
    }

    /// <summary>As a rich message where there is one and the server takes it, and otherwise as text: nothing is lost to its form.</summary>
    private async Task<int?> MakeRichOrPlain(PendingCall call)
    {
        // What failed as a rich message for whatever reason goes as text the next time.
        if (call.Call.Rich is null || call.Attempts > 0 || !_richMessages.MayTry) return await _bot.Make(call.ChatId, call.Call, _abort.Token);
        try
        {
            var id = await _bot.MakeRich(call.ChatId, call.Call, _abort.Token);
            _richMessages.Taken();
            return id;
        }
        catch (ApiRequestException e) when (RichMessages.MayBeUnknown(e))
        {
            // Only where the text gets through was it the form that was refused; otherwise the chat is at fault.
            var id = await _bot.Make(call.ChatId, call.Call, _abort.Token);
            _richMessages.Refused();
            return id;
        }
    }

    /// <summary>Shows it to one person in a group; whatever stands in the way of that is the private chat's turn.</summary>
    private async Task<CallOutcome> Show(PendingCall call, Core.Conversations.EphemeralReceiver receiver)
    {
        var groupId = call.Call.Send?.ChatId ?? call.Call.Edit!.ChatId;
        if (_privateInGroup.Works == false) return new CallOutcome.NotShown($"ephemeral messages: {EphemeralSupport.Absent}");
        if (!receiver.IsProof && _time.GetUtcNow() - call.CreatedAt > ShownWithin) return new CallOutcome.NotShown("too late");
        if (receiver.IsProof && !_privateInGroup.MayTry(groupId)) return new CallOutcome.NotShown("no need");
        try
        {
            var support = await _bot.Show(call.Call, _privateInGroup.IsProven(groupId), _abort.Token);
            if (_privateInGroup.Learn(groupId, support)) _cards.RefreshAll();
            return support == EphemeralSupport.Proven ? new CallOutcome.Shown() : new CallOutcome.NotShown($"ephemeral messages: {support}");
        }
        catch when (receiver.IsProof)
        {
            _privateInGroup.TrialFailed();
            throw;
        }
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
                case CallOutcome.Migrated(var newChatId):
                    _queue.Follow(call, newChatId, now);
                    break;
                default:
                    _queue.Finish(call, now);
                    break;
            }
        }

        _log.Add(call, outcome);
    }

    private void Slow(PendingCall call, long until, long now)
    {
        TooMany(_logger, call.Lane, TimeSpan.FromTicks(until - now).TotalSeconds);
        _queue.Slow(call.Lane, now);
        _queue.Retry(call, until, now);
        // Two chats at once: it is the bot that is too fast, not the chat.
        if (_lastTooMany.ChatId != call.ChatId && now - _lastTooMany.At < TimeSpan.TicksPerSecond) _queue.BlockAll(until);
        _lastTooMany = (call.ChatId, now);
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

    [LoggerMessage(LogLevel.Error, "Outbox row {Id} cannot be sent")]
    private static partial void CallBroke(ILogger logger, Exception exception, long id);
}
