using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Tests.Digests;

/// <summary>
/// A county of 200,000 in which a school has 2,000 and a class 45, by generated numbers that are the same every time,
/// for a week of snapshots; its names in each language.
/// </summary>
internal sealed class MadeUpCounty(Language language)
{
    public const long CountyId = 1, SchoolId = 1_000, ClassId = 1_000_000;

    private const int Schools = 100, Grades = 6, Classes = 43, ClassSize = 45, Staff = 65;

    private static readonly DateOnly[] Week = [.. Enumerable.Range(2, 5).Select(day => new DateOnly(2026, 3, day)), new DateOnly(2026, 3, 9)];

    private readonly DigestTree[] _days = [.. Week.Select((day, index) => Count(day, index, language))];

    /// <summary>What is shown of a unit on the last day.</summary>
    public DigestView View(long unitId, UnitKind kind)
    {
        var history = _days.Select((tree, index) => new DigestDay(Week[index], tree.Digest(unitId, Digest.LevelsOf(kind))! with { Revision = 1 })).ToList();
        return new DigestView(history[^1].Digest)
        {
            OpensAt = new TimeOnly(6, 30),
            Days = [.. Week.TakeLast(DigestHistory.SchoolDays)],
            History = new DigestHistory(history),
            DayBefore = Week[^2],
            WeekBefore = Week[0],
            Slots = ["morning"],
        };
    }

    private static DigestTree Count(DateOnly day, int index, Language language)
    {
        var counts = new List<UnitCount> { new(new DigestUnit(CountyId, null, County(language), UnitKind.Area), default) };
        for (var school = 0; school < Schools; school++)
        {
            var path = $"{County(language)}/{School(school + 1, language)}";
            counts.Add(new(new DigestUnit(SchoolId + school, CountyId, path, UnitKind.School), Numbers(Staff, Draw(index, school, 99))));
            for (var grade = 0; grade < Grades; grade++)
                counts.Add(new(
                    new DigestUnit(500_000 + (school * Grades) + grade, SchoolId + school, $"{path}/{Grade(grade, language)}", UnitKind.Grade), default));
            for (var room = 0; room < Classes; room++)
            {
                var grade = room % Grades;
                var unit = new DigestUnit(
                    ClassId + (school * Classes) + room, 500_000 + (school * Grades)
                    + grade, $"{path}/{Grade(grade, language)}/{Room((room / Grades) + 1, language)}", UnitKind.Class);
                var draw = Draw(index, school, room);
                counts.Add(new(unit, Numbers(ClassSize, draw), LikeSymptoms: draw % 400 == 1 ? 3 : 0, ReopenedAt: draw % 5 == 0
                    ? new DateTimeOffset(day, new TimeOnly(0, 12), TimeSpan.Zero)
                    : null));
            }
        }

        return new DigestTree(new DigestMoment(day, "morning", new DateTimeOffset(day, new TimeOnly(9, 30), TimeSpan.FromHours(8))), counts);
    }

    // The class whose golden digest is kept is always short of somebody on the last day.
    private static int Draw(int day, int school, int room) =>
        day == Week.Length - 1 && school == 0 && room == 0
            ? 1203
            : (int)((uint)((day * 7919) + (school * 104_729) + (room * 1_299_709) + 12345) * 2654435761 >> 12 & 0x3fff);

    private static DigestNumbers Numbers(int people, int draw)
    {
        var missing = draw % 3 == 0 ? draw / 3 % 5 : 0;
        var exempt = draw % 7 == 0 ? 1 : 0;
        var fever = draw % 41 == 0 || draw == 1203 ? 1 : 0;
        var symptomatic = draw % 23 == 0 || draw == 1203 ? 1 : 0;
        var travelled = draw % 11 == 0 ? 2 : 0;
        var keyArea = draw % 121 == 0 ? 1 : 0;
        var home = draw % 60 == 0 ? 1 : 0;
        return new DigestNumbers
        {
            Expected = people,
            Missing = missing,
            Exempt = exempt,
            Reported = people - missing - exempt,
            Normal = people - missing - exempt - fever - symptomatic - keyArea - home,
            Fever = fever,
            Symptomatic = symptomatic,
            Travelled = travelled,
            KeyArea = keyArea,
            IsolatedHome = home,
            UnderFollowUp = fever + symptomatic + keyArea + home,
        };
    }

    private static string County(Language language) => language switch { Language.ZhHans => "示范县", Language.ZhHant => "示範縣", _ => "Model County" };

    private static string School(int number, Language language) =>
        language switch { Language.ZhHans => $"第{number}小学", Language.ZhHant => $"第{number}國小", _ => $"School {number}" };

    private static string Grade(int grade, Language language) => language switch
    {
        Language.ZhHans => "一二三四五六"[grade] + "年级",
        Language.ZhHant => "一二三四五六"[grade] + "年級",
        _ => $"Grade {grade + 1}",
    };

    private static string Room(int number, Language language) => language == Language.En ? $"Class {number}" : $"{number}班";
}
