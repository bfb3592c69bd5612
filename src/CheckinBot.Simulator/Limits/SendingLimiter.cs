using CheckinBot.Simulator.Faults;

namespace CheckinBot.Simulator.Limits;

/// <summary>Counts what one bot sends and refuses with 429 what is too much. Called under the world's lock.</summary>
internal sealed class SendingLimiter(SendingLimits limits, TimeProvider time)
{
    // A client that waited exactly long enough must not be turned away by a rounding error.
    private const double Tolerance = 1e-6;

    // What Telegram's own server asks for, whatever the line's pace.
    private const int UnsentRetryAfter = 60;

    private readonly Dictionary<long, (TokenBucket Second, TokenBucket Minute)> _chats = [];
    // Elapsed time, not the wall clock: the demo's can be stopped, and a bot must not be refused for ever meanwhile.
    private readonly long _start = time.GetTimestamp();
    private TokenBucket _free = new(limits.BotPerSecond, limits.BotPerSecond, TimeSpan.Zero);
    private TokenBucket _paid = new(limits.PaidPerSecond, limits.PaidPerSecond, TimeSpan.Zero);

    /// <summary>Counts one message or edit.</summary>
    /// <param name="unsent">How many messages wait unsent in the chat.</param>
    /// <exception cref="ApiException">429, with whole seconds to wait.</exception>
    public void Count(long chatId, bool isGroup, int unsent, bool paidBroadcast)
    {
        if (!limits.Enabled)
        {
            return;
        }

        if (unsent >= limits.ChatUnsent)
        {
            throw TooMany(UnsentRetryAfter);
        }

        var now = time.GetElapsedTime(_start);
        if (!_chats.TryGetValue(chatId, out var buckets))
        {
            buckets = (new TokenBucket(limits.ChatBurst, limits.ChatPerSecond, now),
                new TokenBucket(limits.GroupPerMinute, limits.GroupPerMinute / 60.0, now));
        }

        var wait = Math.Max(paidBroadcast ? _paid.Wait(now) : _free.Wait(now), buckets.Second.Wait(now));
        if (isGroup)
        {
            wait = Math.Max(wait, buckets.Minute.Wait(now));
        }

        if (wait > Tolerance)
        {
            _chats[chatId] = buckets;
            throw TooMany(Math.Max(1, (int)Math.Ceiling(wait - Tolerance)));
        }

        buckets.Second.Take();
        buckets.Minute.Take();
        _chats[chatId] = buckets;
        if (paidBroadcast)
        {
            _paid.Take();
        }
        else
        {
            _free.Take();
        }
    }

    private static ApiException TooMany(int seconds) => new(429, $"Too Many Requests: retry after {seconds}") { RetryAfter = seconds };
}
