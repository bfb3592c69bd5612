using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;

namespace CheckinBot.Core.Conversations.Private;

/// <summary>An edited private message corrects the check-in that it made, on the day it made it; the earlier answer stays as a revision.</summary>
internal static class Editing
{
    /// <summary>Handles an edited text.</summary>
    public static void Handle(Turn turn, ConversationEvent.TextEdited edited)
    {
        var reading = PrivateReading.Read(turn, edited.Text);
        var made = turn.Context.EditedCheckIns;
        if (made.Count == 0)
        {
            if (reading.Kind is ReadingKind.Checkin or ReadingKind.CheckinMany or ReadingKind.Partial)
                PrivateCheckIn.Take(turn, PrivateReading.Resolve(turn, reading, edited.Text), reading, CheckInSource.Private);
            return;
        }

        var people = made.Select(checkIn => (CheckIn: checkIn, Subject: turn.Subject(checkIn.PersonId)))
            .Where(one => one.Subject is not null).Select(one => (one.CheckIn, Subject: one.Subject!)).ToList();
        if (people.Count == 0)
        {
            turn.Say(turn.Phrases.NotAllowed);
            return;
        }

        if (people.Any(one => Turn.StoredOf(one.Subject, one.CheckIn.Day)?.Slot != one.CheckIn.Slot))
        {
            turn.Say(turn.Phrases.TooLateToEdit);
            return;
        }

        Correct(turn, people, reading, edited.Text);
    }

    private static void Correct(Turn turn, List<(CheckIn CheckIn, Subject Subject)> people, TextReading reading, string text)
    {
        var day = people[0].CheckIn.Day;
        var subjects = people.Select(one => one.Subject).Distinct().ToList();
        if (reading.Kind is ReadingKind.NotCheckin or ReadingKind.AskAgain || reading.Entries.Count == 0)
        {
            if (reading.Hint == ReadingHint.Implausible) Hints.Answer(turn, reading, text);
            else turn.Say(turn.Phrases.EditWithoutReading(turn.Lines(subjects, day)));
            return;
        }

        var resolved = Resolve(turn, reading, text, subjects);
        var left = TakeOut(turn, subjects, resolved, day, people[0].CheckIn.Slot);
        if (day == subjects[0].Window.Day) PrivateCheckIn.Take(turn, resolved, reading, CheckInSource.Edit, left);
        else Store(turn, resolved, people[0].CheckIn, left);
    }

    /// <summary>Whom the message no longer names: what it told of them is taken out. Returns a line for each.</summary>
    private static List<string> TakeOut(Turn turn, List<Subject> subjects, Resolved resolved, DateOnly day, string slot)
    {
        List<string> lines = [];
        if (resolved.Unclear.Count > 0 || resolved.Clear.Exists(one => one.Entry.Name is null)) return lines;
        foreach (var subject in subjects.Where(subject => !resolved.Clear.Exists(one => one.Subject.Person.Id == subject.Person.Id)))
        {
            if (EditedMessage.TakenOut(turn, subject, day) is { } rest && Recording.Record(turn, subject, day, slot, rest, CheckInSource.Edit, turn.MessageId))
                lines.Add(turn.Lines([subject], day));
        }

        return lines;
    }

    /// <summary>An unnamed entry of the edited message means those whom the message was about.</summary>
    private static Resolved Resolve(Turn turn, TextReading reading, string text, List<Subject> subjects)
    {
        var resolved = PrivateReading.Resolve(turn, reading, text);
        if (reading.Entries is not [{ Name: null } only]) return resolved;
        // That holds even where the entry would be the writer's own in a new message: a teacher may have answered for a pupil.
        resolved.Unclear.Clear();
        resolved.Clear.Clear();
        resolved.Add(subjects, only);
        return resolved;
    }

    /// <summary>A message of the school day before is corrected there, without further questions.</summary>
    private static void Store(Turn turn, Resolved resolved, CheckIn made, List<string> left)
    {
        var clear = resolved.Clear.Where(one => Turn.StoredOf(one.Subject, made.Day) is not null).ToList();
        foreach (var (subject, entry) in clear)
        {
            var answer = EditedMessage.Answer(turn, subject, made.Day, entry, entry.ToAnswer());
            Recording.Record(turn, subject, made.Day, made.Slot, answer, CheckInSource.Edit, turn.MessageId);
        }

        turn.Say(clear.Count == 0
            ? turn.Phrases.TooLateToEdit
            : string.Join('\n', [turn.Phrases.RecordedFor(made.Day, turn.Lines(clear.Select(one => one.Subject).Distinct(), made.Day)), .. left]));
    }
}
