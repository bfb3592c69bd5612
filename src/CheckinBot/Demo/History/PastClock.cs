namespace CheckinBot.Demo.History;

/// <summary>A clock that stands where it is put: the days before the demo are stored as if each of their events had happened on time.</summary>
internal sealed class PastClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    /// <summary>Puts it to an instant.</summary>
    public void Set(DateTimeOffset now) => _now = now.ToUniversalTime();

    public override DateTimeOffset GetUtcNow() => _now;
}
