using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Settings;
using CheckinBot.Storage.Users;

namespace CheckinBot.Tests.Jobs;

/// <summary>A school has a noon check-in of its own, by a setting that was made while the worker runs.</summary>
public abstract class SlotRunsTests(SqlDialect engine)
{
    private const long School = 2;
    private static readonly DateOnly Day = new(2026, 3, 5);

    [SkippableFact]
    public async Task A_noon_that_another_process_sets_has_its_card_ping_and_digest()
    {
        await using var school = await ScheduledSchool.At(engine, "2026-03-05 08:00");
        await school.RunAt("2026-03-05 10:00");
        await Set(school, "SchoolDay:Slots", "morning,noon");

        var opened = await school.RunAt("2026-03-05 12:31");
        Assert.Contains(opened, sent => sent.ChatId == ScheduledSchool.ClassGroup && sent.Text.Contains("午检", StringComparison.Ordinal));
        var pinged = await school.RunAt("2026-03-05 13:31");
        Assert.Contains(pinged, sent => sent.ChatId == ScheduledSchool.ClassTeacher && sent.Text.Contains("【午检】", StringComparison.Ordinal));
        await school.RunAt("2026-03-05 14:01");
        Assert.Equal(["morning", "noon"], await school.Read(async session =>
            (await session.Query<string>("select distinct slot from digest where unit_id = 2 order by slot", null, default)).ToList()));
    }

    [SkippableFact]
    public async Task Who_is_excused_in_the_morning_is_not_asked_at_noon()
    {
        await using var school = await ScheduledSchool.At(engine, "2026-03-05 08:00");
        await Set(school, "SchoolDay:Slots", "morning,noon");
        await school.Answer(ScheduledSchool.Ming, new CheckInAnswer { Absence = Absence.Leave }, Day);
        await school.RunAt("2026-03-05 12:31");

        var missing = await school.Read(session => new MissingStore(session).OfUnit(3, Day, SlotSchedule.NoonId, default));
        Assert.DoesNotContain(missing, absentee => absentee.PersonId == ScheduledSchool.Ming);
        Assert.Contains(missing, absentee => absentee.PersonId == ScheduledSchool.Hong);
    }

    [SkippableFact]
    public async Task An_evening_is_nobodys_where_nobody_boards()
    {
        await using var school = await ScheduledSchool.At(engine, "2026-03-05 08:00");
        await Set(school, "SchoolDay:Slots", "morning,evening");
        await school.RunAt("2026-03-05 10:00");
        Assert.DoesNotContain(await school.RunAt("2026-03-05 20:31"), sent => sent.Text.Contains("晚检", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Boarders_missing_in_the_evening_are_told_to_whoever_answers_for_their_house()
    {
        const long Warden = 1099;
        await using var school = await ScheduledSchool.At(engine, "2026-03-05 08:00");
        await Set(school, "SchoolDay:Slots", "morning,evening");
        await school.Write(async session =>
        {
            var roster = new RosterStore(session);
            var house = await roster.AddUnit(School, "宿舍楼", "示范县/第一小学/宿舍楼", UnitKind.BoardingHouse, default);
            var warden = await roster.Add(new RosterData(house, Role.ClassTeacher, "宿管", "W1"), school.Time.GetUtcNow(), default);
            await roster.AddPost(warden, house, Role.ClassTeacher, default);
            await new LinkStore(session).Add(Warden, warden, LinkKind.Self, "宿管", "", school.Time.GetUtcNow(), default);
            await roster.AddPost(ScheduledSchool.Ming, house, Role.Student, default);
            await session.Execute($"update person set dormitory = '302' where id in ({ScheduledSchool.Ming}, {ScheduledSchool.Hong})", null, default);
        });
        await school.RunAt("2026-03-05 19:31");

        var pinged = await school.RunAt("2026-03-05 20:31");
        var told = Assert.Single(pinged, sent => sent.ChatId == Warden).Text;
        Assert.Contains("王小明", told, StringComparison.Ordinal);
        Assert.DoesNotContain("王小红", told, StringComparison.Ordinal);
        Assert.Contains(pinged, sent => sent.ChatId == ScheduledSchool.ClassTeacher && sent.Text.Contains("王小红", StringComparison.Ordinal));

        // The digest of the house is of those who live there, and the school's counts them once.
        var counted = await school.RunAt("2026-03-05 21:01");
        var read = Assert.Single(counted, sent => sent.ChatId == Warden).Text;
        Assert.Contains("应报 1 · 已报 0", read, StringComparison.Ordinal);
        Assert.Contains("未报：王小明", read, StringComparison.Ordinal);
        Assert.Contains("应报 2", Assert.Single(counted, sent => sent.ChatId == ScheduledSchool.Officer).Text, StringComparison.Ordinal);
        var kept = await school.Read(session => new SnapshotStore(session).Tree(School, Day, SlotSchedule.EveningId, default));
        Assert.Equal(2, new DigestTree(new DigestMoment(Day, SlotSchedule.EveningId, school.Time.GetUtcNow()), kept).Totals[School].Expected);
        Assert.Equal(
            (1, 0),
            Assert.Single(kept, one => one.Unit.Kind == UnitKind.BoardingHouse) is { } house ? (house.Residents!.Value.Expected, house.Own.Expected) : default);
    }

    [SkippableFact]
    public async Task A_schools_own_holiday_is_left_in_peace()
    {
        await using var school = await ScheduledSchool.At(engine, "2026-03-04 20:00");
        await Set(school, "SchoolDay:Holidays", "2026-03-05");
        Assert.DoesNotContain(await school.RunAt("2026-03-05 08:31"), sent => sent.ChatId is ScheduledSchool.ClassGroup or ScheduledSchool.ClassTeacher);
        Assert.Equal(
            0, await school.Read(session => session.QuerySingle<int>("select count(*) from job_run where unit_id = 2 and day = '2026-03-05'", null, default)));
    }

    private static Task Set(ScheduledSchool school, string key, string value) => school.Write(session =>
        new SettingStore(session).Change(School, key, value, Looker.Operator("root"), school.Time.GetUtcNow(), default));
}

public sealed class SqliteSlotRunsTests() : SlotRunsTests(SqlDialect.Sqlite);

public sealed class PostgresSlotRunsTests() : SlotRunsTests(SqlDialect.Postgres);
