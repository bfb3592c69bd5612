using CheckinBot.Core.CheckIns;
using CheckinBot.Demo;

namespace CheckinBot.Tests.Demo;

public sealed class SchoolClockTests : IDisposable
{
    private static readonly DateOnly Friday = new(2026, 3, 6);
    private static readonly DateOnly Monday = new(2026, 3, 9);
    private readonly ManualTime _real = new();
    private readonly SchoolDaySchedule _schedule = new()
    {
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        Slots = [new() { EscalateAt = new(9, 0) }],
    };

    private readonly AcceleratedTime _time;
    private readonly SchoolClock _clock;

    public SchoolClockTests()
    {
        _time = new AcceleratedTime(At(Friday, 6, 20), 88, _real);
        _clock = new SchoolClock(_time, _schedule, Friday, 88);
    }

    public void Dispose() => _time.Dispose();

    [Fact]
    public void Pressing_on_goes_through_the_day_from_one_visible_thing_to_the_next_and_over_the_weekend_in_one_press()
    {
        List<DateTimeOffset> stops = [];
        for (var press = 0; press < 13; press++)
        {
            _clock.JumpToNextEvent();
            Arrive();
            stops.Add(_clock.Now);
        }

        (int Hour, int Minute)[] friday =
        [
            (6, 30), (7, 30), (8, 15), (8, 30), (9, 0), (9, 15), (9, 30), (10, 0), (10, 30), (17, 0), (17, 30),
        ];
        DateTimeOffset[] expected = [.. friday.Select(time => At(Friday, time.Hour, time.Minute)), At(Monday, 6, 30), At(Monday, 7, 30)];
        Assert.Equal(expected.Select(at => at.AddSeconds(1)), stops.Select(WholeSeconds));
    }

    [Fact]
    public void At_half_past_five_the_clock_stops_and_says_so()
    {
        _time.RushTo(At(Friday, 17, 30));
        Arrive();
        Assert.False(_clock.DayIsOver);
        _clock.Turn();
        Assert.True(_clock.Paused);
        Assert.True(_clock.DayIsOver);
    }

    [Fact]
    public void However_late_anybody_looks_the_clock_has_stopped_at_half_past_five()
    {
        _clock.Turn();
        _real.Advance(TimeSpan.FromHours(1));
        _clock.Turn();
        Assert.Equal(At(Friday, 17, 30), _clock.Now);
        Assert.True(_clock.DayIsOver);

        _clock.Resume();
        _clock.Turn();
        _real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(At(Friday, 17, 30).AddSeconds(88 * 50), _clock.Now);
    }

    [Fact]
    public void A_visitor_who_stops_the_clock_during_the_day_is_not_told_that_the_day_is_over()
    {
        _clock.Pause();
        _clock.Turn();
        Assert.False(_clock.DayIsOver);
    }

    [Fact]
    public void A_press_at_the_end_of_the_day_lets_the_clock_run_into_the_next_which_ends_too()
    {
        _time.RushTo(At(Friday, 17, 30));
        Arrive();
        _clock.Turn();

        _clock.JumpToNextEvent();
        Arrive();
        _clock.Turn();
        Assert.False(_clock.Paused);
        Assert.False(_clock.DayIsOver);
        Assert.Equal(Monday, _schedule.DayOf(_clock.Now));

        _time.RushTo(At(Monday, 17, 31));
        Arrive();
        _clock.Turn();
        Assert.True(_clock.DayIsOver);
    }

    [Fact]
    public void The_night_passes_quickly_for_whoever_lets_the_clock_run()
    {
        _time.RushTo(At(Friday, 17, 30));
        Arrive();
        _clock.Turn();
        _clock.Resume();
        _clock.Turn();
        Assert.Equal(88 * 50, _clock.Speed);
    }

    // Real time goes by in small steps until the rush is over, and no further.
    private void Arrive()
    {
        for (var step = 0; step < 4000 && _time.IsRushing; step++) _real.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(_time.IsRushing);
    }

    private static DateTimeOffset WholeSeconds(DateTimeOffset instant) => new(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerSecond), instant.Offset);

    private DateTimeOffset At(DateOnly day, int hour, int minute) => _schedule.TimeZone.ToInstant(day, new TimeOnly(hour, minute));
}
