using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;

namespace CheckinBot.Core.Conversations;

/// <summary>
/// The machine above the flows. Three tables say which flow takes what: <see cref="CommandTable"/>, <see cref="ButtonTable"/>
/// and <see cref="AnswerTable"/>.
/// </summary>
public static class ConversationMachine
{
    extension(Conversation)
    {
        /// <summary>Decides what an event leads to. Pure and total: no input makes it throw.</summary>
        /// <param name="conversation">Where the conversation stands.</param>
        /// <param name="event">What happened.</param>
        /// <param name="context">The facts, as <see cref="ContextNeed"/> asks for them.</param>
        public static Outcome Handle(Conversation conversation, ConversationEvent @event, ConversationContext context)
        {
            var turn = new Turn(conversation, @event, context);
            if (EditedMessage.IsNone(context, @event)) return turn.Outcome;
            Expiry.Check(turn);
            if (@event.Chat.Kind == ChatKind.Private) PrivateChat.Handle(turn);
            else GroupChat.Handle(turn);
            return turn.Outcome;
        }
    }
}
