using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Rules;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Schedule;

namespace CheckinBot.Tests.Storage.Alerts;

/// <summary>Facts, rules that fired, their messages, open cases and waivers, on both databases.</summary>
public abstract class AlertStoresTests(TestDatabase database) : StoreContract(database)
{
    private static readonly RulePlace Room = new(RuleScope.Class, TestDatabase.Class);

    [SkippableFact]
    public async Task Facts_are_the_current_answers_of_pupils_that_tell_something()
    {
        await Tell(TestDatabase.Ming, new CheckInAnswer { TemperatureTenths = 382, Symptoms = Symptoms.Cough });
        await Tell(TestDatabase.Hua, new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No });
        await Tell(TestDatabase.Hua, new CheckInAnswer { TemperatureTenths = 376 }, slot: "noon");
        await Tell(TestDatabase.Hua, new CheckInAnswer { TemperatureTenths = 366 }, slot: "noon");
        await Tell(TestDatabase.ClassTeacher, new CheckInAnswer { TemperatureTenths = 385 });
        await Tell(TestDatabase.Hua, new CheckInAnswer { Travel = Travel.Yes, Place = "孝感" }, slot: "evening");
        var rules = HealthRules.Default with { KeyAreas = [new KeyArea("湖北")] };
        foreach (var root in (long[])[TestDatabase.County, TestDatabase.School, TestDatabase.Class])
        {
            var facts = await Read(session => new FactStore(session).Of(root, TestDatabase.Today, TestDatabase.Today, rules, default));
            Assert.Equal(
                ["31 morning Fever, Cough True ", "32 evening None False 湖北"],
                facts.OrderBy(fact => fact.PupilId).Select(fact => $"{fact.PupilId} {fact.Slot} {fact.Signs} {fact.IsAboveLine} {fact.KeyArea}"));
        }

        Assert.Empty(await Read(session => new FactStore(session).Of(TestDatabase.County, TestDatabase.Today.AddDays(1), TestDatabase.Today.AddDays(3), rules, default)));
    }

    [SkippableFact]
    public async Task Silence_counts_from_the_last_answer_or_the_first_card_without_waived_days()
    {
        DateOnly[] days = [TestDatabase.Today, TestDatabase.Today.AddDays(1), TestDatabase.Today.AddDays(2)];
        await Write(async session =>
        {
            foreach (var day in days) await new JobRunStore(session).Claim([TestDatabase.Class], day, "morning", "open", TestDatabase.Now, default);
            await new WaiverStore(session).Set(Waived(TestDatabase.School, days[1]), 7, default);
        });
        await Tell(TestDatabase.Ming, new CheckInAnswer { NoThermometer = true });
        var silent = await Read(session => new FactStore(session).Silent(TestDatabase.School, days[2], 3, default));
        Assert.Equal([(TestDatabase.Ming, 1, days[2]), (TestDatabase.Hua, 2, days[0])], silent.Select(pupil => (pupil.PupilId, pupil.SchoolDays, pupil.Since)));
    }

    [SkippableFact]
    public async Task Silence_counts_from_the_day_on_which_a_pupil_came_or_came_back_and_only_days_with_a_card()
    {
        DateOnly[] days = [TestDatabase.Today, TestDatabase.Today.AddDays(1), TestDatabase.Today.AddDays(4)];
        var roster = new RosterData(TestDatabase.Class, Role.Student, "欧阳晴", "7");
        long came = 0;
        await Write(async session =>
        {
            var store = new RosterStore(session);
            foreach (var day in days) await new JobRunStore(session).Claim([TestDatabase.Class], day, "morning", "open", TestDatabase.Now.AddDays(day.DayNumber - days[0].DayNumber), default);
            came = await store.Add(roster, TestDatabase.Now.AddHours(3), default);
            await store.Deactivate(TestDatabase.Hua, default);
            await store.Update(TestDatabase.Hua, roster with { Name = "小花", Number = "8" }, TestDatabase.Now.AddDays(2), default);
            await store.Update(came, roster with { Number = "9" }, TestDatabase.Now.AddDays(9), default);
        });
        var silent = await Read(session => new FactStore(session).Silent(TestDatabase.School, days[2], 3, default));
        Assert.Equal(
            [(TestDatabase.Ming, 3, days[0]), (TestDatabase.Hua, 1, days[2]), (came, 2, days[1])],
            silent.Select(pupil => (pupil.PupilId, pupil.SchoolDays, pupil.Since)));
        Assert.Empty(await Read(session => new FactStore(session).Silent(TestDatabase.School, days[2].AddDays(1), 3, default)));
    }

    [SkippableFact]
    public async Task Facts_have_the_diseases_told_and_the_second_measurement_of_a_slot()
    {
        await Tell(TestDatabase.Ming, new CheckInAnswer { TemperatureTenths = 381, Taken = [new(385, MeasuringSite.Unspecified, null), new(381, MeasuringSite.Unspecified, null)] });
        await Tell(TestDatabase.Hua, new CheckInAnswer { Absence = Absence.IllAtHome, Diseases = Diseases.Varicella | Diseases.Influenza, OnlySuspected = true });
        var facts = await Read(session => new FactStore(session).Of(TestDatabase.Class, TestDatabase.Today, TestDatabase.Today, HealthRules.Default, default));
        Assert.Equal(
            [(TestDatabase.Ming, (int?)381, true, Diseases.None), (TestDatabase.Hua, null, false, Diseases.Varicella | Diseases.Influenza)],
            facts.OrderBy(fact => fact.PupilId).Select(fact => (fact.PupilId, fact.AgainTenths, fact.IsAboveLineAgain, fact.Diseases)));
        var stored = await Read(session => new CheckInStore(session).Current(TestDatabase.Hua, TestDatabase.Today, "morning", default).AsTask());
        Assert.Equal((Diseases.Varicella | Diseases.Influenza, true), (stored!.Answer.Diseases, stored.Answer.OnlySuspected));
    }

    [SkippableFact]
    public async Task A_rule_fires_once_however_many_workers_find_it()
    {
        var first = await Add(New());
        Assert.NotNull(first);
        Assert.Null(await Add(New()));
        Assert.NotNull(await Add(New() with { FirstDay = TestDatabase.Today.AddDays(1) }));
    }

    [SkippableFact]
    public async Task What_was_stored_comes_back_as_it_was_from_the_class_the_school_and_the_county()
    {
        var id = (await Add(New()))!.Value;
        var expected = New() with { Id = id };
        foreach (var root in (long[])[TestDatabase.County, TestDatabase.School, TestDatabase.Class])
        {
            var firing = Assert.Single(await Read(session => new FiringStore(session).Around(root, TestDatabase.Today, default)));
            Assert.Equal(expected.Pupils, firing.Pupils);
            Assert.Equal(expected with { Pupils = firing.Pupils }, firing);
        }

        Assert.Empty(await Read(session => new FiringStore(session).Under(TestDatabase.County, TestDatabase.Today.AddDays(1), default)));
    }

    [SkippableFact]
    public async Task Only_the_first_takes_it_on_and_then_it_does_not_go_up()
    {
        var id = (await Add(New()))!.Value;
        var due = TestDatabase.Now.AddMinutes(30);
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
            (await new FiringStore(session).Find(id, default))! with { Pupils = [TestDatabase.Hua], WithdrawnAt = TestDatabase.Now, GoesUpAt = null }, default));
        var firing = (await Find(id))!;
        Assert.Equal([TestDatabase.Hua], firing.Pupils);
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
        await Tell(TestDatabase.ClassTeacher, new CheckInAnswer { Isolation = Isolation.Home });
        await Tell(TestDatabase.Hua, new CheckInAnswer { TemperatureTenths = 374, Site = MeasuringSite.Ear, Travel = Travel.Yes, Place = "孝感" });
        await Add(New() with { Pupils = [TestDatabase.Ming] });
        var cases = await Read(session => new CaseStore(session).Under(TestDatabase.County, TestDatabase.Today, TestDatabase.Today, HealthRules.Default, default));
        Assert.Equal([(TestDatabase.Ming, 0, 1), (TestDatabase.ClassTeacher, 1, 0)], cases.OrderBy(one => one.Person.Id).Select(one => (one.Person.Id, one.Answers.Count, one.Firings.Count)));
        Assert.All(cases, one => Assert.Equal("示范县/第一小学/1班", one.Unit.Path));
    }

    [SkippableFact]
    public async Task A_waiver_holds_for_the_units_below_the_nearest_first_until_it_is_taken_back()
    {
        await Write(async session =>
        {
            await new WaiverStore(session).Set(Waived(TestDatabase.School, TestDatabase.Today), 7, default);
            await new WaiverStore(session).Set(Waived(TestDatabase.Class, TestDatabase.Today) with { Reason = WaiverReason.Other, Note = "博物馆" }, 7, default);
            await new WaiverStore(session).Set(Waived(TestDatabase.Class, TestDatabase.Today) with { Reason = WaiverReason.Other, Note = "春游" }, 7, default);
        });
        var waived = await Read(session => new WaiverStore(session).On(TestDatabase.Today, default));
        Assert.Equal([TestDatabase.School, TestDatabase.Class], waived.Keys.Order());
        Assert.Equal((null, "春游"), (waived[TestDatabase.School].Note, waived[TestDatabase.Class].Note));
        Assert.True(await Write(async session => await new WaiverStore(session).Clear(TestDatabase.Class, TestDatabase.Today, default)));
        Assert.Equal(Waived(TestDatabase.School, TestDatabase.Today), await Read(async session => await new WaiverStore(session).Of(TestDatabase.Class, TestDatabase.Today, default)));
        Assert.Null(await Read(async session => await new WaiverStore(session).Of(TestDatabase.Class, TestDatabase.Today.AddDays(1), default)));
    }

    [SkippableFact]
    public async Task All_of_it_goes_with_the_retention_time()
    {
        var id = (await Add(New()))!.Value;
        await Write(async session =>
        {
            await new AlertMessageStore(session).Add(id, 7, "text", default);
            await new WaiverStore(session).Set(Waived(TestDatabase.Class, TestDatabase.Today), 7, default);
        });
        await Write(session => new PurgeStore(session).DeleteTraces([PurgeLimits.At(TestDatabase.Now.AddDays(91), 90)], default));
        foreach (var table in (string[])["rule_firing", "rule_firing_pupil", "alert_message", "waiver"])
            Assert.Equal(0, await Read(session => session.QuerySingle<long>($"select count(*) from {table}", null, default)));
    }

    private static Waiver Waived(long unit, DateOnly day) => new(unit, day, "morning", WaiverReason.Outing, null, "高", TestDatabase.Now);

    private static Firing New() => new(0, "class_cluster_1day", Room)
    {
        Pupils = [TestDatabase.Ming, TestDatabase.Hua],
        Signs = Symptoms.Fever,
        FirstDay = TestDatabase.Today,
        LastDay = TestDatabase.Today,
        FiredAt = TestDatabase.Now,
        DeadlineAt = TestDatabase.Now.AddHours(24),
        ToldUnitId = TestDatabase.School,
        GoesUpAt = TestDatabase.Now.AddMinutes(30),
    };

    private Task<long?> Add(Firing firing) => Write(async session => await new FiringStore(session).Add(firing, default));

    private Task<Firing?> Find(long id) => Read(async session => await new FiringStore(session).Find(id, default));

    private Task<IReadOnlyList<long>> GoingUp(DateTimeOffset now) => Read(session => new FiringStore(session).GoingUp(now, default));

    private Task<bool> Acknowledge(long id, long user, string name) =>
        Write(async session => await new FiringStore(session).Acknowledge(id, user, name, TestDatabase.Now, default));

    private Task Tell(long person, CheckInAnswer answer, string slot = CheckInWindow.Morning) => Write(async session => await new CheckInStore(session).Append(
        new CheckInDraft(person, TestDatabase.Class, TestDatabase.Today, slot, answer, CheckInSource.Private, 7, TestDatabase.Now), default));
}

public sealed class SqliteAlertStoresTests() : AlertStoresTests(new SqliteDatabase());

public sealed class PostgresAlertStoresTests() : AlertStoresTests(new PostgresDatabase());
