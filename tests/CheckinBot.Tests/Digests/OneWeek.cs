using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Schedule;
using CheckinBot.Storage.Settings;
using CheckinBot.Storage.Users;
using CheckinBot.Tests.Jobs;

namespace CheckinBot.Tests.Digests;

/// <summary>
/// A week of two schools in which everything happens that makes numbers differ: slots that one school has and the other has not, staff,
/// an official who answers, a leaver, a pupil who moves after answering, absences without a reason, travel that nobody answers, a waiver
/// by name, a class that is let off, a holiday of one school, corrections and answers that are taken back.
/// </summary>
internal sealed class OneWeek(ScheduledSchool school, int seed)
{
    public const long County = 1, FirstSchool = 2, FirstClass = 3, SecondClass = 4, SecondSchool = 5, ThirdClass = 6;

    public static readonly DateOnly Monday = new(2026, 3, 2);

    private const long Leaver = 35, Mover = 31, Officer = 21, Official = 11;

    private readonly Random _random = new(seed);

    private readonly Dictionary<long, long> _places = new()
    {
        [31] = FirstClass,
        [32] = FirstClass,
        [33] = FirstClass,
        [34] = FirstClass,
        [Leaver] = FirstClass,
        [41] = SecondClass,
        [42] = SecondClass,
        [Officer] = FirstSchool,
        [22] = FirstSchool,
        [61] = ThirdClass,
        [62] = ThirdClass,
        [63] = ThirdClass,
        [Official] = County,
    };

    /// <summary>More people, and the second school.</summary>
    public Task Begin() => school.Write(async session =>
    {
        await session.Execute(
            """
            insert into unit (id, parent_id, name, path, kind, school_id, time_zone, language) values
                (5, 1, '第二小学', '示范县/第二小学', 'school', 5, null, null),
                (6, 5, '3班', '示范县/第二小学/3班', 'class', 5, null, null);
            insert into unit_ancestor (unit_id, ancestor_id, distance) values (5, 5, 0), (5, 1, 1), (6, 6, 0), (6, 5, 1), (6, 1, 2);
            insert into person (id, unit_id, role, name, number, expected) values
                (34, 3, 'student', '韩梅梅', '4', true), (35, 3, 'student', '周双双', '5', true), (42, 4, 'student', '欧阳晴', '6', true),
                (22, 2, 'teacher', '钱老师', 'T3', true), (61, 6, 'student', '丁一', '1', true), (62, 6, 'student', '丁二', '2', true),
                (63, 6, 'class_teacher', '冯老师', 'T1', true);
            update person set expected = true where id in (33, 21);
            """,
            null, default);
        await Set(session, FirstSchool, "SchoolDay:Slots", "morning,noon");
        await Set(session, SecondSchool, "SchoolDay:Holidays", "2026-03-05");
    });

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
