using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Places;
using CheckinBot.Core.Rules;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Schedule;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Alerts;

/// <summary>Facts, rules that fired, their messages, open cases and waivers, on both databases.</summary>
public abstract class AlertStoresTests(TestDatabase database) : StoreContract(database)
{
    private static readonly RulePlace Room = new(RuleScope.Class, Class);

    [SkippableFact]
    public async Task Facts_are_the_current_answers_of_pupils_that_tell_something()
    {
        await Tell(Ming, new CheckInAnswer { TemperatureTenths = 382, Symptoms = Symptoms.Cough });
        await Tell(Hua, new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No });
        await Tell(Hua, new CheckInAnswer { TemperatureTenths = 376 }, slot: "noon");
        await Tell(Hua, new CheckInAnswer { TemperatureTenths = 366 }, slot: "noon");
        await Tell(ClassTeacher, new CheckInAnswer { TemperatureTenths = 385 });
        await Tell(Hua, new CheckInAnswer { Travel = Travel.Yes, Place = "孝感" }, slot: "evening");
        var rules = HealthRules.Default with { KeyAreas = [new KeyArea("湖北")] };
        foreach (var root in (long[])[County, School, Class])
        {
            var facts = await Read(session => new FactStore(session).Of(root, Today, Today, rules, default));
            Assert.Equal(
                ["31 morning Fever, Cough True ", "32 evening None False 湖北"],
                facts.OrderBy(fact => fact.PupilId).Select(fact => $"{fact.PupilId} {fact.Slot} {fact.Signs} {fact.IsAboveLine} {fact.KeyArea}"));
        }

        Assert.Empty(await Read(session => new FactStore(session).Of(County, Today.AddDays(1), Today.AddDays(3), rules, default)));
    }

    [SkippableFact]
    public async Task Silence_counts_from_the_last_answer_or_the_first_card_without_waived_days()
    {
        DateOnly[] days = [Today, Today.AddDays(1), Today.AddDays(2)];
        await Write(async session =>
        {
            foreach (var day in days) await new JobRunStore(session).Claim([Class], day, "morning", "open", Now, default);
            await new WaiverStore(session).Set(Waived(School, days[1]), 7, default);
        });
        await Tell(Ming, new CheckInAnswer { NoThermometer = true });
        var silent = await Read(session => new FactStore(session).Silent(School, days[2], 3, default));
        Assert.Equal([(Ming, 1, days[2]), (Hua, 2, days[0])], silent.Select(pupil => (pupil.PupilId, pupil.SchoolDays, pupil.Since)));
    }

    [SkippableFact]
    public async Task Silence_counts_from_the_day_on_which_a_pupil_came_or_came_back_and_only_days_with_a_card()
    {
        DateOnly[] days = [Today, Today.AddDays(1), Today.AddDays(4)];
        var roster = new RosterData(Class, Role.Student, "欧阳晴", "7");
        long came = 0;
        await Write(async session =>
        {
            var store = new RosterStore(session);
            foreach (var day in days)
                await new JobRunStore(session).Claim([Class], day, "morning", "open", Now.AddDays(day.DayNumber - days[0].DayNumber), default);
            came = await store.Add(roster, Now.AddHours(3), default);
            await store.Deactivate(Hua, default);
            await store.Update(Hua, roster with { Name = "小花", Number = "8" }, Now.AddDays(2), default);
            await store.Update(came, roster with { Number = "9" }, Now.AddDays(9), default);
        });
        var silent = await Read(session => new FactStore(session).Silent(School, days[2], 3, default));
        Assert.Equal(
            [(Ming, 3, days[0]), (Hua, 1, days[2]), (came, 2, days[1])],
            silent.Select(pupil => (pupil.PupilId, pupil.SchoolDays, pupil.Since)));
        Assert.Empty(await Read(session => new FactStore(session).Silent(School, days[2].AddDays(1), 3, default)));
    }

    [SkippableFact]
    public async Task Facts_have_the_diseases_told_and_the_second_measurement_of_a_slot()
    {
        TakenTemperature[] taken = [new(385, MeasuringSite.Unspecified, null), new(381, MeasuringSite.Unspecified, null)];
        await Tell(Ming, new CheckInAnswer { TemperatureTenths = 381, Taken = taken });
        await Tell(Hua, new CheckInAnswer { Absence = Absence.IllAtHome, Diseases = Diseases.Varicella | Diseases.Influenza, OnlySuspected = true });
        var facts = await Read(session => new FactStore(session).Of(Class, Today, Today, HealthRules.Default, default));
        Assert.Equal(
            [(Ming, (int?)381, true, Diseases.None), (Hua, null, false, Diseases.Varicella | Diseases.Influenza)],
            facts.OrderBy(fact => fact.PupilId).Select(fact => (fact.PupilId, fact.AgainTenths, fact.IsAboveLineAgain, fact.Diseases)));
        var stored = await Read(session => new CheckInStore(session).Current(Hua, Today, "morning", default).AsTask());
        Assert.Equal((Diseases.Varicella | Diseases.Influenza, true), (stored!.Answer.Diseases, stored.Answer.OnlySuspected));
    }

    [SkippableFact]
    public async Task A_fever_that_fell_within_the_day_is_a_fact_and_a_case_by_its_highest_reading()
    {
        TakenTemperature[] taken =
        [
            new(382, MeasuringSite.Unspecified, null) { At = new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.FromHours(8)) },
            new(369, MeasuringSite.Unspecified, null) { At = new DateTimeOffset(2026, 3, 2, 14, 1, 0, TimeSpan.FromHours(8)) },
        ];
        await Tell(Ming, new CheckInAnswer { TemperatureTenths = 369, Taken = taken, FeverReducer = true });
        var fact = Assert.Single(await Read(session => new FactStore(session).Of(Class, Today, Today, HealthRules.Default, default)));
        Assert.Equal((Ming, 382, true, true), (fact.PupilId, fact.TemperatureTenths!.Value, fact.IsAboveLine, fact.Signs.HasFlag(Symptoms.Fever)));
        Assert.False(fact.IsAboveLineAgain);
        var one = Assert.Single(await Read(session => new CaseStore(session).Under(School, Today, Today, HealthRules.Default, default)));
        var answer = Assert.Single(one.Answers).Answer;
        Assert.Equal([(382, 7), (369, 14)], answer.Readings.Select(reading => (reading.Tenths, reading.At!.Value.Hour)));
        Assert.True(answer.FeverReducer);
    }

    [SkippableFact]
    public async Task A_rule_fires_once_however_many_workers_find_it()
    {
        var first = await Add(New());
        Assert.NotNull(first);
        Assert.Null(await Add(New()));
        Assert.NotNull(await Add(New() with { FirstDay = Today.AddDays(1) }));
    }

    [SkippableFact]
    public async Task What_was_stored_comes_back_as_it_was_from_the_class_the_school_and_the_county()
    {
        var id = (await Add(New()))!.Value;
        var expected = New() with { Id = id };
        foreach (var root in (long[])[County, School, Class])
        {
            var firing = Assert.Single(await Read(session => new FiringStore(session).Around(root, Today, default)));
            Assert.Equal(expected.Pupils, firing.Pupils);
            Assert.Equal(expected with { Pupils = firing.Pupils }, firing);
        }

        Assert.Empty(await Read(session => new FiringStore(session).Under(County, Today.AddDays(1), default)));
    }

    [SkippableFact]
    public async Task Only_the_first_takes_it_on_and_then_it_does_not_go_up()
    {
        var id = (await Add(New()))!.Value;
        var due = Now.AddMinutes(30);
        Assert.Equal([id], await GoingUp(due));
        Assert.Empty(await GoingUp(due.AddSeconds(-1)));
        Assert.True(await Acknowledge(id, 7, "高"));
        Assert.False(await Acknowledge(id, 8, "程"));
        Assert.Empty(await GoingUp(due));
        Assert.Equal("高", (await Find(id))!.AcknowledgedName);
    }

    [SkippableFact]
    public async Task A_change_replaces_the_pupils_and_withdraws()
    {
        var id = (await Add(New()))!.Value;
        await Write(async session => await new FiringStore(session).Update(
            (await new FiringStore(session).Find(id, default))! with { Pupils = [Hua], WithdrawnAt = Now, GoesUpAt = null }, default));
        var firing = (await Find(id))!;
        Assert.Equal([Hua], firing.Pupils);
        Assert.False(firing.IsOpen);
        Assert.False(await Acknowledge(id, 7, "高"));
    }

    [SkippableFact]
    public async Task Somebody_is_told_of_a_firing_by_one_message()
    {
        var id = (await Add(New()))!.Value;
        Assert.True(await Write(async session => await new AlertMessageStore(session).Add(id, 7, "text", default)));
        Assert.False(await Write(async session => await new AlertMessageStore(session).Add(id, 7, "text", default)));
        await Write(async session =>
        {
            await new AlertMessageStore(session).SetMessage(id, 7, 55, default);
            await new AlertMessageStore(session).SetShown(id, 7, "more", default);
        });
        var message = Assert.Single(await Read(session => new AlertMessageStore(session).Of(id, default)));
        Assert.Equal((7L, 55, "more"), (message.ChatId, message.MessageId, message.Shown));
    }

    [SkippableFact]
    public async Task Open_cases_are_told_or_named_by_a_rule()
    {
        await Tell(ClassTeacher, new CheckInAnswer { Isolation = Isolation.Home });
        await Tell(Hua, new CheckInAnswer { TemperatureTenths = 374, Site = MeasuringSite.Ear, Travel = Travel.Yes, Place = "孝感" });
        await Add(New() with { Pupils = [Ming] });
        var cases = await Read(session => new CaseStore(session).Under(County, Today, Today, HealthRules.Default, default));
        var counted = cases.OrderBy(one => one.Person.Id).Select(one => (one.Person.Id, one.Answers.Count, one.Firings.Count));
        Assert.Equal([(Ming, 0, 1), (ClassTeacher, 1, 0)], counted);
        Assert.All(cases, one => Assert.Equal("示范县/第一小学/1班", one.Unit.Path));
    }

    [SkippableFact]
    public async Task A_waiver_holds_for_the_units_below_the_nearest_first_until_it_is_taken_back()
    {
        await Write(async session =>
        {
            await new WaiverStore(session).Set(Waived(School, Today), 7, default);
            await new WaiverStore(session).Set(Waived(Class, Today) with { Reason = WaiverReason.Other, Note = "博物馆" }, 7, default);
            await new WaiverStore(session).Set(Waived(Class, Today) with { Reason = WaiverReason.Other, Note = "春游" }, 7, default);
        });
        var waived = await Read(session => new WaiverStore(session).On(Today, default));
        Assert.Equal([School, Class], waived.Keys.Order());
        Assert.Equal((null, "春游"), (waived[School].Note, waived[Class].Note));
        Assert.True(await Write(async session => await new WaiverStore(session).Clear(Class, Today, default)));
        Assert.Equal(Waived(School, Today), await Read(async session => await new WaiverStore(session).Of(Class, Today, default)));
        Assert.Null(await Read(async session => await new WaiverStore(session).Of(Class, Today.AddDays(1), default)));
    }

    [SkippableFact]
    public async Task All_of_it_goes_with_the_retention_time()
    {
        var id = (await Add(New()))!.Value;
        await Write(async session =>
        {
            await new AlertMessageStore(session).Add(id, 7, "text", default);
            await new WaiverStore(session).Set(Waived(Class, Today), 7, default);
        });
        await Write(session => new PurgeStore(session).DeleteTraces([PurgeLimits.At(Now.AddDays(91), 90)], default));
        foreach (var table in (string[])["rule_firing", "rule_firing_pupil", "alert_message", "waiver"])
            Assert.Equal(0, await Read(session => session.QuerySingle<long>($"select count(*) from {table}", null, default)));
    }

    [SkippableFact]
    public async Task A_class_has_boarders_while_one_of_its_pupils_has_a_dormitory()
    {
        Assert.False(await Read(session => new FactStore(session).HasBoarders(Class, default)));
        await Run("update person set dormitory = '2-301' where id = 31");
        Assert.True(await Read(session => new FactStore(session).HasBoarders(Class, default)));
        await Run("update person set active = false where id = 31");
        Assert.False(await Read(session => new FactStore(session).HasBoarders(Class, default)));
    }

    private static Waiver Waived(long unit, DateOnly day) => new(unit, day, "morning", WaiverReason.Outing, null, "高", Now);

    private static Firing New() => new(0, "class_cluster_1day", Room)
    {
        Pupils = [Ming, Hua],
        Signs = Symptoms.Fever,
        FirstDay = Today,
        LastDay = Today,
        FiredAt = Now,
        DeadlineAt = Now.AddHours(24),
        ToldUnitId = School,
        GoesUpAt = Now.AddMinutes(30),
    };

    private Task<long?> Add(Firing firing) => Write(async session => await new FiringStore(session).Add(firing, default));

    private Task<Firing?> Find(long id) => Read(async session => await new FiringStore(session).Find(id, default));

    private Task<IReadOnlyList<long>> GoingUp(DateTimeOffset now) => Read(session => new FiringStore(session).GoingUp(now, default));

    private Task<bool> Acknowledge(long id, long user, string name) =>
        Write(async session => await new FiringStore(session).Acknowledge(id, user, name, Now, default));

    private Task Tell(long person, CheckInAnswer answer, string slot = CheckInWindow.Morning) => Write(async session => await new CheckInStore(session).Append(
        new CheckInDraft(person, Class, Today, slot, answer, CheckInSource.Private, 7, Now), default));
}

public sealed class SqliteAlertStoresTests() : AlertStoresTests(new SqliteDatabase());

public sealed class PostgresAlertStoresTests() : AlertStoresTests(new PostgresDatabase());
