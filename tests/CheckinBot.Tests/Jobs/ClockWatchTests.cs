using CheckinBot.Jobs;

namespace CheckinBot.Tests.Jobs;

/// <summary>When a clock was set, and when it just runs.</summary>
public sealed class ClockWatchTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void A_clock_that_runs_was_not_set_however_long_nobody_looked()
    {
        var watch = new ClockWatch(_time);
        _time.Advance(TimeSpan.FromHours(9));
        Assert.Null(watch.Jump());
    }

    [Theory]
    [InlineData(-86400, true)]
    [InlineData(3600, true)]
    [InlineData(20, false)]
    [InlineData(-20, false)]
    public void A_clock_that_was_set_by_more_than_half_a_minute_is_told_once(int seconds, bool told)
    {
        var watch = new ClockWatch(_time);
        _time.Advance(TimeSpan.FromSeconds(5));
        _time.Set(by: TimeSpan.FromSeconds(seconds));
        Assert.Equal(told ? TimeSpan.FromSeconds(seconds) : null, watch.Jump());
        Assert.Null(watch.Jump());
    }
}
