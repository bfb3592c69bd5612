namespace CheckinBot.Core.Conversations;

/// <summary>Questions that run out: politely, and never hiding that a value was not stored.</summary>
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

        if (turn.Conversation.ExpiresAt is not { } at || at > turn.Context.Now || turn.State is ConversationState.Idle) return;
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

    /// <summary>What was told but not stored because a question about it is open; null where nothing is.</summary>
    public static string? Unsaved(Turn turn) => turn.State switch
    {
        ConversationState.AwaitingWhose whose => turn.Phrases.NotStored(AnswerLines.Facts(turn.Phrases, whose.Told)),
        _ => null,
    };
}
