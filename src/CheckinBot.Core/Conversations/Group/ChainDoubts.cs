using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Conversations.Group;

/// <summary>Lines of a chain that could not be read safely. The class teacher gets them in one private message with buttons that settle them.</summary>
internal static class ChainDoubts
{
    private const int MostChoices = 12;

    public static void Tell(Turn turn, ClassRoster room, TextReading reading, GroupIntake intake)
    {
        var unsaid = intake.Open.Where(entry => entry.Name is { } name && !reading.DoubtfulLines.Any(line => line.Contains(name, StringComparison.Ordinal)));
        var lines = reading.DoubtfulLines.Concat(unsaid.Select(entry => Line(room, entry))).Distinct().Where(line => line.Length > 0).ToList();
        if (lines.Count == 0) return;
        var choices = intake.Open.SelectMany(entry => ChoicesFor(room, entry)).Distinct().Take(MostChoices).ToList();
        var notice = new Notice.DoubtfulLines(room.Unit.Id, room.Unit.ShortName, lines, choices, room.Window.Day);
        // The same lines come again with each repost of the chain; the teacher hears of them once.
        var once = $"doubt:{turn.Event.Chat.Id}:{room.Window.Day:yyyyMMdd}:{Fingerprint(lines):x}";
        turn.Add(new Effect.NotifyStaff(room.Unit.Id, Role.ClassTeacher, notice) { Once = once, IncludeCauser = true });
    }

    /// <summary>Stores what the class teacher chose for a line.</summary>
    public static void Settle(Turn turn, ButtonData data)
    {
        var subject = data.NumberAt(0) is { } id ? turn.Subject(id) : null;
        if (subject is null || data.NumberAt(1) is not { } tenths || data.DayAt(2) != subject.Window.Day
            || tenths < subject.Rules.PlausibleFromTenths || tenths > subject.Rules.PlausibleToTenths)
        {
            turn.Toast(turn.Phrases.OutOfDate);
            return;
        }

        var told = new CheckInAnswer { TemperatureTenths = (int)tenths };
        var answer = turn.AnswerOf(subject, subject.Window.Day).With(told, isCorrection: true);
        Recording.Record(turn, subject, subject.Window.Day, subject.Window.Slot, answer, CheckInSource.Teacher, messageId: null);
        turn.Toast(turn.Phrases.Settled(subject.Person.Name));
    }

    /// <summary>The line, and beside it what the family or the teacher had said before.</summary>
    private static string Line(ClassRoster room, ReadingEntry entry)
    {
        var told = (entry.TemperatureTenths ?? entry.LikelyTenths) is { } tenths ? Phrases.Degrees(tenths) : "?";
        var known = room.Students.FirstOrDefault(student => student.Person.Id == entry.PersonId)?.Current?.Answer.TemperatureTenths;
        return known is null ? $"{entry.Name} {told}".Trim() : $"{entry.Name} {told} ≠ {Phrases.Degrees(known.Value)}";
    }

    private static IEnumerable<DoubtChoice> ChoicesFor(ClassRoster room, ReadingEntry entry)
    {
        if ((entry.TemperatureTenths ?? entry.LikelyTenths) is not { } tenths) return [];
        var ids = entry.PersonId is { } id ? [id] : entry.Candidates;
        return room.Students.Where(student => ids.Contains(student.Person.Id))
            .Select(student => new DoubtChoice(student.Person.Id, student.Person.Name, tenths));
    }

    /// <summary>FNV-1a, because a key must be the same in every process.</summary>
    private static uint Fingerprint(IEnumerable<string> lines)
    {
        var hash = 2166136261u;
        foreach (var line in lines)
        {
            foreach (var letter in line) hash = unchecked((hash ^ letter) * 16777619u);
        }

        return hash;
    }
}
