using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary>
/// What a class teacher does about those who reported a temperature and left the question of travel open: answers for them, or says
/// by name why nobody does. Without one or the other the report of the class cannot be signed.
/// </summary>
internal static class TravelDesk
{
    private const string No = "n", Yes = "y", NotReached = "u", Other = "o";

    private const int MostNames = 60;

    /// <summary>Who owes the answer.</summary>
    public static IEnumerable<Subject> Open(Turn turn, ClassRoster room) => room.Students.Where(student =>
        student.OwesTravel && turn.AnswerOf(student, student.Window.Day) is { Travel: Travel.Unknown, TravelWaiver: TravelWaiver.None });

    /// <summary>First who it is, then what is to be stored.</summary>
    public static void Press(Turn turn, ButtonData data)
    {
        if (TeacherDesk.RoomOf(turn, data, Organisation.Permission.CheckIn) is not { } room) return;
        var student = data.NumberAt(1) is { } id ? TeacherDesk.Student(room, id) : null;
        if (student is null) turn.Say(turn.Phrases.TravelForWhom(room.Unit.ShortName), Names(turn, room));
        else if (data.Arguments.Count < 3)
            turn.Say(turn.Phrases.TravelForWhat(student.Person.Name, student.Rules.MonitorDays), Choices(turn, room, student));
        else if (!Store(turn, student, data.Arguments[2])) turn.Toast(turn.Phrases.OutOfDate);
        else if (data.Arguments[2] != Yes) turn.Say($"{turn.Phrases.MarkedAbsent(student.Person.Name)}\n\n{TeacherDesk.ListText(turn, room)}",
            TeacherDesk.ListButtons(turn, room));
    }

    private static bool Store(Turn turn, Subject student, string choice)
    {
        var answer = turn.AnswerOf(student, student.Window.Day);
        CheckInAnswer? told = choice switch
        {
            No => answer.With(new() { Travel = Travel.No }),
            Yes => answer.With(new() { Travel = Travel.Yes }),
            NotReached => answer with { TravelWaiver = TravelWaiver.NotReached },
            Other => answer with { TravelWaiver = TravelWaiver.Other },
            _ => null,
        };
        if (told is null) return false;
        Recording.Record(turn, student, student.Window.Day, student.Window.Slot, told, CheckInSource.Teacher, messageId: null);
        if (choice != Yes) return true;
        var topic = new CheckInTopic(student.Window.Day, student.Window.Slot, [student.Person.Id], 0) { Source = CheckInSource.Teacher };
        Questions.Ask(turn, topic, QuestionKind.Place, [student]);
        return true;
    }

    private static Keyboard Names(Turn turn, ClassRoster room)
    {
        var unit = ButtonData.Number(room.Unit.Id);
        return Keyboard
            .Grid(3, Open(turn, room).Take(MostNames).Select(student => new Button(
                student.Person.Name, ButtonData.Standing(Verbs.TravelFor, unit, ButtonData.Number(student.Person.Id)))))
            .Then(Keyboard.Row(new Button(turn.Phrases.BackButton, ButtonData.Standing(Verbs.Missing, unit))));
    }

    private static Keyboard Choices(Turn turn, ClassRoster room, Subject student)
    {
        var (unit, phrases) = (ButtonData.Number(room.Unit.Id), turn.Phrases);
        return Keyboard.Row(Choice(phrases.TravelNoButton, No), Choice(phrases.TravelYesButton, Yes))
            .Then(Keyboard.Row(
                Choice(phrases.TravelWaiverName(TravelWaiver.NotReached), NotReached), Choice(phrases.TravelWaiverName(TravelWaiver.Other), Other)))
            .Then(Keyboard.Row(new Button(phrases.BackButton, ButtonData.Standing(Verbs.Missing, unit))));

        Button Choice(string label, string choice) =>
            new(label, ButtonData.Standing(Verbs.TravelFor, unit, ButtonData.Number(student.Person.Id), choice));
    }
}
