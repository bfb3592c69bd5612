using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Places;
using CheckinBot.Core.Rules;
using CheckinBot.Core.Shown.Pictures;

namespace CheckinBot.Tests.Digests;

/// <summary>
/// A class of 45, a school of 2,000 and a county of 200,000 with generated numbers, the same on every machine, as
/// pictures, workbooks and forms are made of them.
/// </summary>
public static partial class ThreeSizes
{
    public static readonly DateOnly Today = new(2021, 3, 2);
    private const long WholeSchool = 1000 + (40 * 100);

    private static readonly DigestMoment Moment = new(Today, "morning", new DateTimeOffset(2021, 3, 2, 9, 30, 0, TimeSpan.FromHours(8)));

    public static TheoryData<string, Language> SizesAndLanguages
    {
        get
        {
            var all = new TheoryData<string, Language>();
            foreach (var size in new[] { "class", "school", "county" })
            {
                foreach (var language in Enum.GetValues<Language>()) all.Add(size, language);
            }

            return all;
        }
    }

    /// <summary>The digest of today with all units below.</summary>
    public static Digest Digest(string size, Language language = Language.ZhHans) => Tree(size, Today, language).Digest(1)!;

    /// <summary>Fourteen school days up to today; on the fourth of them the worker did not run.</summary>
    public static DrawnHistory History(string size, Language language = Language.ZhHans)
    {
        var days = new List<DateOnly>();
        for (var day = Today; days.Count < DrawnHistory.DrawnDays; day = day.AddDays(-1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) days.Insert(0, day);
        }

        var trees = days.Select((day, index) => index == 3 ? null : Tree(size, day, language)).ToList();
        var now = Digest(size, language);
        var units = Parts(now).Select(unit => new UnitHistory(
            unit.Unit.Path[(now.Unit.Path.Length + 1)..],
            [.. trees.Select(tree => tree is null ? (DigestNumbers?)null : tree.Totals[unit.Unit.Id])]));
        return new DrawnHistory(now, days, [.. trees.Select(tree => tree is null ? (DigestNumbers?)null : tree.Totals[1])], [.. units]);
    }

    /// <summary>The same as a file shows it half an hour after the message: alerts, units that are let off, and signatures.</summary>
    public static CountedDigest Counted(string size, Language language = Language.ZhHans)
    {
        var digest = Digest(size, language);
        var parts = size == "class" ? [digest] : Parts(digest).ToList();
        var at = Moment.At.ToUniversalTime();
        var whole = parts.Last(part => part.Numbers.Complete);
        var signed = new SignOff(whole.Unit.Id, 1, whole.Numbers, Words.Teacher(language), at.AddHours(-1));
        var outdated = new SignOff(parts[0].Unit.Id, 1, default, "Emma Li", at.AddHours(-1));
        return new CountedDigest(SignOff.On(digest, new[] { outdated, signed }.DistinctBy(one => one.UnitId).ToDictionary(one => one.UnitId), areNow: true))
        {
            Since = new SinceSnapshot(Moment.At.AddMinutes(-30), People: size == "county" ? 0 : 3, SameNumbers: size == "county"),
            Fired =
            [
                new FiredAlert("three-in-a-day", RuleKind.LikeSymptoms, parts[0].Unit.Path, 3, at, TakenBy: null),
                new FiredAlert("key-area", RuleKind.KeyArea, parts[0].Unit.Path, 1, at, Words.Head(language)),
            ],
            Waived = size == "class" ? new Dictionary<long, Waiver>() : new Dictionary<long, Waiver>
            {
                [parts[1].Unit.Id] = new(parts[1].Unit.Id, Today, "morning", WaiverReason.Outing, null, Words.Head(language), at),
                [parts[2].Unit.Id] = new(parts[2].Unit.Id, Today, "morning", WaiverReason.Other, Words.Note(language), Words.Head(language), at),
            },
            // Of the county besides: one class somewhere in the fourth school.
            WaivedBelow = (
                size == "class" ? [] : (long[])[digest.Unit.Id, digest.Unit.Id, .. size == "county" ? (long[])[digest.Unit.Id, parts[3].Unit.Id] : []])
                .ToLookup(above => above, _ => new Waiver(0, Today, "morning", WaiverReason.Outing, null, "高校长", at)),
        };
    }

    private static IEnumerable<Digest> Parts(Digest digest) => digest.Unit.Kind == UnitKind.School
        ? digest.Units.SelectMany(grade => grade.Units)
        : digest.Units;

    private static DigestTree Tree(string size, DateOnly day, Language language)
    {
        var units = new List<(DigestUnit Unit, int People)>();
        switch (size)
        {
            case "class":
                units.Add((new DigestUnit(
                    1, null, $"{Words.County(language)}/{Words.School(language)}/{Words.Grade(3, language)}/{Words.Room(1, language)}", UnitKind.Class), 45));
                break;
            case "school":
                AddSchool(units, new DigestUnit(1, null, $"{Words.County(language)}/{Words.School(language)}", UnitKind.School),
                    language, firstId: 2, grades: 6, classes: 7, pupils: 46, staff: 68);
                break;
            default:
                units.Add((new DigestUnit(1, null, Words.County(language), UnitKind.Area), 0));
                for (var school = 0; school < 100; school++)
                {
                    var id = 1000 + (school * 100);
                    AddSchool(units, new DigestUnit(id, 1, $"{Words.County(language)}/{Words.School(school, language)}", UnitKind.School), language, id
                        + 1, grades: 6, classes: 7, pupils: 46, staff: 68);
                }

                break;
        }

        return new DigestTree(
            Moment with { Day = day, At = Moment.At.AddDays(day.DayNumber - Today.DayNumber) },
            units.Select(one => size != "county" && one.Unit.Kind == UnitKind.Class
            ? new UnitCount(one.Unit, Recount(one.Unit, one.People, day))
            : Count(one.Unit, one.People, day)), Before(size, day));
    }

    private static IReadOnlyDictionary<long, DigestNumbers>? Before(string size, DateOnly day) =>
        day == Today ? Tree(size, day.AddDays(-1), Language.ZhHans).Totals : null;

    private static void AddSchool(
        List<(DigestUnit Unit, int People)> units, DigestUnit school, Language language, long firstId, int grades, int classes, int pupils, int staff)
    {
        units.Add((school, staff));
        for (var grade = 1; grade <= grades; grade++)
        {
            var gradeId = firstId++;
            units.Add((new DigestUnit(gradeId, school.Id, $"{school.Path}/{Words.Grade(grade, language)}", UnitKind.Grade), 0));
            for (var number = 1; number <= classes; number++)
                units.Add((new DigestUnit(firstId++, gradeId, $"{school.Path}/{Words.Grade(grade, language)}/{Words.Room(number, language)}", UnitKind.Class),
                    pupils));
        }
    }

    private static UnitCount Count(DigestUnit unit, int people, DateOnly day)
    {
        if (people == 0) return new UnitCount(unit, default);
        var draw = Mixed(((uint)unit.Id * 7919) + ((uint)day.DayNumber * 104729));
        var exempt = (int)(draw % 5 == 0 ? 1 : 0);
        // One school of the county has everybody.
        var isWhole = unit.Id is >= WholeSchool and < WholeSchool + 100;
        var missing = isWhole ? 0 : (int)((draw >> 3) % 9 == 0 ? 1 + ((draw >> 7) % 4) : 0);
        if (!isWhole && (draw >> 11) % 97 == 0) missing = people - exempt;
        var reported = people - exempt - missing;
        var fever = reported > 0 && (draw >> 17) % 23 == 0 ? 1 + (int)((draw >> 22) % 2) : 0;
        var symptomatic = reported > 3 && (draw >> 5) % 13 == 0 ? 2 : 0;
        var keyArea = (draw >> 9) % 33 == 0 && reported > 5 ? 1 : 0;
        var home = (draw >> 13) % 41 == 0 && reported > 5 ? 1 : 0;
        return new UnitCount(unit, new DigestNumbers
        {
            Expected = people,
            Reported = reported,
            Missing = missing,
            Exempt = exempt,
            Normal = reported - fever - symptomatic - keyArea - home,
            Fever = fever,
            Symptomatic = symptomatic,
            Travelled = (draw >> 9) % 11 == 0 && reported > 0 ? 1 : 0,
            KeyArea = keyArea,
            IsolatedHome = home,
            UnderFollowUp = fever + symptomatic + keyArea + home,
        });
    }

    // Numbers that look drawn and are not.
    private static uint Mixed(uint seed)
    {
        seed = (seed ^ (seed >> 16)) * 0x45d9f3b;
        seed = (seed ^ (seed >> 16)) * 0x45d9f3b;
        return seed ^ (seed >> 16);
    }
}
