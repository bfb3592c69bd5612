using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram.Polling;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Background;

/// <summary>
/// The one way in which work that nobody waits for is tried again: at first after a second, then ever less often, at least once in half a
/// minute. A fault is said when it begins and when it is over. What has not gone well for a minute is told by <c>/readyz</c> and <c>doctor</c>.
/// </summary>
internal sealed partial class BackgroundWork(TimeProvider time, ILogger<BackgroundWork> logger)
{
    /// <summary>What fails for as long is told to the operator.</summary>
    public static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Failing> _failing = [];

    /// <summary>What is due is tried at least so often, where nothing else is said.</summary>
    private static readonly TimeSpan AtLeastEvery = TimeSpan.FromMinutes(5);

    /// <summary>Does a piece of work, unless it has failed and its pause is not over.</summary>
    /// <param name="name">What it is, for the operator; holds no name of a person. Each work has its own: pauses are kept by it.</param>
    /// <param name="act">The work.</param>
    /// <param name="cancellationToken">Ends it without a fault.</param>
    /// <param name="every">How often it is tried at least while it is due, five minutes otherwise: what is not is due no more, and is not told of.</param>
    /// <returns>Whether it was done.</returns>
    public async Task<bool> Try(string name, Func<Task> act, CancellationToken cancellationToken, TimeSpan? every = null)
    {
        var before = _failing.GetValueOrDefault(name);
        if (before?.IsDue(time) == false) before = null;
        if (before is not null && !before.IsOver(time)) return false;
        try
        {
            await act();
            if (_failing.TryRemove(name, out var over)) WellAgain(logger, name, over.Times);
            return true;
        }
        catch (Exception fault) when (cancellationToken.IsCancellationRequested && fault is not OperationCanceledException)
        {
            // What it needs has stopped before it: the next start does it.
            return false;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            var times = (before?.Times ?? 0) + 1;
            var pause = BackOff.Delay(times, Random.Shared.NextDouble());
            var reason = ReasonOf(fault);
            _failing[name] = new Failing(before?.Since ?? time.GetUtcNow(), before?.Began ?? time.GetTimestamp(), time.GetTimestamp(), times, pause, reason)
            {
                ReallyAt = TimeProvider.System.GetTimestamp(),
                DueFor = 2 * (every ?? AtLeastEvery),
            };
            if (before?.Reason != reason) Failed(logger, name, reason, pause.TotalSeconds);
            return false;
        }
    }

    /// <summary>A work is due no more: nothing is said of it.</summary>
    public void Forget(string name) => _failing.TryRemove(name, out _);

    /// <summary>Does a piece of work again and again until it is stopped.</summary>
    public async Task Repeat(string name, TimeSpan every, Func<Task> act, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(every, time);
        do await Try(name, act, cancellationToken);
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>A line for each work that is due and has not gone well for a minute.</summary>
    public IEnumerable<string> Lines() => _failing
        .Where(one => time.GetElapsedTime(one.Value.Began) >= Tolerated && one.Value.IsDue(time))
        .OrderBy(one => one.Key, StringComparer.Ordinal)
        .Select(one => string.Create(
            CultureInfo.InvariantCulture,
            $"{one.Key}: has failed since {one.Value.Since:yyyy-MM-dd'T'HH:mm:ss'Z'}, {one.Value.Times} times ({one.Value.Reason}); it is tried on"));

    /// <summary>A fault in a word that may be shown: the database's own reason, or the kind of any other, whose message may quote somebody.</summary>
    public static string ReasonOf(Exception fault) =>
        fault is DbException or SchemaException or IOException && !DatabaseFault.IsOfTheWork(fault) ? fault.Message : fault.GetType().Name;

    private sealed record Failing(DateTimeOffset Since, long Began, long At, int Times, TimeSpan Pause, string Reason)
    {
        public long ReallyAt { get; init; }

        public TimeSpan DueFor { get; init; }

        public bool IsDue(TimeProvider time) => time.GetElapsedTime(At) <= DueFor;

        // By either clock: the demo's may stand still, or run much faster.
        public bool IsOver(TimeProvider time) => time.GetElapsedTime(At) >= Pause || TimeProvider.System.GetElapsedTime(ReallyAt) >= Pause;
    }

    [LoggerMessage(LogLevel.Error, "{Work} failed ({Reason}); again in {Seconds:0} s, then ever less often")]
    private static partial void Failed(ILogger logger, string work, string reason, double seconds);

    [LoggerMessage(LogLevel.Information, "{Work} goes well again, after {Times} failures")]
    private static partial void WellAgain(ILogger logger, string work, int times);
}
