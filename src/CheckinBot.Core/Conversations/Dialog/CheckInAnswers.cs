using CheckinBot.Core.Cases;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>Takes answers to the questions of a check-in, by button or typed. Each is stored at once and leads to the next question.</summary>
internal static class CheckInAnswers
{
    /// <summary>Which of the offered values was meant; null for none. What was told beside them is stored with it, and without it.</summary>
    public static void Likely(Turn turn, ConversationState.AwaitingLikely asked, int? tenths)
    {
        if (tenths is not null)
        {
            Store(turn, asked.Topic, [asked.PersonId], _ => asked.Likely with { TemperatureTenths = tenths }, QuestionKind.Temperature);
            return;
        }

        var (about, rest) = (turn.Subject(asked.PersonId), Offering.Rest(asked));
        if (about is null) Gone(turn);
        else if (rest.Status != CheckInStatus.Missing) Store(turn, asked.Topic, [asked.PersonId], _ => rest, null);
        else Questions.Ask(turn, asked.Topic, QuestionKind.Temperature, [about]);
    }

    /// <summary>The reason of an absence, with the symptoms that were told as the reason.</summary>
    public static void Absent(Turn turn, ConversationState.AwaitingAbsence asked, Absence reason, CheckInAnswer? told = null) =>
        Store(turn, asked.Topic, [asked.PersonId], _ => (told ?? CheckInAnswer.Empty) with { Absence = reason }, QuestionKind.Absence);

    /// <summary>Told while something else was asked: the person stays at home. With a fever the reason is clear.</summary>
    public static void StaysAway(Turn turn, CheckInTopic topic, long personId, Absence told) => Store(
        turn, topic, [personId],
        _ => new CheckInAnswer
        {
            Absence = told == Absence.Unspecified && turn.Subject(personId) is { } subject && Recording.IsUnwell(subject, turn.AnswerOf(subject, topic.Day))
                ? Absence.IllAtHome
                : told,
        },
        QuestionKind.Absence);

    /// <summary>A symptom is pressed: it is stored, or taken off where it was on record, and the question stays open.</summary>
    public static void SymptomPressed(Turn turn, ConversationState.AwaitingSymptoms asked, Symptoms pressed)
    {
        if (AboutToday(turn, asked.Topic, [asked.PersonId]) is not [var subject]) return;
        var known = turn.AnswerOf(subject, asked.Topic.Day);
        var answer = known.Symptoms.HasFlag(pressed)
            ? known.Without(new Retraction { Symptoms = pressed })
            : Recording.Merged(turn, subject, asked.Topic.Day, new CheckInAnswer { Symptoms = pressed });
        Recording.Record(turn, subject, asked.Topic.Day, asked.Topic.Slot, answer, asked.Topic.Source, asked.Topic.OriginMessageId);
        turn.Stay(asked);
        var text = asked.Replaces
            ? turn.Phrases.AskSymptomsAgain(turn.NamesOf([subject]))
            : $"{turn.Lines([subject], asked.Topic.Day)}\n{Questions.Text(turn, QuestionKind.Symptoms, [subject])}";
        turn.Say(text, Questions.Buttons(turn, turn.Conversation.Epoch, asked));
    }

    /// <summary>No more symptoms than those on record, with those, the disease and the doctor that were typed at last.</summary>
    public static void SymptomsDone(Turn turn, ConversationState.AwaitingSymptoms asked, CheckInAnswer told) =>
        Store(
            turn, asked.Topic, [asked.PersonId],
            _ => new CheckInAnswer { Symptoms = told.Symptoms, SeenDoctor = told.SeenDoctor, Diseases = told.Diseases, OnlySuspected = told.OnlySuspected },
            QuestionKind.Symptoms);

    /// <summary>None at all: those on record go with it.</summary>
    public static void NoSymptoms(Turn turn, ConversationState.AwaitingSymptoms asked) =>
        Store(
            turn, asked.Topic, [asked.PersonId], _ => CheckInAnswer.Empty, QuestionKind.Symptoms,
            taken: asked.Replaces ? new Retraction { Symptoms = ~Symptoms.Fever } : null);

    /// <summary>A doctor was seen, or not.</summary>
    public static void Doctor(Turn turn, ConversationState.AwaitingDoctor asked, bool seen, CheckInAnswer? more = null) =>
        Store(turn, asked.Topic, [asked.PersonId], _ => (more ?? CheckInAnswer.Empty) with { SeenDoctor = seen }, QuestionKind.Doctor);

    /// <summary>A fever reducer was taken, or not.</summary>
    public static void FeverReducer(Turn turn, ConversationState.AwaitingFeverReducer asked, bool taken, CheckInAnswer? more = null) =>
        Store(turn, asked.Topic, [asked.PersonId], _ => (more ?? CheckInAnswer.Empty) with { FeverReducer = taken }, QuestionKind.FeverReducer);

    /// <summary>How somebody is today who was ill before. Where the case has gone on meanwhile, it stays as it is.</summary>
    public static void Recovery(Turn turn, ConversationState.AwaitingRecovery asked, CaseMove told)
    {
        if (turn.Subject(asked.PersonId) is not { } subject)
        {
            Gone(turn);
            return;
        }

        if (subject.Illness is { } file && CaseTable.After(file.State, told) is not null)
        {
            var name = subject.Relation == Relation.Self ? subject.Person.Name : turn.Phrases.GuardianOf(turn.Event.From.DisplayName, subject.Person.Name);
            turn.Add(new Effect.MoveCase(file, told, name, ByPersonId: null) { FamilyDay = asked.Topic.Day });
        }

        CheckInFlow.Continue(turn, asked.Topic.WithAsked(QuestionKind.Recovery, asked.PersonId));
    }

    /// <summary>Of the people asked about, these have been away and the others have not.</summary>
    public static void Travelled(Turn turn, ConversationState.AwaitingTravel asked, IReadOnlyList<long> away) =>
        Store(turn, asked.Topic, asked.PersonIds, id => new CheckInAnswer { Travel = away.Contains(id) ? Travel.Yes : Travel.No }, QuestionKind.Travel);

    /// <summary>The person has not been away after all.</summary>
    public static void Stayed(Turn turn, CheckInTopic topic, long personId) =>
        Store(turn, topic, [personId], _ => new CheckInAnswer { Travel = Travel.No }, QuestionKind.Travel);

    /// <summary>
    /// A trip told in one answer: the place, the day of return, or both. What is missing of the two is asked next;
    /// 回老家了 names a place that only the family knows, so that it is asked where that is.
    /// </summary>
    public static void Trip(
        Turn turn, ConversationState.InCheckIn asked, QuestionKind kind, string? place, DateOnly? day, bool stillAway, bool atRelatives = false)
    {
        long[] ids = [.. turn.AskedAbout];
        var told = new CheckInAnswer { Travel = Travel.Yes, Place = place, ReturnedOn = day, StillAway = stillAway };
        if (kind == QuestionKind.Place && place is null) Store(turn, asked.Topic, ids, _ => told, null, atRelatives ? turn.Phrases.AskPlaceOfRelatives : null);
        else Store(turn, asked.Topic, ids, _ => told, kind == QuestionKind.Return && day is null && !stillAway ? null : kind);
    }

    /// <summary>The day of return, or that the person is still away.</summary>
    public static void Return(Turn turn, ConversationState.AwaitingReturn asked, DateOnly? day, bool stillAway) => Store(
        turn, asked.Topic, [asked.PersonId], _ => new CheckInAnswer { Travel = Travel.Yes, ReturnedOn = day, StillAway = stillAway }, QuestionKind.Return);

    /// <summary>The user does not want to tell; the question is not put again.</summary>
    public static void Skip(Turn turn, CheckInTopic topic, QuestionKind kind, long personId) => CheckInFlow.Continue(turn, topic.WithAsked(kind, personId));

    /// <summary>The user is no longer linked to the person asked about.</summary>
    public static void Gone(Turn turn)
    {
        turn.Close();
        turn.Say(turn.Phrases.NotAllowed);
    }

    /// <summary>Takes off what the user presses as not holding.</summary>
    public static void TakeOff(Turn turn, CheckInTopic topic, Retraction taken) =>
        Store(turn, topic, topic.PersonIds, _ => CheckInAnswer.Empty, QuestionKind.Absence, taken: taken);

    /// <param name="turn">The turn.</param>
    /// <param name="topic">The check-in.</param>
    /// <param name="ids">Whom it is about.</param>
    /// <param name="told">What was told of each.</param>
    /// <param name="kind">The question that is answered by it; null where it is still open.</param>
    /// <param name="note">A word above the next question.</param>
    /// <param name="taken">What does not hold any more; null where nothing is taken off.</param>
    private static void Store(
        Turn turn, CheckInTopic topic, IReadOnlyList<long> ids, Func<long, CheckInAnswer> told, QuestionKind? kind, string? note = null,
        Retraction? taken = null)
    {
        var asked = kind is { } answered ? topic.WithAsked(answered, ids) : topic;
        var people = AboutToday(turn, topic, ids);
        if (people.Count == 0) return;
        foreach (var subject in people)
        {
            var answer = Recording.Merged(turn, subject, topic.Day, told(subject.Person.Id)).Without(taken ?? Retraction.None);
            var changed = Recording.Record(
                turn, subject, topic.Day, topic.Slot, answer, topic.Source, topic.OriginMessageId,
                alertLater: taken is null && kind is QuestionKind.Symptoms or QuestionKind.Doctor);
            if (changed && taken is null && IsLastAboutHealth(turn, asked, kind)) Recording.AlertDetails(turn, subject, answer);
        }

        CheckInFlow.Continue(turn, asked, note is null ? [] : [note]);
    }

    /// <summary>The people of a question; none, which is said, where the user has lost the right or the day is over.</summary>
    private static List<Subject> AboutToday(Turn turn, CheckInTopic topic, IReadOnlyList<long> ids)
    {
        var people = ids.Select(turn.Subject).OfType<Subject>().ToList();
        if (people.Count == 0) Gone(turn);
        else if (people.Any(subject => topic.Day != subject.Window.Day)) OutOfDate(turn);
        else return people;
        return [];
    }

    /// <summary>The class teacher is told of symptoms and doctor together, not one after the other.</summary>
    private static bool IsLastAboutHealth(Turn turn, CheckInTopic topic, QuestionKind? kind) =>
        kind is QuestionKind.Doctor or QuestionKind.Symptoms && NextQuestion.For(turn, topic)?.Kind != QuestionKind.Doctor;

    private static void OutOfDate(Turn turn)
    {
        turn.Close();
        turn.Say(turn.Phrases.OutOfDate);
    }
}
