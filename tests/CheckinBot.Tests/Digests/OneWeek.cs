using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Schedule;
using CheckinBot.Storage.Settings;
using CheckinBot.Storage.Users;
using CheckinBot.Tests.Jobs;
using static CheckinBot.Tests.Digests.TwoSchools;

namespace CheckinBot.Tests.Digests;

/// <summary>
/// A week of two schools in which everything happens that makes numbers differ: slots that one school has and the other has not, staff,
/// an official who answers, a leaver, a pupil who moves after answering, absences without a reason, travel that nobody answers, a waiver
/// by name, a class that is let off, a holiday of one school, corrections and answers that are taken back.
/// </summary>
internal sealed class OneWeek(ScheduledSchool school, int seed)
{
    private const long Leaver = 35, Mover = 31;

    private readonly Random _random = new(seed);

    private readonly Dictionary<long, long> _places = TwoSchools.Places;

    /// <summary>More people, and the second school.</summary>
    public async Task Begin()
    {
        await TwoSchools.Enter(school);
        await school.Write(async session =>
        {
            await Set(session, FirstSchool, "SchoolDay:Slots", "morning,noon");
            await Set(session, SecondSchool, "SchoolDay:Holidays", "2026-03-05");
        });
    }

    /// <summary>What is told on a day, in all slots; then what happens besides.</summary>
    public async Task Play(DateOnly day)
    {
        var number = day.DayNumber - Monday.DayNumber;
        foreach (var person in _places.Keys.Where(person => person != Leaver || number < 2))
        {
            if (_random.Next(6) > 0) await Tell(person, day, CheckInWindow.Morning, Answer());
            if (_places[person] is FirstClass or SecondClass or FirstSchool && _random.Next(4) > 0) await Tell(person, day, SlotSchedule.NoonId, Answer());
        }

        // A correction, an answer that is taken back, and travel waived by name.
        await Tell(32, day, CheckInWindow.Morning, Answer());
        if (_random.Next(2) == 0) await Tell(42, day, CheckInWindow.Morning, CheckInAnswer.Empty);
        await Tell(61, day, CheckInWindow.Morning, new CheckInAnswer { TemperatureTenths = 366, TravelWaiver = TravelWaiver.NotReached });
        await school.Write(session => Happen(session, day, number));
    }

    private async Task Happen(DbSession session, DateOnly day, int number)
    {
        var now = school.Time.GetUtcNow();
        if (number == 1)
        {
            await new TransferStore(session).Add(
                new Transfer { PersonId = Mover, FromUnitId = FirstClass, ToUnitId = SecondClass, OnDay = day, TransferredAt = now }, default);
            await session.Execute("update person set unit_id = 4 where id = 31", null, default);
            _places[Mover] = SecondClass;
        }

        if (number == 2) await session.Execute("update person set active = false where id = 35", null, default);
        if (number == 4)
        {
            await new WaiverStore(session).Set(
                new Waiver(SecondClass, day, CheckInWindow.Morning, WaiverReason.Outing, null, "赵校长", now), byUserId: ScheduledSchool.Officer, default);
        }
    }

    private CheckInAnswer Answer() => _random.Next(12) switch
    {
        0 => new CheckInAnswer { Absence = Absence.Unspecified },
        1 => new CheckInAnswer { Absence = Absence.Leave },
        2 => new CheckInAnswer { Absence = Absence.IllAtHome, TemperatureTenths = 385, Symptoms = Symptoms.Cough },
        3 => new CheckInAnswer { Symptoms = Symptoms.Headache },
        4 => new CheckInAnswer { TemperatureTenths = 379, Travel = Travel.No },
        5 => new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.Yes, Place = "长沙", Isolation = Isolation.Home },
        6 => new CheckInAnswer { TemperatureTenths = 366, Travel = Travel.No, Diseases = Diseases.Influenza, OnlySuspected = true },
        7 or 8 => new CheckInAnswer { TemperatureTenths = 364 },
        _ => new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No },
    };

    private Task Tell(long person, DateOnly day, string slot, CheckInAnswer answer) => school.Write(session => new CheckInStore(session).Append(
        new CheckInDraft(person, _places[person], day, slot, answer, CheckInSource.Private, 7, school.Time.GetUtcNow()), default).AsTask());

    private Task Set(DbSession session, long unit, string key, string value) =>
        new SettingStore(session).Change(unit, key, value, Looker.Operator("test"), school.Time.GetUtcNow(), default);
}
