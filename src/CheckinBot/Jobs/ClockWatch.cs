namespace CheckinBot.Jobs;

/// <summary>
/// Sees that the clock was set: it then shows another time than the one that has elapsed since the last look. A machine
/// that slept looks the same, since elapsed time stands still meanwhile. Daylight saving sets no clock.
/// </summary>
internal sealed class ClockWatch(TimeProvider time)
{
    // A clock that is kept in step with others is set by less.
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(30);

    private DateTimeOffset _shown = time.GetUtcNow();
    private long _elapsed = time.GetTimestamp();

    /// <summary>By how much it was set since the last look, backwards with a minus; null where it was not.</summary>
    public TimeSpan? Jump()
    {
        var (shown, elapsed) = (time.GetUtcNow(), time.GetTimestamp());
        var jump = shown - _shown - time.GetElapsedTime(_elapsed, elapsed);
        (_shown, _elapsed) = (shown, elapsed);
        return jump.Duration() > Tolerated ? jump : null;
    }
}
