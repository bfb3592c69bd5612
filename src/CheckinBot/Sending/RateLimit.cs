namespace CheckinBot.Sending;

/// <summary>
/// Limits how many messages are sent in a time, with a small burst: a token bucket kept as one instant, the schedule (GCRA).
/// System.Threading.RateLimiting's buckets read the system clock and weigh hundreds of bytes; this one obeys the clock
/// that it is given (the demo's runs fast) and costs eight bytes a chat.
/// </summary>
internal sealed class RateLimit
{
    // Timers are not exact: being let through a moment early costs nothing, and a limit may be far finer than a timer.
    private static readonly long Slack = TimeSpan.FromMilliseconds(2).Ticks;

    private readonly long _interval;
    private readonly long _tolerance;

    public RateLimit(int messages, TimeSpan per, int burst)
    {
        _interval = Math.Max(1, per.Ticks / messages);
        _tolerance = Math.Max((burst - 1) * _interval, Slack);
    }

    /// <summary>When the next message is allowed (ticks); not after now where it is allowed at once.</summary>
    public long AllowedAt(long schedule) => schedule - _tolerance;

    /// <summary>The schedule after a message is sent now.</summary>
    public long Advance(long schedule, long now) => Math.Max(schedule, now) + _interval;
}
