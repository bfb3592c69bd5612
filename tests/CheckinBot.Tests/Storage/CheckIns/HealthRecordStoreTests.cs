using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.CheckIns;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.CheckIns;

/// <summary>The people and answers of which forms are made.</summary>
public abstract class HealthRecordStoreTests(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task A_record_has_the_person_as_in_the_roster_and_the_answers_with_who_told_them()
    {
        await Run("update person set birth_date = '2012-02-29', dormitory = '2-301' where id = 31");
        await Tell(Ming, new CheckInAnswer { TemperatureTenths = 365 }, Today.AddDays(-1));
        await Tell(Ming, new CheckInAnswer { TemperatureTenths = 381 }, Today);
        await Tell(Ming, new CheckInAnswer { TemperatureTenths = 379, Symptoms = Symptoms.Cough }, Today);

        var records = await Of(County, Today, Today);
        Assert.Equal(["王小明", "李华", "陈老师"], records.People.Select(one => one.Person.Name));
        Assert.Equal(
            new RecordedPerson(new Person(Ming, Class, Role.Student, "王小明", "1") { IsBoarder = true }, "示范县/第一小学/1班")
            {
                School = "第一小学",
                BirthDate = new DateOnly(2012, 2, 29),
                Dormitory = "2-301",
            },
            records.People[0]);
        var told = Assert.Single(records.Of(Ming));
        Assert.Equal((379, Symptoms.Cough, 2, "王丽"), (told.Answer.TemperatureTenths, told.Answer.Symptoms, told.CheckIn.Revision, told.Reporter));
        Assert.Equal(2, (await Of(Class, Today.AddDays(-1), Today)).Of(Ming).Count());
    }

    [SkippableFact]
    public async Task Who_left_is_in_no_record_and_an_answer_that_was_taken_back_is_none()
    {
        await Run("update person set active = false where id = 32");
        await Tell(Ming, new CheckInAnswer { TemperatureTenths = 365 }, Today);
        await Tell(Ming, CheckInAnswer.Empty, Today);
        var records = await Of(School, Today, Today);
        Assert.Equal([Ming, ClassTeacher], records.People.Select(one => one.Person.Id));
        Assert.Empty(records.Of(Ming));
    }

    [SkippableFact]
    public async Task Of_a_county_only_those_are_taken_of_whom_something_was_told_with_all_their_answers()
    {
        await Tell(Ming, new CheckInAnswer { TemperatureTenths = 365 }, Today.AddDays(-1));
        await Tell(Ming, new CheckInAnswer { TemperatureTenths = 373 }, Today);
        await Tell(Hua, new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No }, Today);
        var records = await Notables(Today.AddDays(-1), Today);
        Assert.Equal([Ming], records.People.Select(one => one.Person.Id));
        Assert.Equal([365, 373], records.Of(Ming).Select(one => one.Answer.TemperatureTenths!.Value));
        Assert.Empty(records.Of(Hua));
        Assert.Empty((await Notables(Today.AddDays(-1), Today.AddDays(-1))).People);
    }

    [SkippableFact]
    public async Task Of_a_county_a_fever_that_fell_within_the_day_is_among_them()
    {
        TakenTemperature[] taken = [new(382, MeasuringSite.Unspecified, null), new(369, MeasuringSite.Unspecified, null)];
        await Tell(Hua, new CheckInAnswer { TemperatureTenths = 369, Taken = taken, Travel = Travel.No }, Today);
        Assert.Equal([Hua], (await Notables(Today, Today)).People.Select(one => one.Person.Id));
    }

    [SkippableFact]
    public async Task Pupils_are_counted_apart_from_the_staff_of_their_class()
    {
        await Tell(Ming, new CheckInAnswer { TemperatureTenths = 365 }, Today);
        await Tell(Hua, new CheckInAnswer { Absence = Absence.Unspecified }, Today);
        var counts = await Read(session => new HealthRecordStore(session).Counts(County, Today, "morning", true, default));
        var pupils = Assert.Single(counts, count => count is { UnitId: Class, ArePupils: true }).Numbers;
        Assert.Equal(new DigestNumbers { Expected = 2, Reported = 1, Exempt = 1, ExemptWithoutReason = 1, TravelUnanswered = 1 }, pupils);
        Assert.Equal(1, counts.Where(count => !count.ArePupils).Sum(count => count.Numbers.Missing));

        await Run($"update person set dormitory = '2-301' where id = {Ming}");
        var evening = Assert.Single(await Read(session => new HealthRecordStore(session).Counts(County, Today, "evening", false, default)));
        Assert.Equal((true, 1, 1), (evening.ArePupils, evening.Numbers.Expected, evening.Numbers.Missing));
    }

    [SkippableFact]
    public async Task A_list_longer_than_anybody_can_follow_is_not_read()
    {
        await Run($"""
            insert into person (id, unit_id, role, name, active, expected)
            with recursive n(i) as (select 1 union all select i + 1 from n where i < {HealthRecordStore.MostPeople + 1})
            select 1000000 + i, {Class}, 'student', 'n', true, true from n
            """);
        Assert.Null(await Read(session => new HealthRecordStore(session).Of(County, Today, Today, default)));
        Assert.Empty((await Notables(Today, Today)).People);

        await Run($"""
            insert into check_in (
                person_id, unit_id, day, slot, revision, is_current, status, temperature_tenths, site, taken, symptoms, travel,
                still_away, isolation, absence, contact, no_thermometer, normal_said, reported_at, source)
            select
                id, unit_id, '{Today:yyyy-MM-dd}', 'morning', 1, true, 'reported', 381, 'unspecified', null, 0, 'no',
                false, 'none', 'none', false, false, false, '{Today:yyyy-MM-dd}T00:00:00Z', 'private'
            from person where id > 1000000
            """);
        Assert.Null(await Read(session => new HealthRecordStore(session).Notables(County, Today, Today, HealthRules.Default.Fever, default)));
    }

    private Task Tell(long person, CheckInAnswer answer, DateOnly day) => Write(async session =>
        await new CheckInStore(session).Append(TestDatabase.Reading(person, 0) with { Answer = answer, Day = day, ReporterName = "王丽" }, default));

    private async Task<HealthRecords> Of(long unit, DateOnly from, DateOnly to) =>
        (await Read(session => new HealthRecordStore(session).Of(unit, from, to, default)))!;

    private async Task<HealthRecords> Notables(DateOnly from, DateOnly to) =>
        (await Read(session => new HealthRecordStore(session).Notables(County, from, to, HealthRules.Default.Fever, default)))!;
}

public sealed class SqliteHealthRecordStoreTests() : HealthRecordStoreTests(new SqliteDatabase());

public sealed class PostgresHealthRecordStoreTests() : HealthRecordStoreTests(new PostgresDatabase());
