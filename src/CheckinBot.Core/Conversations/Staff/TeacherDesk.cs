using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary>
/// What a class teacher, or somebody above, does about those who are missing: see them, have them asked, report for one, mark
/// one absent. Only in private.
/// </summary>
internal static class TeacherDesk
{
    private static readonly Absence[] Reasons = [Absence.Leave, Absence.IllAtHome, Absence.Hospital];

    /// <summary><c>/missing</c>.</summary>
    public static void Missing(Turn turn, ConversationEvent.CommandReceived command)
    {
        var rooms = Rooms(turn, Permission.SeeMissing);
        IReadOnlyList<Unit> units = [.. rooms.Select(room => room.Unit), .. SchoolDesk.Schools(turn, Permission.SeeMissing)];
        if (units.Count == 0) turn.Say(turn.Phrases.ForClassTeachers);
        else if (units.Count > 1) UnitChoice.Ask(turn, units, command.Command, command.Arguments);
        else if (rooms.Count == 0) SchoolDesk.Show(turn, Permission.SeeMissing, Verbs.Missing, page: 0);
        else turn.Say(ListText(turn, rooms[0]), ListButtons(turn, rooms[0]));
    }

    /// <summary>The classes for which the user may do that now; only the chosen one, where one was chosen.</summary>
    public static IReadOnlyList<ClassRoster> Rooms(Turn turn, Permission permission) =>
    [
        .. turn.Context.Classes.Where(room =>
            Authority.May(turn.Context, permission, room.Unit) && (turn.ChosenUnit is not { } chosen || chosen == room.Unit.Id)),
    ];

    /// <summary>Shows the list of a class, or the counts of a school, in the same message.</summary>
    public static void MissingAgain(Turn turn, ButtonData data)
    {
        if (turn.Context.Below is not null) SchoolDesk.Show(turn, Permission.SeeMissing, Verbs.Missing, data.PageAt(1));
        else if (RoomOf(turn, data, Permission.SeeMissing) is { } room) turn.Say(ListText(turn, room), ListButtons(turn, room));
    }

    /// <summary>Reports for one pupil: first who it is, then the usual question.</summary>
    public static void ReportFor(Turn turn, ButtonData data)
    {
        if (RoomOf(turn, data, Permission.CheckIn) is not { } room) return;
        if (data.NumberAt(1) is not { } id)
        {
            turn.Say(turn.Phrases.ReportForWhom(room.Unit.ShortName), Names(turn, room, Verbs.ReportFor));
            return;
        }

        if (Student(room, id) is not { } student) turn.Toast(turn.Phrases.OutOfDate);
        else
        {
            var topic = new CheckInTopic(student.Window.Day, student.Window.Slot, [id], 0) { Source = CheckInSource.Teacher };
            Questions.Ask(turn, topic, QuestionKind.Temperature, [student]);
        }
    }

    /// <summary>Marks one pupil absent: first who it is, then why.</summary>
    public static void LeaveFor(Turn turn, ButtonData data)
    {
        if (RoomOf(turn, data, Permission.CheckIn) is not { } room) return;
        var student = data.NumberAt(1) is { } id ? Student(room, id) : null;
        if (student is null) turn.Say(turn.Phrases.LeaveForWhom(room.Unit.ShortName), Names(turn, room, Verbs.LeaveFor));
        else if (data.NumberAt(2) is not { } reason || !Reasons.Contains((Absence)reason))
            turn.Say(turn.Phrases.LeaveWhy(student.Person.Name), Why(turn, room, student));
        else
        {
            var answer = turn.AnswerOf(student, student.Window.Day).With(new() { Absence = (Absence)reason });
            Recording.Record(turn, student, student.Window.Day, student.Window.Slot, answer, CheckInSource.Teacher, messageId: null);
            FamilyTold.Tell(turn, [student], student.Window.Day);
            turn.Say($"{turn.Phrases.MarkedAbsent(student.Person.Name)}\n\n{ListText(turn, room)}", ListButtons(turn, room));
        }
    }

    /// <summary>Who is missing, and what is known of asking their families; those who are being asked now are passed by <paramref name="asking"/>.</summary>
    public static TeacherPing Ping(Turn turn, ClassRoster room, IReadOnlySet<long>? asking = null) => new(room.Unit.Id, room.Unit.ShortName,
        [.. Open(turn, room).Select(student => Missing(turn, room, student, asking))])
    {
        Day = room.Window.Day,
        Slot = room.Window.Slot,
        TravelOpen = [.. TravelDesk.Open(turn, room).Select(student => student.Person.Name)],
    };

    private static MissingPerson Missing(Turn turn, ClassRoster room, Subject student, IReadOnlySet<long>? asking)
    {
        var family = room.Guardians.Where(guardian => guardian.PersonId == student.Person.Id).ToList();
        var asked = family.Exists(guardian => asking?.Contains(guardian.UserId) == true) ? turn.Context.Now : family.Max(guardian => guardian.AskedAt);
        return new MissingPerson(student.Person.Id, student.Person.Name, family.Exists(guardian => guardian.Reachable))
        {
            NoReason = StandingOf(turn, student) == Accounted.NoReason,
            NoThermometer = turn.AnswerOf(student, student.Window.Day).NoThermometer,
            SaidLater = room.SaidLater.TryGetValue(student.Person.Id, out var later) ? room.Window.LocalTime(later) : null,
            Asked = asked is { } at && room.Window.LocalDay(at) == room.Window.Day ? room.Window.LocalTime(at) : null,
            Heard = student.Heard is not null,
        };
    }

    /// <summary>The list of a class: about whom somebody has to ask.</summary>
    public static string ListText(Turn turn, ClassRoster room) => Ping(turn, room) is { IsEmpty: false } ping
        ? ping.Text(turn.Phrases.Language)
        : turn.Phrases.InSlot(room.Window.Slot, turn.Phrases.NobodyMissing(room.Unit.ShortName, room.Expected.Count()));

    /// <summary>What can be done about them.</summary>
    public static Keyboard ListButtons(Turn turn, ClassRoster room) =>
        (Ping(turn, room) is { IsEmpty: false } ping ? ping.Keyboard(turn.Phrases.Language) : Keyboard.None)
        .Then(SchoolDesk.Back(turn, Permission.SeeMissing, Verbs.Missing, room.Unit));

    private static Keyboard Names(Turn turn, ClassRoster room, string verb)
    {
        var unit = ButtonData.Number(room.Unit.Id);
        return Keyboard
            .Grid(3, Open(turn, room).Take(60).Select(student => new Button(
                student.Person.Name, ButtonData.Standing(verb, unit, ButtonData.Number(student.Person.Id)))))
            .Then(Keyboard.Row(new Button(turn.Phrases.BackButton, ButtonData.Standing(Verbs.Missing, unit))));
    }

    private static Keyboard Why(Turn turn, ClassRoster room, Subject student)
    {
        var (unit, person) = (ButtonData.Number(room.Unit.Id), ButtonData.Number(student.Person.Id));
        return Keyboard
            .Row([.. Reasons.Select(reason => new Button(
                turn.Phrases.AbsenceButton(reason), ButtonData.Standing(Verbs.LeaveFor, unit, person, ButtonData.Number((int)reason))))])
            .Then(Keyboard.Row(new Button(turn.Phrases.BackButton, ButtonData.Standing(Verbs.Missing, unit))));
    }

    /// <summary>The class of a button, where the user may do that there now; otherwise says that they may not.</summary>
    public static ClassRoster? RoomOf(Turn turn, ButtonData data, Permission permission)
    {
        var room = turn.Context.Classes.FirstOrDefault(room => room.Unit.Id == data.NumberAt(0));
        if (room is not null && Authority.May(turn.Context, permission, room.Unit)) return room;
        turn.Toast(turn.Phrases.ForClassTeachers, alert: true);
        return null;
    }

    /// <summary>Those about whom the class teacher still has to ask.</summary>
    public static IEnumerable<Subject> Open(Turn turn, ClassRoster room) => room.Expected.Where(student => StandingOf(turn, student).IsOpen());

    /// <summary>How a pupil stands today.</summary>
    public static Accounted StandingOf(Turn turn, Subject student) => turn.AnswerOf(student, student.Window.Day).Accounted;

    /// <summary>Somebody of a class by their id.</summary>
    public static Subject? Student(ClassRoster room, long id) => room.Students.FirstOrDefault(student => student.Person.Id == id);
}
