using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Reading;

namespace CheckinBot.Core.Conversations.Private;

/// <summary>A typed answer to a question of a check-in that also has buttons: yes, no, a place, a day, symptoms. False where the text is no answer.</summary>
internal static class TypedAnswers
{
    public static bool Likely(Turn turn, ConversationState.AwaitingLikely asked, string text) =>
        YesOrNo(text, yes => CheckInAnswers.Likely(turn, asked, yes));

    public static bool Doctor(Turn turn, ConversationState.AwaitingDoctor asked, string text) =>
        YesOrNo(text, yes => CheckInAnswers.Doctor(turn, asked, yes));

    public static bool FeverReducer(Turn turn, ConversationState.AwaitingFeverReducer asked, string text) =>
        YesOrNo(text, yes => CheckInAnswers.FeverReducer(turn, asked, yes));

    public static bool Travel(Turn turn, ConversationState.AwaitingTravel asked, string text) => ShortAnswers.Read(text) switch
    {
        ShortAnswer.No => Done(() => CheckInAnswers.Travelled(turn, asked, [])),
        ShortAnswer.Yes when asked.PersonIds.Count == 1 => Done(() => CheckInAnswers.Travelled(turn, asked, asked.PersonIds)),
        ShortAnswer.All => Done(() => CheckInAnswers.Travelled(turn, asked, asked.PersonIds)),
        _ => false,
    };

    public static bool Symptoms(Turn turn, ConversationState.AwaitingSymptoms asked, string text)
    {
        if (ShortAnswers.Read(text) == ShortAnswer.No) return Done(() => CheckInAnswers.SymptomsDone(turn, asked, new CheckInAnswer()));
        var entry = PrivateReading.First(turn, text);
        if (entry is not { TemperatureTenths: null, Name: null } or { Symptoms: CheckIns.Symptoms.None, Diseases: Diseases.None }) return false;
        return Done(() => CheckInAnswers.SymptomsDone(turn, asked, entry.ToAnswer() with { Symptoms = asked.Selected | entry.Symptoms }));
    }

    public static bool Place(Turn turn, ConversationState.AwaitingPlace asked, string text)
    {
        if (ShortAnswers.Read(text) == ShortAnswer.No) return Done(() => CheckInAnswers.Stayed(turn, asked.Topic, asked.PersonId));
        var entry = PrivateReading.First(turn, text);
        if (entry is { TemperatureTenths: not null } or { Travel: CheckIns.Travel.No }) return false;
        if ((entry?.Place ?? PlainPlace.Read(text)) is not { } place) return false;
        return Done(() => CheckInAnswers.Place(turn, asked, place, entry));
    }

    public static bool Return(Turn turn, ConversationState.AwaitingReturn asked, string text)
    {
        if (ShortAnswers.Read(text) is ShortAnswer.Away or ShortAnswer.No) return Done(() => CheckInAnswers.Return(turn, asked, null, stillAway: true));
        if (turn.Subject(asked.PersonId) is not { } subject || ReturnDay.Read(text, subject.Window.Day) is not { } day) return false;
        return Done(() => CheckInAnswers.Return(turn, asked, day, stillAway: false));
    }

    /// <summary>Takes a yes or a no; false for any other word.</summary>
    public static bool YesOrNo(string text, Action<bool> decide)
    {
        var answer = ShortAnswers.Read(text);
        return answer is ShortAnswer.Yes or ShortAnswer.No && Done(() => decide(answer == ShortAnswer.Yes));
    }

    private static bool Done(Action act)
    {
        act();
        return true;
    }
}
