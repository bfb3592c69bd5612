using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Writing;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary><c>/report NAME 36.5 …</c>: the class teacher, or somebody above, reports for families without a phone, in one or several lines.</summary>
internal static class TeacherReport
{
    public static void Handle(Turn turn, ConversationEvent.CommandReceived command)
    {
        var rooms = TeacherDesk.Rooms(turn, Permission.CheckIn);
        var students = rooms.SelectMany(room => room.Students).ToList();
        if (students.Count == 0 && SchoolDesk.Schools(turn, Permission.CheckIn).Count > 0) NobodyNamed(turn, command.Arguments.Trim());
        else if (students.Count == 0) turn.Say(turn.Phrases.ForClassTeachers);
        else if (rooms.Count > 1 && IsOfSeveral(rooms, command.Arguments))
            UnitChoice.Ask(turn, [.. rooms.Select(room => room.Unit)], command.Command, command.Arguments, turn.Phrases.WhichClassIsIt);
        else if (command.Arguments.Trim() is not { Length: > 0 } text) turn.Say(turn.Phrases.ReportUsage);
        else if (students.FirstOrDefault(student => student.Person.IsNamed(text)) is { } named) AskFor(turn, named);
        else Store(turn, command, rooms, students, text);
    }

    private static void NobodyNamed(Turn turn, string text) =>
        turn.Say(text.Length == 0 ? turn.Phrases.ReportUsage : $"{turn.Phrases.NotStored([text])}\n{turn.Phrases.ReportUsage}");

    /// <summary>Whether the class is unclear: the command names nobody, or somebody who has a namesake in another class.</summary>
    private static bool IsOfSeveral(IReadOnlyList<ClassRoster> rooms, string text) =>
        text.Trim().Length == 0
        || rooms.SelectMany(room => room.Students.Select(student => NameForm.Of(student.Person.Name)).Distinct()).GroupBy(name => name)
            .Any(name => name.Count() > 1 && NameForm.Of(text).Contains(name.Key, StringComparison.Ordinal));

    private static void AskFor(Turn turn, Subject student)
    {
        var topic = new CheckInTopic(student.Window.Day, student.Window.Slot, [student.Person.Id], 0) { Source = CheckInSource.Teacher };
        Questions.Ask(turn, topic, QuestionKind.Temperature, [student]);
    }

    private static void Store(
        Turn turn, ConversationEvent.CommandReceived command, IReadOnlyList<ClassRoster> rooms, List<Subject> students, string text)
    {
        List<Subject> stored = [];
        List<string> unread = [];
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var reading = TextReader.Read(line, ReadingContext(students));
            var entries = reading.Entries.Count > 0 ? reading.Entries : reading.Denials;
            var found = entries
                .Select(entry => (Entry: entry, Student: students.FirstOrDefault(student => student.Person.Id == entry.PersonId)))
                .Where(one => one.Student is not null && (one.Entry.ToAnswer().Status != CheckInStatus.Missing || one.Entry.NotDiseases != Diseases.None
                        || Recording.TakesOff(turn, one.Student, one.Entry, reading.IsCorrection))
                    && IsForADayThatCounts(one.Entry, one.Student.Window))
                .ToList();
            if (found.Count == 0 || found.Count < entries.Count) unread.Add(line);
            foreach (var (entry, student) in found)
            {
                var day = entry.DaysAgo == 0 ? student!.Window.Day : student!.Window.PreviousDay;
                Recording.CloseDiagnoses(turn, student, entry.NotDiseases, CheckInSource.Teacher, command.MessageId);
                var answer = Recording.Merged(turn, student, day, entry, entry.ToAnswer(), reading.IsCorrection);
                Recording.Record(turn, student, day, student.Window.Slot, answer, CheckInSource.Teacher, command.MessageId);
                stored.Add(student);
            }
        }

        var missed = unread.Count == 0 ? null : string.Join('\n', Unread(turn, rooms, students, unread));
        if (!AskOn(turn, command, stored, missed)) Answer(turn, [.. stored.Distinct()], missed);
    }

    /// <summary>Says which lines were not taken: those of somebody who is not in the class, and those that could not be read.</summary>
    private static IEnumerable<string> Unread(Turn turn, IReadOnlyList<ClassRoster> rooms, List<Subject> students, List<string> lines)
    {
        var strangers = lines.Where(line => TextReader.Read(line, ReadingContext(students)).Entries.All(entry => entry.PersonId is null)
            && students.TrueForAll(student => !line.Contains(student.Person.Name, StringComparison.Ordinal))).ToList();
        foreach (var line in strangers) yield return turn.Phrases.NobodyCalled(NameIn(line), turn.Phrases.List([.. rooms.Select(room => room.Unit.ShortName)]));
        List<string> others = [.. lines.Except(strangers)];
        if (others.Count > 0) yield return turn.Phrases.NotStored(others);
        yield return turn.Phrases.ReportUsage;
    }

    /// <summary>What stands before the first number or space of a line, or before the number where the name is of several words.</summary>
    private static string NameIn(string line)
    {
        var end = line.IndexOfAny([.. "0123456789"]);
        var name = (end > 0 ? line[..end] : line).Trim();
        return name.Length > 0 && name[0] > 0x2E80 && name.IndexOf(' ') is var space and > 0 ? name[..space] : name;
    }

    /// <summary>Asks the teacher what a parent would be asked: symptoms and doctor with a fever, and travel. Nothing is asked about earlier days.</summary>
    private static bool AskOn(Turn turn, ConversationEvent.CommandReceived command, List<Subject> stored, string? missed)
    {
        var today = stored.Distinct().Where(student => turn.AnswerOf(student, student.Window.Day).Status != CheckInStatus.Missing).ToList();
        if (today.Count == 0) return false;
        var (day, slot) = (today[0].Window.Day, today[0].Window.Slot);
        var ids = today.Where(student => student.Window.Day == day && student.Window.Slot == slot).Select(student => student.Person.Id);
        var topic = new CheckInTopic(day, slot, [.. ids], command.MessageId) { Source = CheckInSource.Teacher };
        if (NextQuestion.For(turn, topic) is null) return false;
        CheckInFlow.Continue(turn, topic, missed is null ? [] : [missed]);
        return true;
    }

    private static void Answer(Turn turn, List<Subject> stored, string? missed)
    {
        List<string> parts = [];
        if (stored.Count > 0)
        {
            FamilyTold.Tell(turn, stored, stored[0].Window.Day);
            parts.Add(turn.Phrases.ReportedFor([.. stored.Select(student =>
                turn.Phrases.Line(student.Person.Name, AnswerLines.Facts(turn.Phrases, turn.AnswerOf(student, student.Window.Day))))]));
        }

        if (missed is not null) parts.Add(missed);
        turn.Say(string.Join("\n\n", parts));
    }

    private static bool IsForADayThatCounts(ReadingEntry entry, CheckInWindow window) =>
        entry.DaysAgo == 0 || (entry.DaysAgo is > 0 and < 99 && window.Day.AddDays(-entry.DaysAgo) == window.PreviousDay);

    private static ReadingContext ReadingContext(List<Subject> students) => new()
    {
        Setting = ReadingSetting.PrivateIdle,
        Today = students[0].Window.Day,
        MonitorDays = students[0].Rules.MonitorDays,
        PlausibleFromTenths = students[0].Rules.PlausibleFromTenths,
        PlausibleToTenths = students[0].Rules.PlausibleToTenths,
        HomeArea = students[0].Rules.HomeArea,
        Diagnosed = Recording.DiagnosedOf(students),
        Own = [.. students.Select(student => new KnownName(student.Person.Id, student.Person.Name, student.Person.Number, student.Nicknames, -1))],
    };
}
