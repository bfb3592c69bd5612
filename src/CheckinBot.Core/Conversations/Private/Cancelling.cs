using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;

namespace CheckinBot.Core.Conversations.Private;

/// <summary><c>/cancel</c>, by the command or in words.</summary>
internal static class Cancelling
{
    /// <summary>The command.</summary>
    public static void Handle(Turn turn, ConversationEvent.CommandReceived command) => Stop(turn);

    /// <summary>Stops asking. What was recorded stays; what was not is named.</summary>
    public static void Stop(Turn turn)
    {
        var lost = Expiry.Unsaved(turn);
        turn.Close();
        turn.Say(lost is null ? turn.Phrases.Cancelled : $"{turn.Phrases.Cancelled}\n{lost}");
    }
}
