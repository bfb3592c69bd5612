using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading;

namespace CheckinBot.Core.Conversations;

/// <summary>A typed answer to a question that also has buttons: yes, no, a place, a day, a name.</summary>
internal static class TypedAnswers
{
    /// <summary>Takes the text as the answer to the present question; false where it says something else.</summary>
    public static bool Handle(Turn turn, string text)
    {
        var answer = ShortAnswers.Read(text);
        if (answer == ShortAnswer.Cancel && turn.State is not ConversationState.Idle)
        {
            Commands.Cancel(turn);
            return true;
        }

        return turn.State switch
        {
            ConversationState.AwaitingWhose whose => Whose.Typed(turn, whose, text),
            ConversationState.AwaitingLikely likely => OnYesNo(answer, yes => CheckInAnswers.Likely(turn, likely, yes)),
            ConversationState.AwaitingDoctor doctor => OnYesNo(answer, yes => CheckInAnswers.Doctor(turn, doctor, yes)),
            ConversationState.AwaitingTravel travel => Travel(turn, travel, answer),
            ConversationState.AwaitingSymptoms symptoms when answer == ShortAnswer.No => Done(() => CheckInAnswers.SymptomsDone(turn, symptoms, new CheckInAnswer())),
            ConversationState.AwaitingSymptoms symptoms => TypedSymptoms(turn, symptoms, text),
            ConversationState.AwaitingPlace place => Place(turn, place, text, answer),
            ConversationState.AwaitingReturn back => Return(turn, back, text, answer),
            ConversationState.AwaitingWaiver waiver when FirstEntry(turn, text) is not { TemperatureTenths: not null } => Done(() => Waiving.Typed(turn, waiver, text)),
            ConversationState.AwaitingSetting => Done(() => SettingsDesk.Typed(turn)),
            ConversationState.ConfirmingDeletion => OnYesNo(answer, yes => AboutMe.Decide(turn, yes)),
            _ => false,
        };
    }

    private static bool Travel(Turn turn, ConversationState.AwaitingTravel travel, ShortAnswer answer) => answer switch
    {
        ShortAnswer.No => Done(() => CheckInAnswers.Travelled(turn, travel, [])),
        ShortAnswer.Yes when travel.PersonIds.Count == 1 => Done(() => CheckInAnswers.Travelled(turn, travel, travel.PersonIds)),
        ShortAnswer.All => Done(() => CheckInAnswers.Travelled(turn, travel, travel.PersonIds)),
        _ => false,
    };

    private static bool TypedSymptoms(Turn turn, ConversationState.AwaitingSymptoms asked, string text)
    {
        var entry = FirstEntry(turn, text);
        if (entry is not { TemperatureTenths: null, Name: null } or { Symptoms: Symptoms.None, Diseases: Diseases.None }) return false;
        CheckInAnswers.SymptomsDone(turn, asked, entry.ToAnswer() with { Symptoms = asked.Selected | entry.Symptoms });
        return true;
    }

    private static bool Place(Turn turn, ConversationState.AwaitingPlace asked, string text, ShortAnswer answer)
    {
        if (answer == ShortAnswer.No) return Done(() => CheckInAnswers.Stayed(turn, asked.Topic, asked.PersonId));
        var entry = FirstEntry(turn, text);
        if (entry is { TemperatureTenths: not null } or { Travel: CheckIns.Travel.No }) return false;
        if ((entry?.Place ?? PlainPlace.Read(text)) is not { } place) return false;
        CheckInAnswers.Place(turn, asked, place, entry);
        return true;
    }

    private static bool Return(Turn turn, ConversationState.AwaitingReturn asked, string text, ShortAnswer answer)
    {
        if (answer is ShortAnswer.Away or ShortAnswer.No) return Done(() => CheckInAnswers.Return(turn, asked, null, stillAway: true));
        if (turn.Subject(asked.PersonId) is not { } subject || ReturnDay.Read(text, subject.Window.Day) is not { } day) return false;
        CheckInAnswers.Return(turn, asked, day, stillAway: false);
        return true;
    }

    private static ReadingEntry? FirstEntry(Turn turn, string text) => PrivateReading.Read(turn, text).Entries is [var first, ..] ? first : null;

    private static bool OnYesNo(ShortAnswer answer, Action<bool> decide)
    {
        if (answer is not (ShortAnswer.Yes or ShortAnswer.No)) return false;
        decide(answer == ShortAnswer.Yes);
        return true;
    }

    private static bool Done(Action act)
    {
        act();
        return true;
    }
}
