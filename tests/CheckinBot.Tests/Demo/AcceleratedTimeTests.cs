using CheckinBot.Demo;

namespace CheckinBot.Tests.Demo;

public sealed class AcceleratedTimeTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 6, 20, 0, TimeSpan.FromHours(8));
    private readonly ManualTime real = new(DateTimeOffset.UnixEpoch);

    private AcceleratedTime Clock(double speed) => new(Morning, speed, real);

    [Fact]
    public void Ten_real_seconds_are_ten_minutes_at_speed_60()
    {
        using var clock = Clock(60);
        var before = clock.GetTimestamp();
        real.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(Morning.AddMinutes(10), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(10), clock.GetElapsedTime(before));
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_reaches_its_time_and_not_before()
    {
        using var clock = Clock(60);
        var delay = Task.Delay(TimeSpan.FromMinutes(5), clock);
        real.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(delay.IsCompleted);
        real.Advance(TimeSpan.FromSeconds(0.2));
        await delay.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Speed_can_change_on_the_way_without_a_jump()
    {
        using var clock = Clock(60);
        real.Advance(TimeSpan.FromSeconds(1));
        clock.Speed = 600;
        Assert.Equal(Morning.AddMinutes(1), clock.GetUtcNow());
        real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Morning.AddMinutes(11), clock.GetUtcNow());
    }

    [Fact]
    public async Task While_the_wall_clock_stands_short_waits_still_end_at_the_real_pace()
    {
        using var clock = Clock(200);
        clock.Pause();
        var second = Task.Delay(TimeSpan.FromSeconds(1), clock);
        real.Advance(TimeSpan.FromSeconds(1.1));
        await second.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(Morning, clock.GetUtcNow());

        clock.Resume();
        real.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(Morning.AddMinutes(10), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_rush_arrives_exactly_within_three_real_seconds_and_skips_no_timer()
    {
        using var clock = Clock(1);
        List<Task<DateTimeOffset>> stops = [];
        for (var hour = 1; hour <= 5; hour++) stops.Add(TimeAfter(clock, TimeSpan.FromHours(hour)));

        clock.RushTo(Morning.AddHours(6));
        Assert.True(clock.IsRushing);
        for (var step = 0; step < 300; step++)
        {
            real.Advance(TimeSpan.FromMilliseconds(10));
            foreach (var stop in stops.Where((_, i) => clock.GetUtcNow() > Morning.AddHours(i + 1.01))) await stop.WaitAsync(TimeSpan.FromSeconds(30));
        }

        Assert.All(stops, stop => Assert.True(stop.IsCompletedSuccessfully));
        Assert.False(clock.IsRushing);
        Assert.Equal(Morning.AddHours(6), clock.GetUtcNow());
        real.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(Morning.AddHours(6).AddSeconds(5), clock.GetUtcNow());
    }

    [Fact]
    public void A_stopped_clock_stands_again_after_a_rush()
    {
        using var clock = Clock(100);
        clock.Pause();
        clock.RushTo(Morning.AddMinutes(10));
        real.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(Morning.AddMinutes(10), clock.GetUtcNow());
        Assert.True(clock.IsPaused);
    }

    [Fact]
    public void A_rush_back_in_time_changes_nothing()
    {
        using var clock = Clock(100);
        clock.RushTo(Morning.AddHours(-1));
        Assert.False(clock.IsRushing);
        Assert.Equal(Morning, clock.GetUtcNow());
    }

    [Fact]
    public async Task A_periodic_timer_goes_off_again_and_again_until_disposed()
    {
        using var clock = Clock(60);
        var ticks = 0;
        using var arrived = new SemaphoreSlim(0);
        var timer = clock.CreateTimer(_ => { Interlocked.Increment(ref ticks); arrived.Release(); }, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        for (var minute = 1; minute <= 5; minute++)
        {
            real.Advance(TimeSpan.FromSeconds(1.01));
            Assert.True(await arrived.WaitAsync(TimeSpan.FromSeconds(30)));
        }

        await timer.DisposeAsync();
        real.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(5, ticks);
    }

    [Fact]
    public async Task A_timer_that_was_moved_goes_off_at_its_new_time_only()
    {
        using var clock = Clock(1);
        var fired = new TaskCompletionSource<DateTimeOffset>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = clock.CreateTimer(_ => fired.TrySetResult(clock.GetUtcNow()), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        timer.Change(TimeSpan.FromSeconds(20), Timeout.InfiniteTimeSpan);
        real.Advance(TimeSpan.FromSeconds(19));
        Assert.False(fired.Task.IsCompleted);
        real.Advance(TimeSpan.FromSeconds(2));
        await fired.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Many_threads_may_use_it_at_once()
    {
        using var clock = new AcceleratedTime(Morning, 1000);
        var work = Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            for (var n = 0; n < 20; n++)
            {
                var before = clock.GetUtcNow();
                await Task.Delay(TimeSpan.FromSeconds(1 + i), clock);
                Assert.True(clock.GetUtcNow() >= before.AddSeconds(1 + i));
                if (i == 0) clock.Speed = 500 + n;
            }
        }));
        await Task.WhenAll(work).WaitAsync(TimeSpan.FromMinutes(2));
    }

    private static async Task<DateTimeOffset> TimeAfter(AcceleratedTime clock, TimeSpan delay)
    {
        await Task.Delay(delay, clock);
        return clock.GetUtcNow();
    }
}
