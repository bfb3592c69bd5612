using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Reading;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>Takes answers to the questions of a check-in, by button or typed. Each is stored at once and leads to the next question.</summary>
internal static class CheckInAnswers
{
    /// <summary>The likely value was meant, or not.</summary>
    public static void Likely(Turn turn, ConversationState.AwaitingLikely asked, bool yes)
    {
        if (yes)
        {
            Store(turn, asked.Topic, [asked.PersonId], _ => asked.Likely, QuestionKind.Temperature);
            return;
        }

        var about = turn.Subject(asked.PersonId);
        if (about is null) Gone(turn);
        else Questions.Ask(turn, asked.Topic, QuestionKind.Temperature, [about]);
    }

    /// <summary>The reason of an absence.</summary>
    public static void Absent(Turn turn, ConversationState.AwaitingAbsence asked, Absence reason) =>
        Store(turn, asked.Topic, [asked.PersonId], _ => new CheckInAnswer { Absence = reason }, QuestionKind.Absence);

    /// <summary>The symptoms chosen or typed, with the disease and the doctor that were told with them.</summary>
    public static void SymptomsDone(Turn turn, ConversationState.AwaitingSymptoms asked, CheckInAnswer told) =>
        Store(
            turn, asked.Topic, [asked.PersonId],
            _ => new CheckInAnswer { Symptoms = told.Symptoms, SeenDoctor = told.SeenDoctor, Diseases = told.Diseases, OnlySuspected = told.OnlySuspected },
            QuestionKind.Symptoms,
            asked.Replaces ? new Retraction { Symptoms = ~(told.Symptoms | Symptoms.Fever) } : null);

    /// <summary>A doctor was seen, or not.</summary>
    public static void Doctor(Turn turn, ConversationState.AwaitingDoctor asked, bool seen) =>
        Store(turn, asked.Topic, [asked.PersonId], _ => new CheckInAnswer { SeenDoctor = seen }, QuestionKind.Doctor);

    /// <summary>A fever reducer was taken, or not.</summary>
    public static void FeverReducer(Turn turn, ConversationState.AwaitingFeverReducer asked, bool taken) =>
        Store(turn, asked.Topic, [asked.PersonId], _ => new CheckInAnswer { FeverReducer = taken }, QuestionKind.FeverReducer);

    /// <summary>Of the people asked about, these have been away and the others have not.</summary>
    public static void Travelled(Turn turn, ConversationState.AwaitingTravel asked, IReadOnlyList<long> away) =>
        Store(turn, asked.Topic, asked.PersonIds, id => new CheckInAnswer { Travel = away.Contains(id) ? Travel.Yes : Travel.No }, QuestionKind.Travel);

    /// <summary>The person has not been away after all.</summary>
    public static void Stayed(Turn turn, CheckInTopic topic, long personId) =>
        Store(turn, topic, [personId], _ => new CheckInAnswer { Travel = Travel.No }, QuestionKind.Travel);

    /// <summary>The place, with the day of return where that was told too.</summary>
    public static void Place(Turn turn, ConversationState.AwaitingPlace asked, string place, ReadingEntry? entry) => Store(
        turn, asked.Topic, [asked.PersonId],
        _ => new CheckInAnswer { Travel = Travel.Yes, Place = place, ReturnedOn = entry?.ReturnedOn, StillAway = entry?.StillAway == true },
        QuestionKind.Place);

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
        Store(turn, topic, topic.PersonIds, _ => CheckInAnswer.Empty, QuestionKind.Absence, taken);

    private static void Store(
        Turn turn, CheckInTopic topic, IReadOnlyList<long> ids, Func<long, CheckInAnswer> told, QuestionKind kind, Retraction? taken = null)
    {
        var people = ids.Select(turn.Subject).OfType<Subject>().ToList();
        if (people.Count == 0 || people.Any(subject => topic.Day != subject.Window.Day))
        {
            if (people.Count == 0) Gone(turn);
            else OutOfDate(turn);
            return;
        }

        foreach (var subject in people)
        {
            var answer = Recording.Merged(turn, subject, topic.Day, told(subject.Person.Id)).Without(taken ?? Retraction.None);
            var changed = Recording.Record(
                turn, subject, topic.Day, topic.Slot, answer, topic.Source, topic.OriginMessageId,
                alertLater: taken is null && kind is QuestionKind.Symptoms or QuestionKind.Doctor);
            if (changed && taken is null && IsLastAboutHealth(turn, topic.WithAsked(kind, ids), kind)) Recording.AlertDetails(turn, subject, answer);
        }

        CheckInFlow.Continue(turn, topic.WithAsked(kind, ids));
    }

    /// <summary>The class teacher is told of symptoms and doctor together, not one after the other.</summary>
    private static bool IsLastAboutHealth(Turn turn, CheckInTopic topic, QuestionKind kind) =>
        kind is QuestionKind.Doctor or QuestionKind.Symptoms && NextQuestion.For(turn, topic)?.Kind != QuestionKind.Doctor;

    private static void OutOfDate(Turn turn)
    {
        turn.Close();
        turn.Say(turn.Phrases.OutOfDate);
    }
}
