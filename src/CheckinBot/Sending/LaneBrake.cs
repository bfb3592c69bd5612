namespace CheckinBot.Sending;

/// <summary>Slows a lane after "too many requests": halves its rate each time, and lets go bit by bit with each success.</summary>
internal sealed class LaneBrake
{
    private static readonly long Floor = TimeSpan.FromMilliseconds(1).Ticks;
    private static readonly long Ceiling = TimeSpan.FromSeconds(1).Ticks;
    private static readonly long First = TimeSpan.FromMilliseconds(50).Ticks;

    private long _interval;

    /// <summary>When the next call of the lane is allowed (ticks).</summary>
    public long AllowedAt { get; private set; }

    public void Press(long now)
    {
        _interval = Math.Clamp(_interval * 2, First, Ceiling);
        AllowedAt = Math.Max(AllowedAt, now + _interval);
    }

    /// <summary>Stops the lane until then.</summary>
    public void Hold(long until) => AllowedAt = Math.Max(AllowedAt, until);

    public void Pass(long now)
    {
        if (_interval > 0) AllowedAt = now + _interval;
    }

    public void Ease()
    {
        if (_interval == 0) return;
        _interval -= Math.Max(Floor, _interval / 16);
        if (_interval < Floor) (_interval, AllowedAt) = (0, 0);
    }
}
