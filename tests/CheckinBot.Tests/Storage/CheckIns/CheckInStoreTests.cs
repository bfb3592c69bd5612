using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Users;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.CheckIns;

/// <summary>Check-ins are never overwritten, and one revision counts.</summary>
public abstract class CheckInStoreTests(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task An_answer_is_read_back_as_it_was_told()
    {
        var answer = new CheckInAnswer
        {
            TemperatureTenths = 378,
            Site = MeasuringSite.Ear,
            Taken = [new(369, MeasuringSite.Axillary, "早上"), new(378, MeasuringSite.Ear, null)],
            Symptoms = Symptoms.Fever | Symptoms.Cough,
            SeenDoctor = false,
            Travel = Travel.Yes,
            Place = "孝感",
            ReturnedOn = new DateOnly(2021, 2, 27),
            StillAway = true,
            Isolation = Isolation.Home,
            Absence = Absence.IllAtHome,
            Contact = true,
            NoThermometer = true,
            NormalSaid = true,
        };
        var draft = TestDatabase.Reading(Ming, 0) with { Answer = answer, Slot = "whole", ChatId = -100, MessageId = 12, ReporterPersonId = 33 };
        await Write(session => new CheckInStore(session).Append(draft, default).AsTask());

        var stored = await Read(session => new CheckInStore(session).Current(Ming, Today, "whole", default).AsTask());

        var expected = new CheckIn(Ming, Today, "whole", 1, answer, CheckInSource.Private, 7, Now) { ChatId = -100, MessageId = 12, ReporterPersonId = 33 };
        Assert.Equal(expected, stored);
    }

    [SkippableFact]
    public async Task A_correction_is_a_new_revision_and_the_only_current_one()
    {
        await Append("corrected", 365, 375, 366);

        var history = await Read(session => new CheckInStore(session).History(Ming, Today, "corrected", default).AsTask());
        Assert.Equal([(1, 365), (2, 375), (3, 366)], history.Select(checkIn => (checkIn.Revision, checkIn.Answer.TemperatureTenths!.Value)));
        var current = await Read(session => new CheckInStore(session).Current(Ming, Today, "corrected", default).AsTask());
        Assert.Equal(3, current!.Revision);
    }

    [SkippableFact]
    public async Task Revisions_that_come_at_once_are_numbered_one_by_one_and_one_is_current()
    {
        await using (var writer = new Writer(Database))
        {
            await Task.WhenAll(Enumerable.Range(360, 20).Select(tenths => Task.Run(() => writer.Write(
                session => new CheckInStore(session).Append(TestDatabase.Reading(Ming, tenths) with { Slot = "race" }, default), default))));
        }

        var revisions = await Read(session => session.Query<(int Revision, bool IsCurrent)>(
            "select revision, is_current from check_in where slot = 'race' order by revision", null, default));
        Assert.Equal(Enumerable.Range(1, 20).Select(number => (number, number == 20)), revisions);
    }

    [SkippableFact]
    public async Task An_answer_that_is_taken_back_counts_as_missing_and_its_history_stays()
    {
        await Append("undone", 365);
        var undo = TestDatabase.Reading(Ming, 0) with { Slot = "undone", Answer = CheckInAnswer.Empty, Source = CheckInSource.Undo };
        await Write(session => new CheckInStore(session).Append(undo, default).AsTask());

        var history = await Read(session => new CheckInStore(session).History(Ming, Today, "undone", default).AsTask());
        Assert.Equal([CheckInStatus.Reported, CheckInStatus.Missing], history.Select(checkIn => checkIn.Answer.Status));
    }

    [SkippableFact]
    public async Task A_message_finds_all_revisions_of_the_answers_that_it_made_any_of()
    {
        var made = TestDatabase.Reading(Hua, 365) with { Slot = "edited", ChatId = 7, MessageId = 99 };
        await Write(session => new CheckInStore(session).Append(made, default).AsTask());
        await Write(session => new CheckInStore(session).Append(made with { Answer = new() { TemperatureTenths = 371 }, MessageId = 105 }, default).AsTask());

        var found = await Read(session => new CheckInStore(session).RevisionsOfMessage(7, 99, default).AsTask());
        Assert.Equal([(1, 365, 99), (2, 371, 105)], found.Select(one => (one.Revision, one.Answer.TemperatureTenths!.Value, one.MessageId!.Value)));
    }

    [SkippableFact]
    public async Task A_family_and_a_class_are_read_at_once_with_the_current_answers_of_their_days()
    {
        const long Mother = 70;
        var (before, day, after) = (new DateOnly(2021, 5, 9), new DateOnly(2021, 5, 10), new DateOnly(2021, 5, 11));
        await Write(session => new LinkStore(session).Add(Mother, Hua, LinkKind.Guardian, "妈", "no code", Now, default));
        foreach (var (person, on, tenths) in ((long, DateOnly, int)[])
            [(Hua, before, 361), (Hua, day, 362), (Hua, day, 363), (Hua, after, 364), (Ming, day, 365)])
            await Write(session => new CheckInStore(session).Append(TestDatabase.Reading(person, tenths) with { Day = on }, default).AsTask());

        var linked = await Read(session => new CheckInStore(session).OfLinked(Mother, day, after, default).AsTask());
        Assert.Equal([363, 364], linked.Select(one => one.Answer.TemperatureTenths!.Value).Order());
        var own = await Read(session => new CheckInStore(session).OfPerson(Hua, before, day, default).AsTask());
        Assert.Equal([361, 363], own.Select(one => one.Answer.TemperatureTenths!.Value));
        var room = await Read(session => new CheckInStore(session).OfUnit(Class, before, day, default).AsTask());
        Assert.Equal([361, 363], room[Hua].Select(one => one.Answer.TemperatureTenths!.Value).Order());
        Assert.Equal(365, Assert.Single(room[Ming]).Answer.TemperatureTenths);
    }

    [SkippableFact]
    public async Task An_absence_is_carried_into_the_evening_once_and_for_those_alone_who_are_asked_then()
    {
        await Run("update person set dormitory = '2-301' where id = 31");
        foreach (var person in (long[])[Ming, Hua])
        {
            var absent = TestDatabase.Reading(person, 0) with { Answer = new CheckInAnswer { Absence = Absence.Leave } };
            await Write(session => new CheckInStore(session).Append(absent, default).AsTask());
        }

        await Write(session => new CheckInStore(session).CarryAbsences(Class, Today, "evening", Now.AddHours(10), default));
        await Write(session => new CheckInStore(session).CarryAbsences(Class, Today, "evening", Now.AddHours(10), default));

        var ming = await Read(async session => await new CheckInStore(session).OfPerson(Ming, Today, Today, default));
        Assert.Equal([("morning", Absence.Leave), ("evening", Absence.Leave)], ming.Select(one => (one.Slot, one.Answer.Absence)));
        Assert.Equal((1, (long?)7, Now.AddHours(10)), (ming[1].Revision, ming[1].ReporterUserId, ming[1].ReportedAt));
        Assert.Null(await Read(async session => await new CheckInStore(session).Current(Hua, Today, "evening", default)));
    }

    [SkippableFact]
    public async Task An_absence_that_was_carried_on_follows_what_it_was_carried_from()
    {
        await Run("update person set dormitory = '2-301' where id = 31");
        await Tell("noon", new CheckInAnswer { Absence = Absence.Leave });
        await Write(session => new CheckInStore(session).CarryAbsences(Class, Today, "evening", Now.AddHours(10), default));

        await Tell("noon", new CheckInAnswer { Absence = Absence.IllAtHome });
        Assert.Equal(Absence.IllAtHome, (await Evening())!.Answer.Absence);

        await Tell("noon", new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No });
        Assert.Equal(CheckInStatus.Missing, (await Evening())!.Answer.Status);
    }

    [SkippableFact]
    public async Task A_carried_absence_goes_where_its_family_says_that_the_child_was_there()
    {
        await Run("update person set dormitory = '2-301' where id = 31");
        await Tell("morning", new CheckInAnswer { Absence = Absence.Leave });
        await Write(session => new CheckInStore(session).CarryAbsences(Class, Today, "noon", Now.AddHours(5), default));
        await Write(session => new CheckInStore(session).CarryAbsences(Class, Today, "evening", Now.AddHours(10), default));

        await Tell("evening", new CheckInAnswer { TemperatureTenths = 366 });
        Assert.Equal([CheckInStatus.Exempt, CheckInStatus.Exempt], await Statuses("morning", "noon"));

        await Tell("morning", new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No });
        Assert.Equal([CheckInStatus.Reported, CheckInStatus.Missing], await Statuses("morning", "noon"));
        Assert.Equal(366, (await Evening())!.Answer.TemperatureTenths);
    }

    private Task<CheckIn?> Evening() => Read(async session => await new CheckInStore(session).Current(Ming, Today, "evening", default));

    private async Task<IReadOnlyList<CheckInStatus>> Statuses(params string[] slots)
    {
        var all = await Read(async session => await new CheckInStore(session).OfPerson(Ming, Today, Today, default));
        return [.. slots.Select(slot => all.Single(one => one.Slot == slot).Answer.Status)];
    }

    private Task Tell(string slot, CheckInAnswer answer) => Write(session =>
        new CheckInStore(session).Append(TestDatabase.Reading(Ming, 365) with { Slot = slot, Answer = answer, ChatId = 7, MessageId = 1 }, default).AsTask());

    private async Task Append(string slot, params int[] readings)
    {
        foreach (var tenths in readings)
        {
            await Write(session => new CheckInStore(session).Append(TestDatabase.Reading(Ming, tenths) with { Slot = slot }, default).AsTask());
        }
    }
}

public sealed class SqliteCheckInStoreTests() : CheckInStoreTests(new SqliteDatabase());

public sealed class PostgresCheckInStoreTests() : CheckInStoreTests(new PostgresDatabase());
