using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Private;
using CheckinBot.Core.Conversations.Staff;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;

namespace CheckinBot.Core.Conversations;

/// <summary>The one table of questions that may be answered by typing: the question, what has to be loaded for the answer, and who takes it.</summary>
internal static class AnswerTable
{
    /// <summary>All of them; a text that answers none is read as a check-in.</summary>
    public static IReadOnlyList<AnswerEntry> All { get; } =
    [
        To<ConversationState.AwaitingWhose>(Whose.Typed),
        To<ConversationState.AwaitingLikely>(TypedAnswers.Likely),
        To<ConversationState.AwaitingAbsence>(TypedAnswers.Absent),
        To<ConversationState.AwaitingDoctor>(TypedAnswers.Doctor),
        To<ConversationState.AwaitingFeverReducer>(TypedAnswers.FeverReducer),
        To<ConversationState.AwaitingTravel>(TypedAnswers.Travel),
        To<ConversationState.AwaitingSymptoms>(TypedAnswers.Symptoms),
        To<ConversationState.AwaitingPlace>(TypedAnswers.Place),
        To<ConversationState.AwaitingReturn>(TypedAnswers.Return),
        To<ConversationState.AwaitingRecovery>(TypedAnswers.Recovery),
        To<ConversationState.AwaitingWaiver>(Waiving.Typed),
        To<ConversationState.AwaitingSignNote>(DigestAsking.SignNote),
        To<ConversationState.AwaitingSetting>(SettingsDesk.Typed, ContextNeeds.Settings),
        To<ConversationState.ConfirmingDeletion>(AboutMe.Typed),
        To<ConversationState.ConfirmingUnlink>(Linking.Typed),
    ];

    /// <summary>Takes a text as the answer to the open question; false where it says something else.</summary>
    public static bool Take(Turn turn, string text)
    {
        if (ShortAnswers.Read(text) == ShortAnswer.Cancel && turn.State is not ConversationState.Idle)
        {
            Cancelling.Stop(turn);
            return true;
        }

        return TypedButtons.Take(turn, text) || (Find(turn.State) is { } entry && entry.Take(turn, text));
    }

    /// <summary>What an answer needs instead of what every text needs; null where it needs what every text needs.</summary>
    public static ContextNeeds? NeedsOf(ConversationState state) => Find(state)?.Needs;

    private static AnswerEntry? Find(ConversationState state) => All.FirstOrDefault(entry => entry.Question.IsInstanceOfType(state));

    private static AnswerEntry To<TState>(Func<Turn, TState, string, bool> take, ContextNeeds? needs = null)
        where TState : ConversationState =>
        new(typeof(TState), (turn, text) => take(turn, (TState)turn.State, text), needs);
}

/// <summary>A line of the table of typed answers.</summary>
/// <param name="Question">The question that has to be open.</param>
/// <param name="Take">Who takes the text; false where it is no answer.</param>
/// <param name="Needs">What the answer needs loaded in place of what every text needs.</param>
internal sealed record AnswerEntry(Type Question, Func<Turn, string, bool> Take, ContextNeeds? Needs);
