using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Forms;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Places;
using CheckinBot.Core.Shown.Sheets;

namespace CheckinBot.Tests.Digests;

/// <content>People and what was told of them. A county has those of one of its schools: nobody lists 200,000.</content>
public static partial class ThreeSizes
{
    private static readonly Symptoms[] Told = [Symptoms.Fever | Symptoms.Cough, Symptoms.Rash, Symptoms.Vomiting | Symptoms.Diarrhoea, Symptoms.SoreThroat];

    public static readonly HealthRules Rules = new() { KeyAreas = [new KeyArea("湖北")] };

    /// <summary>Thirty-one calendar days up to today.</summary>
    public static HealthRecords Records(string size, Language language = Language.ZhHans)
    {
        var people = new List<RecordedPerson>();
        var answers = new List<RecordedAnswer>();
        foreach (var pupil in Classes(Digest(size, language)).Take(42).SelectMany(room => Pupils(room.Unit, room.Numbers.Expected, language)))
        {
            people.Add(pupil);
            answers.AddRange(Enumerable.Range(0, 31).Select(back => AnswerOf(pupil, Today.AddDays(-back), language)).OfType<RecordedAnswer>());
        }

        return new HealthRecords(people, answers);
    }

    /// <summary>The coverage of the pupils by class, as forms of pupils give it.</summary>
    public static IReadOnlyList<PeopleCount> Counts(string size) =>
    [
        .. Classes(Digest(size)).Select(room => new PeopleCount(room.Unit.Id, ArePupils: true, new DigestNumbers
        {
            Expected = room.Own.Expected, Reported = room.Own.Reported, Missing = room.Own.Missing, Exempt = room.Own.Exempt,
        })),
    ];

    public static NamedCases Cases(string size, Language language = Language.ZhHans) => NamedCases.Of(Records(size, language), Today, "morning", Rules);

    private static IEnumerable<Digest> Classes(Digest digest) =>
        digest.Unit.Kind == UnitKind.Class ? [digest] : digest.Units.SelectMany(Classes);

    private static IEnumerable<RecordedPerson> Pupils(DigestUnit room, int count, Language language)
    {
        for (var index = 0; index < count; index++)
        {
            var id = (room.Id * 1000) + index;
            yield return new RecordedPerson(
                new Person(id, room.Id, Role.Student, Words.Name(Mixed((uint)id), language), (3100 + index)
                    .ToString(System.Globalization.CultureInfo.InvariantCulture)), room.Path)
            {
                School = room.Path.Split('/')[1],
                BirthDate = new DateOnly(2011, 1, 1).AddDays((int)(Mixed((uint)id) % 365)),
            };
        }
    }

    /// <summary>The numbers of a class by the very answers that its tables list.</summary>
    private static DigestNumbers Recount(DigestUnit room, int people, DateOnly day)
    {
        var told = Pupils(room, people, Language.ZhHans).Select(pupil => AnswerOf(pupil, day, Language.ZhHans)?.Answer).ToList();
        var answers = told.OfType<CheckInAnswer>().ToList();
        bool Symptomatic(CheckInAnswer one) => (one.Symptoms & ~Symptoms.Fever) != Symptoms.None;
        return new DigestNumbers
        {
            Expected = people,
            Missing = told.Count(one => one is null),
            Exempt = answers.Count(one => one.Status == CheckInStatus.Exempt),
            Reported = answers.Count(one => one.Status == CheckInStatus.Reported),
            Normal = answers.Count(one => one.Status == CheckInStatus.Reported && !Rules.NeedsFollowUp(one, day)),
            Fever = answers.Count(Rules.IsFever),
            FeverAbsent = answers.Count(one => one.Status != CheckInStatus.Reported && Rules.IsFever(one)),
            Symptomatic = answers.Count(Symptomatic),
            SymptomaticAbsent = answers.Count(one => one.Status != CheckInStatus.Reported && Symptomatic(one)),
            Travelled = answers.Count(one => one.Travel == Travel.Yes),
            KeyArea = answers.Count(one => one.Travel == Travel.Yes && Rules.KeyAreaOf(one.Place, day) is not null),
            IsolatedHome = answers.Count(one => one.Isolation == Isolation.Home),
            UnderFollowUp = answers.Count(one => Rules.NeedsFollowUp(one, day)),
        };
    }

    private static RecordedAnswer? AnswerOf(RecordedPerson pupil, DateOnly day, Language language)
    {
        var draw = Mixed(((uint)pupil.Person.Id * 31) + ((uint)day.DayNumber * 65537));
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || (pupil.Person.UnitId % 4 != 2 && draw % 47 == 0)) return null;
        var ill = Mixed((uint)pupil.Person.Id) % 23 == 0 && day > Today.AddDays(-5);
        var told = new CheckInAnswer
        {
            TemperatureTenths = ill && draw % 2 == 0 ? 379 : 362 + (int)(draw % 8),
            Site = draw % 3 == 0 ? MeasuringSite.Forehead : MeasuringSite.Unspecified,
            Symptoms = (draw >> 8) % 53 == 0 ? Told[(draw >> 4) % Told.Length] : Symptoms.None,
            Travel = (draw >> 12) % 67 == 0 ? Travel.Yes : Travel.No,
            Place = (draw >> 12) % 67 == 0 ? Words.Place(draw >> 5, language) : null,
            Absence = ill ? Absence.IllAtHome : Absence.None,
            SeenDoctor = ill ? true : null,
            Isolation = (draw >> 15) % 211 == 0 ? Isolation.Home : Isolation.None,
        };
        var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(7, 0)), TimeSpan.FromHours(8)).AddMinutes(draw % 120);
        return new RecordedAnswer(new CheckIn(pupil.Person.Id, day, "morning", 1, told, CheckInSource.Private, 7, at), Words.Mother(language));
    }
}
