using System.Globalization;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Demo.Population;

namespace CheckinBot.Demo.History;

/// <summary>What everybody told on one day before the demo: always the same, and different from day to day.</summary>
/// <param name="county">Who there is.</param>
/// <param name="story">Who was not simply well.</param>
/// <param name="index">Which day, from 0.</param>
internal sealed class PastDay(County county, IReadOnlyList<Chapter> story, int index)
{
    private static readonly Habit[] OftenLate = [Habit.Never, Habit.AfterNudge, Habit.AfterSecondReminder, Habit.AfterReminder];

    /// <summary>All that was told, in the order of the day.</summary>
    public IReadOnlyList<PastAnswer> Answers() =>
    [
        .. county.Classes.SelectMany((room, number) => OfClass(room, number)).Concat(county.Staff.Where(IsAsked).Select(OfStaff))
            .OrderBy(answer => answer.At),
    ];

    private IEnumerable<PastAnswer> OfClass(ClassRoom room, int number)
    {
        var families = county.Households
            .SelectMany(home => home.Pupils, (home, pupil) => (Home: home, Pupil: pupil)).Where(one => one.Pupil.ClassPath == room.Path).ToList();
        var prompt = families.Where(one => one.Home.Habit == Habit.Prompt).ToList();
        var told = story.Where(chapter => chapter.Day == index && chapter.Class == number).ToLookup(chapter => prompt[chapter.Family].Pupil);
        var late = families.Where(one => OftenLate.Contains(one.Home.Habit)).Select(one => one.Pupil).ToList();
        // Nobody stays silent for three days in a row.
        var silent = Enumerable.Range(0, Story.Silent[index][number]).Select(more => late[((2 * index) + more) % late.Count]).ToHashSet();
        return families.Where(one => !silent.Contains(one.Pupil))
            .SelectMany(one => told.Contains(one.Pupil)
                ? told[one.Pupil].Select(chapter => OfStory(one.Home, one.Pupil, chapter))
                : Usual(room, one.Home, one.Pupil));
    }

    private static PastAnswer OfStory(Household home, Pupil pupil, Chapter chapter) =>
        new(pupil.ClassPath, pupil.Number, chapter.At, chapter.Answer, CheckInSource.Private, home.Carers[0].Account);

    private IEnumerable<PastAnswer> Usual(ClassRoom room, Household home, Pupil pupil)
    {
        var draw = Draw(pupil.Number);
        var (source, from, minutes) = Way(home.Habit);
        var well = Story.Well(362 + draw.Next(5) + draw.Next(3));
        var at = from.Add(TimeSpan.FromMinutes(minutes * draw.NextDouble()));
        if (source == CheckInSource.Teacher)
        {
            yield return new(pupil.ClassPath, pupil.Number, at, well, source, room.Teacher.Account) { Staff = (room.Teacher.UnitPath, room.Teacher.Number) };
            yield break;
        }

        var by = home.Carers[0].Account;
        if (home.Habit == Habit.EditsMessage && index % 3 == 0)
        {
            yield return new(pupil.ClassPath, pupil.Number, at, Story.Well(376), source, by);
            yield return new(pupil.ClassPath, pupil.Number, at.AddMinutes(1), Story.Well(367), CheckInSource.Edit, by);
            yield break;
        }

        yield return new(pupil.ClassPath, pupil.Number, at, well, source, by);
        if (home.Habit != Habit.Undoes || index % 4 != 1) yield break;
        yield return new(pupil.ClassPath, pupil.Number, at.AddMinutes(3), CheckInAnswer.Empty, CheckInSource.Undo, by);
        yield return new(pupil.ClassPath, pupil.Number, at.AddMinutes(4), Story.Well(363), source, by);
    }

    private static (CheckInSource Source, TimeOnly From, int Minutes) Way(Habit habit) => habit switch
    {
        Habit.NoPhone => (CheckInSource.Teacher, new(8, 34), 12),
        // The class teacher has called them by then.
        Habit.Never => (CheckInSource.Teacher, new(9, 35), 12),
        Habit.AfterNudge => (CheckInSource.Private, new(8, 36), 30),
        Habit.AfterSecondReminder => (CheckInSource.Private, new(8, 17), 12),
        Habit.AfterReminder => (CheckInSource.Private, new(7, 32), 35),
        Habit.JoinsChain => (CheckInSource.Chain, new(6, 48), 50),
        Habit.RepliesToCard or Habit.PressesCard => (CheckInSource.Card, new(6, 34), 30),
        Habit.NamesInGroup => (CheckInSource.Group, new(6, 33), 50),
        _ => (CheckInSource.Private, new(6, 31), 55),
    };

    private PastAnswer OfStaff(StaffMember member)
    {
        var draw = Draw(member.Number);
        var at = new TimeOnly(6, 32).Add(TimeSpan.FromMinutes(70 * draw.NextDouble()));
        return new(member.UnitPath, member.Number, at, Story.Well(362 + draw.Next(5)), CheckInSource.Private, member.Account)
        {
            Staff = (member.UnitPath, member.Number),
        };
    }

    private static bool IsAsked(StaffMember member) => member.Role.IsExpectedToCheckIn();

    /// <summary>Random choices that are the same in every run. Staff have a letter before their number.</summary>
    private Random Draw(string number)
    {
        var ofSchool = number[0] == 'M' ? 5000 : 0;
        return new Random((index * 10_007) + ofSchool + int.Parse(number.TrimStart('P', 'M', 'G'), CultureInfo.InvariantCulture));
    }
}
