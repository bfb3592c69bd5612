using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CsCheck;

namespace CheckinBot.Tests.CheckIns;

public sealed class SchoolDayScheduleTests
{
    private static readonly string[] Zones =
    [
        "Asia/Shanghai", "Asia/Taipei", "Asia/Kolkata", "Asia/Kathmandu", "Europe/London", "Europe/Moscow", "America/New_York",
        "America/St_Johns", "Africa/Cairo", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Chatham", "Pacific/Kiritimati",
    ];

    // Two years on both sides of the changes of daylight saving in either hemisphere.
    private static readonly Gen<DateTimeOffset> Instants =
        Gen.Int[0, 2 * 365 * 24 * 60].Select(minutes => new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    private static readonly Gen<TimeOnly> Times = Gen.Int[0, (24 * 60) - 1].Select(minutes => new TimeOnly(minutes / 60, minutes % 60));

    private static readonly Gen<SchoolDaySchedule> Schedules =
        from zone in Gen.OneOf(Zones)
        from times in Times.Array[4]
        from holiday in Gen.Int[0, 700]
        let sorted = times.Order().ToList()
        select new SchoolDaySchedule
        {
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone),
            Calendar = new SchoolCalendar { Holidays = new HashSet<DateOnly> { new DateOnly(2025, 1, 1).AddDays(holiday) } },
            Slots = [new SlotSchedule { OpensAt = sorted[0], RemindAt = [sorted[1]], PingTeacherAt = sorted[2],
                DigestAt = [sorted[3]], ClosesAt = new(23, 59) }],
        };

    private static SchoolDaySchedule Shanghai { get; } = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") };

    [Theory]
    [InlineData("2026-03-02 21:29", "2026-03-02 21:29")]
    [InlineData("2026-03-02 21:30", "2026-03-03 06:30")]
    [InlineData("2026-03-03 00:10", "2026-03-03 06:30")]
    [InlineData("2026-03-03 06:30", "2026-03-03 06:30")]
    public void What_comes_up_in_quiet_hours_waits_for_their_end(string local, string told) =>
        Assert.Equal(AtShanghai(told), Shanghai.AfterQuiet(AtShanghai(local)));

    [Fact]
    public void The_next_event_is_after_the_instant_and_nothing_lies_between() => ForAll((schedule, instant) =>
    {
        var next = schedule.NextEvent(instant)!;
        return next.At > instant && schedule.NextEvent(instant.AddTicks(1))!.At >= next.At
            && schedule.PreviousEvent(next.At.AddTicks(-1)) is var previous && (previous is null || previous.At <= instant);
    });

    [Fact]
    public void Every_school_day_has_every_event_exactly_once_whatever_the_clock_does() => ForAll((schedule, instant) =>
    {
        var day = schedule.DayOf(instant);
        var events = schedule.EventsOf(day);
        return schedule.Calendar.IsSchoolDay(day)
            ? events.Select(e => (e.Kind, e.LocalTime)).Distinct().Count() == schedule.Slots[0].Events().Count()
                && events.Zip(events.Skip(1)).All(pair => pair.First.At <= pair.Second.At)
            : events.Count == 0;
    });

    [Fact]
    public void An_event_happens_at_its_local_time_or_where_the_clock_skips_it_right_after_the_gap() => ForAll((schedule, instant) =>
        schedule.EventsOf(schedule.DayOf(instant)).All(e =>
            schedule.TimeOf(e.At) == e.LocalTime
            || schedule.TimeZone.IsInvalidTime(e.Day.ToDateTime(e.LocalTime))));

    [Fact]
    public void An_instant_belongs_to_its_local_day() => ForAll((schedule, instant) =>
        schedule.WindowAt(instant).Day == DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, schedule.TimeZone).DateTime));

    [Fact]
    public void Nobody_but_the_record_is_touched_in_quiet_hours() => ForAll((schedule, instant) =>
        !schedule.IsQuiet(instant)
        || schedule.DueAt(instant).All(due => due.Event.Kind is SchoolDayEventKind.Close || (due.Event.Kind is SchoolDayEventKind.Digest && due.Silent)));

    [Fact]
    public void The_defaults_are_those_of_a_weekday() =>
        Assert.Equal(
            ["open 06:30", "remind@07:30 07:30", "remind@08:15 08:15", "ping 08:30", "digest@09:30 09:30", "sign-off 10:00",
                "sign-off-above 10:30", "digest@17:00 17:00", "close 23:59"],
            Shanghai.EventsOf(new DateOnly(2026, 3, 2)).Select(e => $"{e.RunKey} {e.LocalTime:HH\\:mm}"));

    [Fact]
    public void A_make_up_day_is_a_school_day_although_it_is_a_Sunday()
    {
        var calendar = new SchoolCalendar
        {
            Holidays = new HashSet<DateOnly> { new(2026, 10, 1), new(2026, 10, 2) },
            MakeUpDays = new HashSet<DateOnly> { new(2026, 9, 27) },
        };
        Assert.True(calendar.IsSchoolDay(new DateOnly(2026, 9, 27)));
        Assert.False(calendar.IsSchoolDay(new DateOnly(2026, 10, 1)));
        Assert.Equal(new DateOnly(2026, 10, 5), calendar.Next(new DateOnly(2026, 9, 30)));
        Assert.Equal(new DateOnly(2026, 9, 30), calendar.Previous(new DateOnly(2026, 10, 5)));
    }

    [Theory]
    [InlineData("05:00", WindowPhase.BeforeOpening, "morning")]
    [InlineData("06:30", WindowPhase.Open, "morning")]
    [InlineData("12:29", WindowPhase.Open, "morning")]
    [InlineData("12:30", WindowPhase.Open, "noon")]
    [InlineData("23:59", WindowPhase.AfterClosing, "noon")]
    public void An_answer_belongs_to_the_slot_that_opened_last(string local, WindowPhase phase, string slot)
    {
        var schedule = Shanghai with { Slots = [new SlotSchedule(), SlotSchedule.Noon] };
        var window = schedule.WindowAt(At("2026-03-03", local));
        Assert.Equal((phase, slot), (window.Phase, window.Slot));
        Assert.Equal(new DateOnly(2026, 3, 2), window.PreviousDay);
    }

    [Fact]
    public void Schedules_that_say_the_same_are_told_by_the_same_text()
    {
        Assert.NotEqual(Shanghai.Identity(), (Shanghai with { Slots = [new SlotSchedule { OpensAt = new(7, 0) }] }).Identity());
        Assert.Equal(Shanghai.Identity(), (Shanghai with { Calendar = new SchoolCalendar() }).Identity());
    }

    [Theory]
    [InlineData("08:00", true, "morning")]
    [InlineData("20:00", true, "evening")]
    [InlineData("20:00", false, "noon")]
    public void The_evening_is_asked_of_boarders_alone(string local, bool boarder, string slot)
    {
        var schedule = Shanghai with { Slots = [new SlotSchedule(), SlotSchedule.Noon, SlotSchedule.Evening] };
        var pupil = new Person(1, 1, Role.Student, "小明") { IsBoarder = boarder };
        Assert.Equal(slot, schedule.For(pupil).WindowAt(At("2026-03-03", local)).Slot);
    }

    [Fact]
    public void What_is_asked_about_a_slot_runs_out_when_the_next_one_opens()
    {
        var schedule = Shanghai with { Slots = [new SlotSchedule(), SlotSchedule.Noon] };
        Assert.Equal(At("2026-03-03", "12:30"), schedule.WindowAt(At("2026-03-03", "08:00")).ClosesAt);
        Assert.Equal(At("2026-03-03", "23:59"), schedule.WindowAt(At("2026-03-03", "13:00")).ClosesAt);
    }

    [Fact]
    public void After_a_morning_without_power_each_thing_is_due_once_and_only_the_last_reminder()
    {
        var due = Shanghai.DueAt(At("2026-03-03", "09:00"));
        Assert.Equal(["2026-03-02 close", "2026-03-03 open", "2026-03-03 remind@08:15", "2026-03-03 ping"], due.Select(Name));
        Assert.Equal(["remind@07:30"], due[2].Supersedes);
        Assert.True(due[1].ReminderFollows);
    }

    [Fact]
    public void A_reminder_that_was_missed_is_not_sent_at_night()
    {
        var due = Shanghai.DueAt(At("2026-03-03", "22:00"));
        Assert.Equal(["2026-03-02 close", "2026-03-03 digest@17:00"], due.Select(Name));
        Assert.True(due[1].Silent);
    }

    [Fact]
    public void On_a_holiday_only_the_day_before_is_closed() =>
        Assert.Equal(["2026-03-06 close"], Shanghai.DueAt(At("2026-03-07", "10:00")).Select(Name));

    private static string Name(DueEvent due) => $"{due.Event.Day:yyyy-MM-dd} {due.Event.RunKey}";

    private static DateTimeOffset At(string day, string time) =>
        Shanghai.TimeZone.ToInstant(DateOnly.Parse(day, null), TimeOnly.Parse(time, null));

    private static void ForAll(Func<SchoolDaySchedule, DateTimeOffset, bool> holds) =>
        Gen.Select(Schedules, Instants).Sample((schedule, instant) => holds(schedule, instant));

    private static DateTimeOffset AtShanghai(string local) =>
        new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
