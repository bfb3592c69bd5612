using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>Carries a check-in on: with the next question, or with the one confirmation at its end.</summary>
internal static class CheckInFlow
{
    /// <summary>A topic about these people: the open one where it is about the same day and any of them, else a new one.</summary>
    public static CheckInTopic TopicFor(Turn turn, IReadOnlyList<Subject> about, DateOnly day, CheckInSource source = CheckInSource.Private)
    {
        var ids = about.Select(subject => subject.Person.Id).ToList();
        if (turn.State is ConversationState.InCheckIn { Topic: var open } && open.Day == day && open.PersonIds.Intersect(ids).Any())
        {
            // People who were only asked about are confirmed one by one; whoever is still open is named below the confirmation.
            var told = turn.State is ConversationState.AwaitingTemperature
                ? open.PersonIds.Where(
                    id => ids.Contains(id) || (turn.Subject(id) is { } subject && turn.AnswerOf(subject, day).Status != CheckInStatus.Missing))
                : open.PersonIds;
            return open with
            {
                PersonIds = [.. told.Union(ids)],
                OriginMessageId = turn.MessageId,
                Repeated = false,
                Tries = 0,
                Source = source == CheckInSource.Edit ? source : open.Source
            };
        }

        return new CheckInTopic(day, about[0].Window.Slot, ids, turn.MessageId)
        {
            Source = source,
            // The first answer of this user is none, though another guardian may have answered before; the note says who did.
            IsChange = about.Any(subject => Turn.StoredOf(subject, day) is { Answer.Status: CheckInStatus.Reported or CheckInStatus.Exempt } stored
                && stored.ReporterUserId == turn.UserId),
        };
    }

    /// <summary>Puts the next question, or confirms and is done.</summary>
    public static void Continue(Turn turn, CheckInTopic topic, params IReadOnlyList<string> notes)
    {
        if (NextQuestion.For(turn, topic) is var (kind, about) && about.Count > 0)
        {
            Questions.Ask(turn, topic, kind, about, Understood(turn, topic, notes));
            return;
        }

        Confirm(turn, topic, notes);
    }

    /// <summary>Counts a question as answered or passed over.</summary>
    public static CheckInTopic WithAsked(this CheckInTopic topic, QuestionKind kind, params IEnumerable<long> personIds) =>
        topic with { Asked = [.. topic.Asked.Union(personIds.Select(id => new AskedQuestion(id, kind)))], Repeated = false, Tries = 0 };

    /// <summary>Own people who are still to be asked today.</summary>
    public static IReadOnlyList<Subject> StillOpen(Turn turn) => [.. turn.Context.Own.Where(subject =>
        subject.Person.Role.IsExpectedToCheckIn()
            && turn.AnswerOf(subject, subject.Window.Day) is { NoThermometer: false, Status: CheckInStatus.Missing or CheckInStatus.Partial })];

    /// <summary>Those of them who have school and are not let off today; if nobody has, all of them.</summary>
    public static IReadOnlyList<Subject> ToBeAsked(Turn turn)
    {
        var open = StillOpen(turn);
        List<Subject> asked = [.. open.Where(subject => !subject.IsFreeToday)];
        return asked.Count > 0 ? asked : open;
    }

    /// <summary>The button that opens a recorded answer again.</summary>
    public static Button ChangeButton(Turn turn, CheckInTopic topic)
    {
        List<string> arguments = [ButtonData.Day(topic.Day), .. Changing.SlotArgument(topic.Slot), .. topic.PersonIds.Select(ButtonData.Number)];
        while (ButtonData.Standing(Verbs.Change, arguments).ToString().Length > ButtonData.MaxBytes) arguments.RemoveAt(arguments.Count - 1);
        return new(turn.Phrases.ChangeButton, ButtonData.Standing(Verbs.Change, arguments));
    }

    private static string? Understood(Turn turn, CheckInTopic topic, IReadOnlyList<string> notes)
    {
        var known = People(turn, topic).Where(subject => turn.AnswerOf(subject, topic.Day).Status != CheckInStatus.Missing).ToList();
        List<string> lines = [];
        if (known.Count > 0) lines.Add(turn.Lines(known, topic.Day));
        lines.AddRange(notes);
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private static void Confirm(Turn turn, CheckInTopic topic, IReadOnlyList<string> notes)
    {
        var people = People(turn, topic);
        List<string> text = [turn.Phrases.InSlot(topic.Slot, Headline(turn, topic, people)), .. Care(turn, topic, people), .. notes];
        IReadOnlyList<Subject> open = topic.Source != CheckInSource.Teacher && people.All(subject => subject.Relation is Relation.Guardian or Relation.Self)
            ? [.. StillOpen(turn).Where(subject => !subject.IsFreeToday)]
            : [];
        if (open.Count > 0 && topic.Day == open[0].Window.Day)
        {
            text.Add(turn.Phrases.StillOpen(turn.NamesOf(open)));
            turn.Open(new ConversationState.AwaitingTemperature(
                new CheckInTopic(topic.Day, topic.Slot, [.. open.Select(subject => subject.Person.Id)], topic.OriginMessageId),
                [.. open.Select(subject => subject.Person.Id)]), open[0].Window.ClosesAt);
        }
        else
        {
            turn.Close();
        }

        if (topic.Source == CheckInSource.Teacher) FamilyTold.Tell(turn, people, topic.Day);
        turn.Say(string.Join('\n', text), Keyboard.Row(ChangeButton(turn, topic)));
    }

    private static string Headline(Turn turn, CheckInTopic topic, IReadOnlyList<Subject> people)
    {
        var lines = turn.Lines(people, topic.Day);
        if (people.Any(subject => Recording.IsUnwell(subject, turn.AnswerOf(subject, topic.Day)))) return turn.Phrases.RecordedUnwell(lines);
        if (people.Any(subject => topic.Day != subject.Window.Day)) return turn.Phrases.RecordedFor(topic.Day, lines);
        if (topic.IsChange) return turn.Phrases.Updated(lines);
        return people.Count == 1 ? turn.Phrases.Recorded(lines) : turn.Phrases.RecordedAll(lines);
    }

    private static IEnumerable<string> Care(Turn turn, CheckInTopic topic, IReadOnlyList<Subject> people)
    {
        var (phrases, day) = (turn.Phrases, topic.Day);
        var window = people.Count > 0 ? people[0].Window : null;
        // Advice about an ill child is for the family, not for the teacher who reports for it.
        if (people.Any(subject => subject.Relation is Relation.Guardian or Relation.Self))
        {
            foreach (var line in CareOfFamily(turn, day, people)) yield return line;
        }

        if (window is null || window.Day != day) yield break;
        if (window.Phase == WindowPhase.NoSchool) yield return phrases.NoSchoolToday;
        if (window.Phase == WindowPhase.AfterClosing) yield return phrases.AfterClosing;
    }

    private static IEnumerable<string> CareOfFamily(Turn turn, DateOnly day, IReadOnlyList<Subject> people)
    {
        var phrases = turn.Phrases;
        var feverish = people.Where(subject => subject.Rules.IsFever(turn.AnswerOf(subject, day))).ToList();
        var ill = people.Where(subject => Recording.IsUnwell(subject, turn.AnswerOf(subject, day))).Except(feverish).ToList();
        if (feverish.Count > 0) yield return phrases.CareForFever(turn.GivenNamesOf(feverish));
        else if (ill.Count > 0) yield return phrases.CareForIllness(turn.GivenNamesOf(ill));
        if (people.Any(subject => Recording.NeedsFollowUp(subject, turn.AnswerOf(subject, day)))) yield return phrases.SchoolWillAsk;
        if (people.Any(subject => turn.AnswerOf(subject, day).NoThermometer)) yield return phrases.SchoolMeasures;
    }

    private static IReadOnlyList<Subject> People(Turn turn, CheckInTopic topic) => [.. topic.PersonIds.Select(turn.Subject).OfType<Subject>()];
}
