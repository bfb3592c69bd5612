using System.Globalization;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Demo.Population;

/// <summary>Makes up the county, always the same one: two schools, four classes of forty, twelve staff.</summary>
internal sealed class CountyBuilder
{
    private const string CountyPath = "示范县";
    private const int ClassSize = 40;
    private const int Siblings = 6;
    private readonly Names _names = Names.Load();
    private readonly Random _draw = new(20200210);
    private readonly HashSet<string> _taken = [];
    private readonly List<StaffMember> _staff = [];
    private long _lastUserId = 10_000;

    public static County Build() => new CountyBuilder().Make();

    private County Make()
    {
        AddStaff(CountyPath, Role.Official, "G01");
        var classes = School("第一小学", "P", "三年级", 3).Concat(School("实验中学", "M", "七年级", 7)).ToList();
        return new County(CountyPath, classes, _staff, Households(classes));
    }

    private List<ClassRoom> School(string name, string prefix, string grade, int year)
    {
        var path = $"{CountyPath}/{name}";
        AddStaff(path, Role.SchoolOfficer, prefix + "01");
        List<ClassRoom> rooms = [];
        for (var number = 1; number <= 2; number++)
        {
            var room = $"{path}/{grade}/{number}班";
            var teacher = AddStaff(room, Role.ClassTeacher, $"{prefix}1{number}");
            rooms.Add(new ClassRoom(room, path, $"{name}{(year == 3 ? "三" : "七")}（{number}）班家长群", teacher));
        }

        for (var number = 1; number <= (year == 3 ? 2 : 3); number++) AddStaff(path, Role.Teacher, $"{prefix}2{number}");
        return rooms;
    }

    private StaffMember AddStaff(string unit, Role role, string number)
    {
        var surname = _names.Surname(_draw);
        var given = _names.Adult(_draw.Next(3) == 0 ? Kinship.Father : Kinship.Mother, _draw);
        var account = role == Role.Official
            ? new Account(++_lastUserId, given, surname, Language.ZhHans)
            : new Account(++_lastUserId, surname + given + "老师", null, Language.ZhHans);
        var member = new StaffMember(account, unit, role, number, surname + given);
        _staff.Add(member);
        return member;
    }

    private List<Household> Households(List<ClassRoom> classes)
    {
        var households = new List<Household>();
        var brothers = new Queue<(Household Home, string Surname)>();
        for (var index = 0; index < classes.Count; index++)
        {
            var habits = new Queue<Habit>(HabitPlan.ForClass(index, ClassSize - (index == 3 ? Siblings : 0)));
            for (var seat = 1; seat <= ClassSize; seat++)
            {
                var number = NumberOf(classes[index], seat);
                if (index == 3 && seat % 6 == 0 && brothers.TryDequeue(out var older))
                {
                    // The second child of a family sits in the last class: the household made for the first is completed.
                    households[households.IndexOf(older.Home)] = older.Home with
                    {
                        Pupils = [.. older.Home.Pupils, Child(classes[index], number, older.Surname)],
                    };
                    continue;
                }

                var habit = habits.Dequeue();
                var surname = _names.Surname(_draw);
                var home = Foreign(classes[index], number, index, seat, habit) ?? Local(classes[index], number, surname, habit);
                households.Add(home);
                if (habit is Habit.TwoChildren or Habit.OneOfTwo) brothers.Enqueue((home, surname));
            }
        }

        return households;
    }

    private Household Local(ClassRoom room, string number, string surname, Habit habit)
    {
        var child = Child(room, number, surname);
        if (habit == Habit.NoPhone) return new Household([child], [], habit);

        Kinship[] carers = (habit, _draw.Next(10)) switch
        {
            (Habit.BothAnswer, _) => [Kinship.Mother, Kinship.Grandfather],
            (Habit.NeedsHelp, _) => [Kinship.Grandmother],
            (_, 0) => [Kinship.Mother, Kinship.Father],
            (_, 1) => [Kinship.Mother, Kinship.Grandmother],
            (_, 2) => [Kinship.Grandfather],
            (_, < 6) => [Kinship.Father],
            _ => [Kinship.Mother],
        };
        return new Household([child], [.. carers.Select(kinship => Relative(child, surname, kinship))], habit);
    }

    private Pupil Child(ClassRoom room, string number, string surname)
    {
        while (true)
        {
            var given = _draw.Next(2) == 0 ? _names.Girl(_draw) : _names.Boy(_draw);
            if (!_taken.Add(surname + given)) continue;
            return new Pupil(room.Path, number, surname + given, given.Length > 1 ? given : surname + given, Language.ZhHans);
        }
    }

    private Carer Relative(Pupil child, string surname, Kinship kinship)
    {
        var own = kinship is Kinship.Mother or Kinship.Grandmother ? _names.Surname(_draw) : surname;
        var called = kinship switch
        {
            Kinship.Mother => "妈妈",
            Kinship.Father => "爸爸",
            Kinship.Grandmother => "奶奶",
            _ => "爷爷",
        };
        var account = _draw.Next(10) switch
        {
            < 5 when _taken.Add(child.CallName + called) => new Account(++_lastUserId, child.CallName + called, null, Language.ZhHans),
            < 8 => new Account(++_lastUserId, _names.Adult(kinship, _draw), own, Language.ZhHans),
            _ when _names.Nickname(_draw) is var nickname && _taken.Add(nickname) => new Account(++_lastUserId, nickname, null, Language.ZhHans),
            _ => new Account(++_lastUserId, child.Name + called, null, Language.ZhHans),
        };
        return new Carer(account, kinship);
    }

    /// <summary>A family from Taiwan in the first class of the primary school, an English-speaking one in the first of the middle school.</summary>
    private Household? Foreign(ClassRoom room, string number, int classIndex, int seat, Habit habit) => (classIndex, seat) switch
    {
        (0, 7) => new Household(
            [new Pupil(room.Path, number, "林宥恩", "宥恩", Language.ZhHant)],
            [new Carer(new Account(++_lastUserId, "宥恩媽媽", null, Language.ZhHant), Kinship.Mother)],
            habit),
        (2, 7) => new Household(
            [new Pupil(room.Path, number, "Oliver Whitcombe", "Oliver", Language.En)],
            [
                new Carer(new Account(++_lastUserId, "Hannah", "Whitcombe", Language.En), Kinship.Mother),
                new Carer(new Account(++_lastUserId, "Tom", "Whitcombe", Language.En), Kinship.Father),
            ],
            habit),
        _ => null,
    };

    /// <summary>Unique within the school, with the seat at the end, such as 3105.</summary>
    private static string NumberOf(ClassRoom room, int seat)
    {
        var year = room.Path.Contains("三年级", StringComparison.Ordinal) ? 3 : 7;
        var number = room.Path.EndsWith("1班", StringComparison.Ordinal) ? 1 : 2;
        return string.Create(CultureInfo.InvariantCulture, $"{year}{number}{seat:00}");
    }
}
