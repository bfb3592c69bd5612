using System.Buffers;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;

namespace CheckinBot.Core.Conversations.Private;

/// <summary>A typed answer to a question of a check-in that also has buttons: yes, no, a place, a day, symptoms. False where the text is no answer.</summary>
internal static class TypedAnswers
{
    public static bool Likely(Turn turn, ConversationState.AwaitingLikely asked, string text) =>
        (asked.Others.Count == 0 || ShortAnswers.Read(text) == ShortAnswer.No)
        && YesOrNo(turn, text, (yes, more) => CheckInAnswers.Likely(
            turn, asked with { Likely = asked.Likely.With(more) }, yes ? asked.Likely.TemperatureTenths : null));

    public static bool FeverReducer(Turn turn, ConversationState.AwaitingFeverReducer asked, string text) =>
        YesOrNo(turn, text, (yes, more) => CheckInAnswers.FeverReducer(turn, asked, yes, more), orMore: true);

    public static bool Travel(Turn turn, ConversationState.AwaitingTravel asked, string text) => ShortAnswers.Read(text) switch
    {
        ShortAnswer.No => Done(() => CheckInAnswers.Travelled(turn, asked, [])),
        ShortAnswer.Yes when asked.PersonIds.Count == 1 => Done(() => CheckInAnswers.Travelled(turn, asked, asked.PersonIds)),
        ShortAnswer.All => Done(() => CheckInAnswers.Travelled(turn, asked, asked.PersonIds)),
        _ => false,
    };

    /// <summary>
    /// Symptoms, or none of them. A fever's follow-up also takes what people say instead: that the child stays at home
    /// (请假三天), or will tomorrow (明天还要请假); the dialog then goes on.
    /// </summary>
    public static bool Symptoms(Turn turn, ConversationState.AwaitingSymptoms asked, string text)
    {
        if (ShortAnswers.Read(text) == ShortAnswer.No) return Done(() => CheckInAnswers.NoSymptoms(turn, asked));
        if (LeaveTold(turn, asked, asked.PersonId, QuestionKind.Symptoms, text)) return true;
        // 没有呕吐, where vomiting is on record: that is taken back, and says nothing of the rest.
        if (PrivateReading.Read(turn, text).Denials is [var denied] && turn.Subject(asked.PersonId) is { } subject
            && Recording.TakesOff(turn, subject, denied, isCorrection: false)) return false;
        var entry = PrivateReading.First(turn, text);
        if (entry is null or { TemperatureTenths: null, Name: null, Symptoms: CheckIns.Symptoms.None, Diseases: Diseases.None, Travel: CheckIns.Travel.Unknown }
            && Denial.Is(text))
        {
            return Done(() => CheckInAnswers.SymptomsDone(turn, asked, new CheckInAnswer { SeenDoctor = entry?.SeenDoctor }));
        }

        if (entry is not { TemperatureTenths: null, Name: null } or { Symptoms: CheckIns.Symptoms.None, Diseases: Diseases.None }) return false;
        return Done(() => CheckInAnswers.SymptomsDone(turn, asked, entry.ToAnswer()));
    }

    /// <summary>Why somebody is absent: ill, in hospital, or a matter of the family.</summary>
    public static bool Absent(Turn turn, ConversationState.AwaitingAbsence asked, string text)
    {
        var entry = PrivateReading.First(turn, text);
        if (entry is { TemperatureTenths: not null } or { Name: not null }) return false;
        var reason = entry switch
        {
            { Absence: Absence.Leave or Absence.IllAtHome or Absence.Hospital } => entry.Absence,
            { Symptoms: not CheckIns.Symptoms.None } or { Diseases: not Diseases.None } => Absence.IllAtHome,
            _ when AbsenceWords.IsFamilyMatter(text) => Absence.Leave,
            _ => Absence.None,
        };
        return reason != Absence.None && Done(() => CheckInAnswers.Absent(turn, asked, reason, entry?.ToAnswer()));
    }

    /// <summary>The place, and the day of return where it is told with it; a day alone is kept, and the place is asked for again.</summary>
    public static bool Place(Turn turn, ConversationState.AwaitingPlace asked, string text)
    {
        if (ShortAnswers.Read(text) == ShortAnswer.No) return Done(() => CheckInAnswers.Stayed(turn, asked.Topic, asked.PersonId));
        var entry = PrivateReading.First(turn, text);
        if (entry is { TemperatureTenths: not null } or { Travel: CheckIns.Travel.No }) return false;
        if (entry is { Place: not null })
            return Done(() => CheckInAnswers.Trip(turn, asked, QuestionKind.Place, entry.Place, entry.ReturnedOn, entry.StillAway));
        if (turn.Subject(asked.PersonId) is not { } subject || TripAnswer.Read(text, subject.Window.Day) is not { } trip) return false;
        return Done(() => CheckInAnswers.Trip(turn, asked, QuestionKind.Place, trip.Place, trip.ReturnedOn, trip.StillAway, trip.IsAtRelatives));
    }

    /// <summary>The day of return; a place that is told with it corrects the one that was told before.</summary>
    public static bool Return(Turn turn, ConversationState.AwaitingReturn asked, string text)
    {
        if (ShortAnswers.Read(text) is ShortAnswer.Away or ShortAnswer.No) return Done(() => CheckInAnswers.Return(turn, asked, null, stillAway: true));
        if (turn.Subject(asked.PersonId) is not { } subject) return false;
        if (ReturnDay.Read(text, subject.Window.Day) is { } day) return Done(() => CheckInAnswers.Return(turn, asked, day, stillAway: false));
        if (TripAnswer.Read(text, subject.Window.Day) is not { } trip || (trip.Place is not null && !trip.IsKnownPlace)) return false;
        return Done(() => CheckInAnswers.Trip(turn, asked, QuestionKind.Return, trip.Place, trip.ReturnedOn, trip.StillAway));
    }

    /// <summary>A doctor was seen, or not.</summary>
    public static bool Recovery(Turn turn, ConversationState.AwaitingRecovery asked, string text) =>
        LeaveTold(turn, asked, asked.PersonId, QuestionKind.Recovery, text);

    public static bool Doctor(Turn turn, ConversationState.AwaitingDoctor asked, string text) =>
        YesOrNo(turn, text, (yes, more) => CheckInAnswers.Doctor(turn, asked, yes, more), orMore: true)
        || LeaveTold(turn, asked, asked.PersonId, QuestionKind.Doctor, text);

    private static bool LeaveTold(Turn turn, ConversationState.InCheckIn asked, long personId, QuestionKind kind, string text)
    {
        if (LeaveAhead.Is(text)) return Done(() => CheckInFlow.Continue(turn, asked.Topic.WithAsked(kind, personId), turn.Phrases.LeaveAhead));
        if (PrivateReading.First(turn, text) is { } entry
            && entry is not { TemperatureTenths: null, Name: null, Symptoms: CheckIns.Symptoms.None, Diseases: Diseases.None }) return false;
        var absence = AbsenceWords.Read(text);
        return absence != Absence.None && Done(() => CheckInAnswers.StaysAway(turn, asked.Topic.WithAsked(kind, personId), personId, absence));
    }

    /// <summary>Takes a yes or a no; false for any other word.</summary>
    public static bool YesOrNo(string text, Action<bool> decide)
    {
        var answer = ShortAnswers.Read(text);
        return answer is ShortAnswer.Yes or ShortAnswer.No && Done(() => decide(answer == ShortAnswer.Yes));
    }

    /// <summary>The same where more may follow (嗯，没外出): what else is told is stored with the answer. A further number is another matter.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="decide">Takes the answer and what else was told.</param>
    /// <param name="orMore">Words that tell nothing of a check-in may follow (看过了，医生说没事).</param>
    private static bool YesOrNo(Turn turn, string text, Action<bool, CheckInAnswer> decide, bool orMore = false)
    {
        if (YesOrNo(text, yes => decide(yes, CheckInAnswer.Empty))) return true;
        // no rash, 没有 咳嗽: behind a space the "no" denies what follows.
        var end = text.AsSpan().IndexOfAny(ClauseEnds);
        if (end <= 0 || ShortAnswers.Read(text[..end]) is var answer && answer is not (ShortAnswer.Yes or ShortAnswer.No)) return false;
        if (text[end] == ' ' && answer == ShortAnswer.No) return false;
        var told = PrivateReading.Read(turn, text[(end + 1)..]);
        CheckInAnswer? more = told.Entries switch
        {
            [{ TemperatureTenths: null, Name: null, DaysAgo: 0 } entry] when entry.Denied == Retraction.None || (orMore && IsNothingSerious(entry)) =>
                entry.ToAnswer(),
            [] when orMore && told.Denials.Count == 0 && !text.Any(char.IsDigit) => CheckInAnswer.Empty,
            _ => null,
        };
        return more is not null && Done(() => decide(answer == ShortAnswer.Yes, more));
    }

    // 医生说没事 is a comfort, and takes no cough away.
    private static bool IsNothingSerious(ReadingEntry entry) =>
        entry.Denied.Symptoms == (CheckIns.Symptoms)~0 && entry.Denied with { Symptoms = CheckIns.Symptoms.None } == Retraction.None;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，,。.；;！!、 \n");

    private static bool Done(Action act)
    {
        act();
        return true;
    }
}
