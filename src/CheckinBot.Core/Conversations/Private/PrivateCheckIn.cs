using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Private;

/// <summary>A check-in typed in private: it is read, stored at once and said back, and the bot asks for what is missing.</summary>
internal static class PrivateCheckIn
{
    private const int MostNamed = 3;

    /// <summary>Handles a typed text that answers no open question, of a user who is linked to somebody.</summary>
    public static void Text(Turn turn, string text)
    {
        var reading = PrivateReading.Read(turn, text);
        if (Offering.Take(turn, reading, text)) return;
        if (reading.Kind == ReadingKind.NotCheckin || (reading.Kind == ReadingKind.AskAgain && reading.Entries.Count == 0) || IsOnlyAHint(reading))
        {
            if (TakingBack.Take(turn, reading)) return;
            if (EarlierDays.Keep(turn, PrivateReading.Resolve(turn, reading, text).Clear, CheckInSource.Private) is { Count: > 0 } kept)
                turn.Preface = string.Join('\n', kept);
            Hints.Answer(turn, reading, text);
            return;
        }

        Take(turn, PrivateReading.Resolve(turn, reading, text), reading, CheckInSource.Private);
    }

    /// <summary>Stores what is clear, and goes on with what is not.</summary>
    public static void Take(Turn turn, Resolved resolved, TextReading reading, CheckInSource source, params IReadOnlyList<string> above)
    {
        List<string> notes = [.. above, .. resolved.NotYours.Where(name => name.Length > 0).Distinct().Take(MostNamed).Select(turn.Phrases.NotYours)];
        notes.AddRange(EarlierDays.Keep(turn, resolved.Clear, source));
        var (today, earlier) = Split(resolved);
        var filled = Backfill(turn, earlier, reading, source, notes);
        var about = today.Select(one => one.Subject).Distinct().ToList();
        if (about.Count > 0)
        {
            List<ToldAnswer> told = [.. today.Select(one => new ToldAnswer(one.Subject.Person.Id, one.Entry.ToAnswer()))];
            if (source == CheckInSource.Private && WhichSlot.Ask(turn, told)) return;
            var topic = CheckInFlow.TopicFor(turn, about, about[0].Window.Day, source);
            var stored = StoreToday(turn, topic, today, reading, source, notes);
            if (turn.IsLate(about[0])) SayItBelongsToThatDay(turn, about, topic.Day, notes);
            else if (resolved.Unclear.Count > 0) AskWhose(turn, resolved, topic, notes);
            else if (!stored && filled is null && SayItWasKnown(turn, about, topic)) return;
            else
            {
                if (!stored && filled is null && today.TrueForAll(one => SaysNothingOfUse(one.Entry)) && IsAskedAgain(turn, topic))
                    notes.Add(turn.Phrases.NotFollowed);
                CheckInFlow.Continue(turn, topic, [.. filled is null ? [] : new[] { filled }, .. notes]);
            }
        }
        else if (resolved.Unclear.Count > 0)
        {
            AskWhose(turn, resolved, null, notes);
        }
        else if (filled is not null || notes.Count > 0)
        {
            turn.Say(string.Join('\n', filled is null ? notes : [filled, .. notes]));
        }
        else
        {
            Hints.Answer(turn, reading, "");
        }
    }

    private static bool SaysNothingOfUse(ReadingEntry entry) => entry is
    {
        TemperatureTenths: null, Travel: Travel.Unknown, Symptoms: Symptoms.None, Absence: Absence.None, Isolation: Isolation.None,
        Diseases: Diseases.None, NotDiseases: Diseases.None, Contact: false, SaidNormal: false,
    } && entry.Denied == Retraction.None;

    /// <summary>Whether the same question comes again; the person then has to be told that the answer was not understood.</summary>
    private static bool IsAskedAgain(Turn turn, CheckInTopic topic) =>
        turn.State is ConversationState.InCheckIn asked && NextQuestion.For(turn, topic) is var (kind, _) && Questions.KindOf(asked) == kind;

    private static bool IsOnlyAHint(TextReading reading) =>
        reading.Kind == ReadingKind.AskAgain && reading.Entries.All(entry => entry.ToAnswer() == CheckInAnswer.Empty && entry.NotDiseases == Diseases.None);

    private static (List<(Subject Subject, ReadingEntry Entry)> Today, List<(Subject Subject, ReadingEntry Entry)> Earlier) Split(Resolved resolved) =>
        ([.. resolved.Clear.Where(one => one.Entry.DaysAgo == 0)], [.. resolved.Clear.Where(one => one.Entry.DaysAgo > 0)]);

    private static bool StoreToday(
        Turn turn, CheckInTopic topic, List<(Subject Subject, ReadingEntry Entry)> today, TextReading reading, CheckInSource source, List<string> notes)
    {
        var stored = false;
        foreach (var (subject, entry) in today)
        {
            var told = Offering.WithRest(turn, subject, entry.ToAnswer(reading.Hint == ReadingHint.NoThermometer), entry.Denied);
            if (source != CheckInSource.Edit) NoteOtherGuardian(turn, subject, told, notes);
            else NoteLater(turn, subject, topic.Day, notes);
            foreach (var closed in Recording.CloseDiagnoses(turn, subject, entry.NotDiseases, topic.Source, topic.OriginMessageId))
            {
                stored = true;
                notes.Add(turn.Phrases.DiagnosisClosed(turn.NameOf(subject), closed.Day, closed.Answer.Diseases & entry.NotDiseases));
            }

            var answer = source == CheckInSource.Edit
                ? EditedMessage.Answer(turn, subject, topic.Day, entry, told)
                : Recording.Merged(turn, subject, topic.Day, entry, told, IsCorrection(turn, reading));
            stored |= Recording.Record(turn, subject, topic.Day, topic.Slot, answer, topic.Source, topic.OriginMessageId);
        }

        return stored;
    }

    /// <summary>Notes that something told after the edited message stands.</summary>
    private static void NoteLater(Turn turn, Subject subject, DateOnly day, List<string> notes)
    {
        if (EditedMessage.Later(turn, subject, day) is { Answer.TemperatureTenths: { } tenths } later)
        {
            notes.Add(turn.Phrases.LaterStands(
                turn.NameOf(subject), turn.Phrases.Temperature(tenths, later.Answer.Site), subject.Window.LocalTime(later.ReportedAt)));
        }
    }

    /// <summary>Notes that another guardian had told a different value, which this one replaces.</summary>
    private static void NoteOtherGuardian(Turn turn, Subject subject, CheckInAnswer told, List<string> notes)
    {
        if (subject is not { Relation: Relation.Guardian, Current: { Answer.TemperatureTenths: not null } current, Teller: { } teller }
            || teller.ReporterUserId == turn.UserId) return;
        if (told.TemperatureTenths is null || told.TemperatureTenths == current.Answer.TemperatureTenths) return;
        // A fever that the other one told stays beside the new reading, and both are said back.
        if (subject.Rules.HasFeverReading(current.Answer)) return;
        notes.Add(turn.Phrases.ReplacedOther(
            turn.NameOf(subject), AnswerLines.Facts(turn.Phrases, current.Answer), subject.Window.LocalTime(teller.ReportedAt),
            teller.IsByStaff));
    }

    /// <summary>The words say that what was told before was wrong, or they answer the button for changing it.</summary>
    private static bool IsCorrection(Turn turn, TextReading reading) =>
        reading.IsCorrection || turn.State is ConversationState.AwaitingTemperature { Topic.IsChange: true };

    private static string? Backfill(
        Turn turn, List<(Subject Subject, ReadingEntry Entry)> earlier, TextReading reading, CheckInSource source, List<string> notes)
    {
        var filled = new List<Subject>();
        foreach (var (subject, entry) in earlier)
        {
            var window = subject.Window;
            if (entry.DaysAgo > 366 || window.Day.AddDays(-entry.DaysAgo) != window.PreviousDay)
            {
                notes.Add(turn.Phrases.OnlyPreviousDay(window.PreviousDay));
                continue;
            }

            var answer = source == CheckInSource.Edit
                ? EditedMessage.Answer(turn, subject, window.PreviousDay, entry, entry.ToAnswer())
                : Recording.Merged(turn, subject, window.PreviousDay, entry, entry.ToAnswer(), IsCorrection(turn, reading));
            Recording.Record(turn, subject, window.PreviousDay, window.Slot, answer, source, turn.MessageId);
            filled.Add(subject);
        }

        return filled.Count == 0 ? null : turn.Phrases.RecordedFor(filled[0].Window.PreviousDay, turn.Lines(filled.Distinct(), filled[0].Window.PreviousDay));
    }

    /// <summary>Says that nothing new was told, where nothing is left to ask; returns whether it did.</summary>
    private static bool SayItWasKnown(Turn turn, List<Subject> about, CheckInTopic topic)
    {
        var other = about.Select(subject => subject.Teller).FirstOrDefault(teller => teller is not null && teller.ReporterUserId != turn.UserId);
        if (other is null && NextQuestion.For(turn, topic) is not null) return false;
        var lines = turn.Lines(about, topic.Day);
        turn.Close();
        turn.Say(
            other is null
                ? turn.Phrases.SameAsRecorded(lines)
                : turn.Phrases.OtherDone(lines, about[0].Window.LocalTime(other.ReportedAt), other.IsByStaff),
            Keyboard.Row(CheckInFlow.ChangeButton(turn, topic)));
        return true;
    }

    private static void SayItBelongsToThatDay(Turn turn, List<Subject> about, DateOnly day, List<string> notes) =>
        turn.Say(string.Join('\n', [turn.Phrases.RecordedFor(day, turn.Lines(about, day)), .. notes]));

    private static void AskWhose(Turn turn, Resolved resolved, CheckInTopic? stored, List<string> notes)
    {
        var (entry, candidates) = resolved.Unclear[0];
        if (candidates.Count == 0)
        {
            turn.Say(string.Join('\n', [.. notes, turn.Phrases.NotYours(entry.Name ?? "")]));
            return;
        }

        List<string> above = [.. notes];
        if (stored is not null) above.Insert(0, turn.Lines(stored.PersonIds.Select(turn.Subject).OfType<Subject>(), stored.Day));
        if (AreNamed(resolved.Unclear))
        {
            List<NamedAnswer> rest = [.. resolved.Unclear.Skip(1).Select(one => new NamedAnswer(one.Entry.Name!, one.Entry.ToAnswer()))];
            Whose.Ask(turn, candidates, entry.ToAnswer(), entry.Name, stored, above, rest);
            return;
        }

        if (resolved.Unclear.Count > 1 || entry.DaysAgo > 0)
        {
            turn.Say(string.Join('\n', [.. above, turn.Phrases.WithNames(Example(turn, candidates))]));
            return;
        }

        Whose.Ask(turn, candidates, entry.ToAnswer(), entry.Name, stored, above);
    }

    /// <summary>Whether the entries carry names, as in 大宝36.5 二宝36.7, so that the bot can ask one after the other who they are.</summary>
    private static bool AreNamed(List<(ReadingEntry Entry, IReadOnlyList<Subject> Candidates)> unclear) =>
        unclear.Count > 1 && unclear.TrueForAll(one => one.Entry is { Name: not null, DaysAgo: 0 }
            && one.Candidates.Select(subject => subject.Person.Id).SequenceEqual(unclear[0].Candidates.Select(subject => subject.Person.Id)));

    private static string Example(Turn turn, IReadOnlyList<Subject> candidates) =>
        string.Join("  ", candidates.Take(2).Select(subject => $"{turn.NameOf(subject)} 36.5"));
}
