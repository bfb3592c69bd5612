using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>Ends questions that have run out, and never hides that a value was not stored.</summary>
internal static class Expiry
{
    /// <summary>Drops a question whose time is over before the event is handled; its buttons are out of date then.</summary>
    public static void Check(Turn turn)
    {
        if (turn.State is ConversationState.Lost)
        {
            turn.Close();
            turn.Preface = turn.Phrases.StartAgain;
            return;
        }

        var isOver = turn.Conversation.ExpiresAt is { } at && at <= turn.Context.Now;
        if (turn.State is ConversationState.Idle || !(isOver || IsOfEarlierSlot(turn))) return;
        var lost = Unsaved(turn);
        turn.Close();
        if (turn.Event is ConversationEvent.Expired)
        {
            if (lost is not null) turn.SendTo(lost);
        }
        else
        {
            turn.Preface = lost;
        }
    }

    /// <summary>Whether the next slot has opened since, so that what is told now belongs to that one.</summary>
    private static bool IsOfEarlierSlot(Turn turn) =>
        turn.State is ConversationState.InCheckIn { Topic: var topic }
        && topic.PersonIds.Select(turn.Subject).OfType<Subject>().FirstOrDefault() is { } subject
        && subject.Window.Day == topic.Day && subject.Window.Slot != topic.Slot;

    /// <summary>What was told but not stored because a question about it is open; null where nothing is.</summary>
    public static string? Unsaved(Turn turn) => turn.State switch
    {
        // 大宝36.5 二宝36.7: those who have not been asked about yet are lost as well.
        ConversationState.AwaitingWhose { TypedName: { } typed, Rest: [_, ..] rest } whose => turn.Phrases.NotStored(turn.Phrases.Together(
            rest.Prepend(new NamedAnswer(typed, whose.Told)).Select(one => turn.Phrases.Line(one.Name, AnswerLines.Facts(turn.Phrases, one.Told))))),
        ConversationState.AwaitingLikely likely => turn.Phrases.NotStored(AnswerLines.Facts(turn.Phrases, likely.Likely)),
        ConversationState.AwaitingSlot slot => turn.Phrases.NotStored(WhichSlot.Lines(turn, slot.Told)),
        ConversationState.AwaitingWhose whose => turn.Phrases.NotStored(AnswerLines.Facts(turn.Phrases, whose.Told)),
        _ => null,
    };
}
