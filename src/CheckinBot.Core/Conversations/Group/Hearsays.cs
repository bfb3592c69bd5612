using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Group;

/// <summary>
/// What a parent tells of the children of others in a chain: those who may know are asked to confirm it by a tap, and only
/// then it is recorded. If it says that a child is unwell, the class teacher alone hears of it first.
/// </summary>
internal static class Hearsays
{
    /// <summary>Asks the class teacher, and the families of those who are well.</summary>
    public static void Tell(Turn turn, ClassRoster room, IReadOnlyList<NamedCase> heard)
    {
        if (heard.Count == 0) return;
        var by = turn.Event.From.DisplayName;
        var unwell = heard.Where(one => Student(room, one.PersonId) is { } student
            && (Recording.IsUnwell(student, one.Answer) || Recording.NeedsFollowUp(student, one.Answer))).ToList();
        foreach (var slot in heard.GroupBy(one => Student(room, one.PersonId)!.Window.Slot))
        {
            turn.Add(new Effect.NotifyStaff(room.Unit.Id, Role.ClassTeacher, new Notice.Heard(
                room.Unit.Id, room.Unit.ShortName, by, [.. slot.OrderByDescending(unwell.Contains)], room.Window.Day, slot.Key)));
        }

        foreach (var one in heard.Except(unwell))
        {
            var window = Student(room, one.PersonId)!.Window;
            turn.Add(new Effect.NotifyFamily(
                one.PersonId, room.Unit.Id, new Notice.HeardOfChild(one.PersonId, one.Name, by, one.Answer, window.Day, window.Slot),
                $"heard/{one.PersonId}/{window.Day:yyyy-MM-dd}/{window.Slot}"));
        }
    }

    /// <summary>The family, or the class teacher, says that it is so.</summary>
    public static void Confirm(Turn turn, ButtonData data)
    {
        if (Meant(turn, data) is not { } subject)
        {
            // The family was faster. The buttons of the other pupils stay.
            if (Class(turn, data) is { } room) Show(turn, room);
            return;
        }

        if (subject.Relation is Relation.Guardian or Relation.Self)
        {
            var topic = CheckInFlow.TopicFor(turn, [subject], subject.Window.Day);
            Record(turn, subject);
            CheckInFlow.Continue(turn, topic);
            return;
        }

        Record(turn, subject);
        turn.Toast(turn.Phrases.HeardConfirmed([subject.Person.Name]));
        if (Class(turn, data) is { } ofSubject) Show(turn, ofSubject);
    }

    /// <summary>The family says that it is not so, and is asked how it is.</summary>
    public static void Deny(Turn turn, ButtonData data)
    {
        if (Meant(turn, data) is not { } subject) return;
        turn.Add(new Effect.Unhear(subject.Person.Id, subject.Window.Day, subject.Window.Slot));
        Questions.Ask(turn, new CheckInTopic(subject.Window.Day, subject.Window.Slot, [subject.Person.Id], 0), QuestionKind.Temperature, [subject]);
    }

    /// <summary>The class teacher says that all of it is so.</summary>
    public static void ConfirmAll(Turn turn, ButtonData data)
    {
        if (Room(turn, data) is not { } room) return;
        var told = Open(turn, room).Where(student => data.DayAt(1) == student.Window.Day && data.Arguments is [_, _, var slot] && slot == student.Window.Slot)
            .ToList();
        if (told.Count == 0)
        {
            turn.OutOfDate();
            return;
        }

        foreach (var student in told) Record(turn, student);
        turn.Toast(turn.Phrases.HeardConfirmed([.. told.Select(student => student.Person.Name)]));
        Show(turn, room);
    }

    /// <summary>Lists in a message of its own what is still to be confirmed in a class.</summary>
    public static void List(Turn turn, ButtonData data)
    {
        if (Room(turn, data) is not { } room) return;
        turn.Toast(null);
        var (text, keyboard) = Listed(turn, room);
        turn.SendTo(text, keyboard);
    }

    /// <summary>Those of a class of whom something is still to be confirmed.</summary>
    public static IEnumerable<Subject> Open(Turn turn, ClassRoster room) => room.Students.Where(student =>
        student.Heard is not null && turn.AnswerOf(student, student.Window.Day).Status is CheckInStatus.Missing or CheckInStatus.Partial);

    private static void Record(Turn turn, Subject subject)
    {
        var (day, slot) = (subject.Window.Day, subject.Window.Slot);
        Recording.Record(turn, subject, day, slot, turn.AnswerOf(subject, day).With(subject.Heard!.Answer), CheckInSource.Chain, messageId: null);
    }

    private static ClassRoster? Class(Turn turn, ButtonData data) => turn.Context.Classes.FirstOrDefault(room =>
        Authority.May(turn.Context, Permission.CheckIn, room.Unit) && Student(room, data.NumberAt(0) ?? 0) is not null);

    private static void Show(Turn turn, ClassRoster room)
    {
        var (text, keyboard) = Listed(turn, room);
        turn.Add(new Effect.Edit(turn.Event.Chat.Id, turn.MessageId, text, keyboard));
    }

    private static (string Text, Keyboard Keyboard) Listed(Turn turn, ClassRoster room)
    {
        var told = Open(turn, room).ToList();
        if (told.Count == 0) return (turn.Phrases.NothingHeard(room.Unit.ShortName), Keyboard.None);
        foreach (var student in told)
        {
            if (Authority.LookAt(turn.Context, student) is { } look) turn.Add(look);
        }

        var lines = told.Take(HeardButtons.Most).Select(student =>
            turn.Phrases.Line(student.Person.Name, AnswerLines.Facts(turn.Phrases, student.Heard!.Answer)));
        var window = told[0].Window;
        return (
            turn.Phrases.HeardList(room.Unit.ShortName, [.. lines]),
            HeardButtons.OfClass(
                turn.Phrases, room.Unit.Id,
                [.. told.Select(student => new NamedCase(student.Person.Id, student.Person.Name, student.Heard!.Answer))], window.Day, window.Slot));
    }

    /// <summary>The person of a button, where the user may report for them now and something is still to be confirmed; otherwise says that it is not.</summary>
    private static Subject? Meant(Turn turn, ButtonData data)
    {
        var subject = data.NumberAt(0) is { } id ? turn.Subject(id) : null;
        if (subject is { Heard: not null, IsDone: false } && data.DayAt(1) == subject.Window.Day
            && data.Arguments is [_, _, var slot] && slot == subject.Window.Slot) return subject;
        if (Class(turn, data) is null) turn.OutOfDate();
        else turn.Toast(turn.Phrases.OutOfDate);
        return null;
    }

    private static ClassRoster? Room(Turn turn, ButtonData data)
    {
        var room = turn.Context.Classes.FirstOrDefault(room => room.Unit.Id == data.NumberAt(0));
        if (room is not null && Authority.May(turn.Context, Permission.CheckIn, room.Unit)) return room;
        turn.Toast(turn.Phrases.ForClassTeachers, alert: true);
        return null;
    }

    private static Subject? Student(ClassRoster room, long personId) => room.Students.FirstOrDefault(student => student.Person.Id == personId);
}
