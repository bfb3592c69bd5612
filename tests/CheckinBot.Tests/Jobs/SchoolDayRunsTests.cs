using CheckinBot.Core.CheckIns;
using CheckinBot.Storage.Engine;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Jobs;

/// <summary>What a school day sends, to whom, and that it is sent once whatever happens to the worker. Monday is 2026-03-02.</summary>
public abstract class SchoolDayRunsTests(SqlDialect engine)
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly CheckInAnswer Well = new() { TemperatureTenths = 365, Travel = Travel.No };

    [SkippableFact]
    public async Task A_school_day_from_card_to_close()
    {
        await using var school = await At(engine, "2026-03-02 06:00");
        Assert.Empty(await school.RunAt("2026-03-02 06:29"));

        // The class with a group gets its card and its families are left in peace; the one without is asked in private.
        var opened = await school.RunAt("2026-03-02 06:30");
        Assert.Equal([ClassGroup, MotherOfLi], opened.Select(sent => sent.ChatId));
        Assert.Contains("0/2", opened[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", opened[0].Text, StringComparison.Ordinal);

        // One message a family: the mother of two is asked once, for both; the father is left in peace.
        var reminded = await school.RunAt("2026-03-02 07:30");
        Assert.Equal([MotherOfTwo, MotherOfLi], reminded.Select(sent => sent.ChatId));
        Assert.Contains("王小明、王小红", reminded[0].Text, StringComparison.Ordinal);

        // One guardian has answered for Ming: nobody is asked about him any more.
        await school.Answer(Ming, Well, Monday);
        Assert.Equal([MotherOfTwo, MotherOfLi], (await school.RunAt("2026-03-02 08:15")).Select(sent => sent.ChatId));

        var pinged = Assert.Single(await school.RunAt("2026-03-02 08:30"));
        Assert.Equal(ClassTeacher, pinged.ChatId);
        Assert.Contains("王小红", pinged.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", pinged.Text, StringComparison.Ordinal);

        Assert.Equal([Officer], (await school.RunAt("2026-03-02 09:00")).Select(sent => sent.ChatId));

        Assert.Equal([Official], (await school.RunAt("2026-03-02 09:15")).Select(sent => sent.ChatId));

        var digests = await school.RunAt("2026-03-02 09:30");
        Assert.Equal([Official, Officer, ClassGroup, ClassTeacher], digests.Select(sent => sent.ChatId));
        Assert.Contains("应报 3 · 已报 1 · 请假 0 · 未报 2", digests[0].Text, StringComparison.Ordinal);
        Assert.Contains("王小红", digests[3].Text, StringComparison.Ordinal);
        Assert.All(digests.Take(3), sent => Assert.DoesNotContain("王小", sent.Text, StringComparison.Ordinal));

        // The group reads of coverage alone, and not again where that is unchanged.
        Assert.Equal("📋 第一小学1班 · 3月2日\n已报和请假 1/2\n谢谢大家！还没报的，私聊我发一个体温就好。", digests[2].Text);
        Assert.Equal([Official, Officer, ClassTeacher], (await school.RunAt("2026-03-02 17:00")).Select(sent => sent.ChatId));
        Assert.Empty(await school.RunAt("2026-03-02 23:59"));
    }

    [SkippableFact]
    public async Task After_an_outage_from_seven_to_nine_each_thing_is_sent_once()
    {
        await using var school = await At(engine, "2026-03-02 06:30");
        await school.RunAt("2026-03-02 06:30");
        var late = await school.RunAt("2026-03-02 08:59");
        Assert.Equal(1, late.Count(sent => sent.ChatId == MotherOfTwo));
        Assert.Equal(1, late.Count(sent => sent.ChatId == ClassTeacher));
        Assert.Equal(0, late.Count(sent => sent.ChatId == ClassGroup));
        Assert.Empty(await school.RunAt("2026-03-02 08:59:30"));
    }

    [SkippableFact]
    public async Task A_worker_that_starts_in_the_morning_does_not_ask_a_family_twice_at_once()
    {
        await using var school = await At(engine, "2026-03-02 09:10");
        var sent = await school.RunAt("2026-03-02 09:10");
        long[] once = [ClassGroup, MotherOfTwo, MotherOfLi, ClassTeacher, Officer];
        Assert.Equal(once.Order(), sent.Select(message => message.ChatId).Order());
    }

    [SkippableFact]
    public async Task Nobody_is_written_to_at_night()
    {
        await using var school = await At(engine, "2026-03-02 21:30");
        Assert.Empty(await school.RunAt("2026-03-02 21:30"));
        Assert.Empty(await school.RunAt("2026-03-02 23:59"));
        Assert.Empty(await school.RunAt("2026-03-03 06:29"));
        Assert.Contains((await school.RunAt("2026-03-03 06:30")), sent => sent.ChatId == ClassGroup);
        // The numbers of the day without a worker were taken all the same.
        var days = await school.Read(session => session.Query<DateOnly>("select distinct day from digest where unit_id = 1", null, default));
        Assert.Equal([Monday], days);
    }

    [SkippableFact]
    public async Task There_is_no_school_at_the_weekend_and_on_a_holiday()
    {
        await using var school = await At(engine, "2026-03-06 18:00", ("SchoolDay:Holidays:0", "2026-03-09"));
        await school.RunAt("2026-03-06 18:00");
        foreach (var day in new[] { "2026-03-07", "2026-03-08", "2026-03-09" })
        {
            foreach (var time in new[] { "06:30", "07:30", "08:30", "09:30", "17:00" }) Assert.Empty(await school.RunAt($"{day} {time}"));
        }

        Assert.NotEmpty(await school.RunAt("2026-03-10 06:30"));
    }

    [SkippableFact]
    public async Task A_week_over_the_change_of_daylight_saving_has_the_local_times_of_every_day()
    {
        await using var school = await At(engine, "2026-03-06 12:00");
        await school.Write(session => session.Execute("update unit set time_zone = 'America/New_York' where id = 1", null, default));
        var schedule = (await school.Runs.LoadUnits(default)).Single().Schedule;
        var cards = new List<DateTimeOffset>();
        for (var next = schedule.NextEvent(school.Time.GetUtcNow()); next!.At < Instant("2026-03-13 00:00"); next = schedule.NextEvent(next.At))
        {
            if ((await school.RunAt(next.At)).Any(sent => sent.ChatId == ClassGroup) && next.Kind == SchoolDayEventKind.Open) cards.Add(next.At);
        }

        // Clocks go forward on Sunday 8 March: 06:30 is 11:30 UTC on Friday and 10:30 UTC from Monday on.
        Assert.Equal(
            ["03-06 11:30", "03-09 10:30", "03-10 10:30", "03-11 10:30", "03-12 10:30"], cards.Select(at => at.UtcDateTime.ToString("MM-dd HH:mm", null)));
    }

    [SkippableFact]
    public async Task Who_has_no_thermometer_is_left_in_peace_and_still_counts_as_missing()
    {
        await using var school = await At(engine, "2026-03-02 06:30");
        await school.RunAt("2026-03-02 06:30");
        await school.Answer(Li, new CheckInAnswer { NoThermometer = true }, Monday);
        Assert.DoesNotContain(await school.RunAt("2026-03-02 07:30"), sent => sent.ChatId == MotherOfLi);
        Assert.Contains("未报 3", (await school.RunAt("2026-03-02 09:30")).First(sent => sent.ChatId == Official).Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_jump_of_the_clock_past_an_event_does_not_lose_it()
    {
        await using var school = await At(engine, "2026-03-02 06:30");
        await school.RunAt("2026-03-02 06:30");
        Assert.Contains(await school.RunAt("2026-03-02 12:00"), sent => sent.ChatId == Official);
    }
}

public sealed class SqliteSchoolDayRunsTests() : SchoolDayRunsTests(SqlDialect.Sqlite);

public sealed class PostgresSchoolDayRunsTests() : SchoolDayRunsTests(SqlDialect.Postgres);
