using CheckinBot.Conversations;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Storage;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram;

namespace CheckinBot.Delivered;

/// <summary>
/// A message that was meant for one person in a group and could not be shown to them: their conversation goes on in private, in the
/// transaction that writes down that it could not.
/// </summary>
internal sealed class NotShownMessages(ConversationHandler conversations) : ICallFollower
{
    public ValueTask Settled(DbSession session, PendingCall call, CallOutcome outcome, CancellationToken cancellationToken) =>
        outcome is CallOutcome.NotShown && call.Call.OnlyFor is { IsProof: false } receiver
            ? conversations.Handle(session, EventOf(call.Call, receiver), cancellationToken)
            : ValueTask.CompletedTask;

    private static ConversationEvent.NotShown EventOf(OutgoingCall call, EphemeralReceiver receiver)
    {
        var (chatId, threadId, text) = call switch
        {
            { Send: { } message } => (message.ChatId, message.ThreadId, message.Text),
            { Edit: { } edit } => (edit.ChatId, edit.ThreadId, edit.Text),
            _ => throw new ArgumentException("Not for one person", nameof(call)),
        };
        return new ConversationEvent.NotShown(text)
        {
            Chat = new ChatRef(chatId, ChatKind.Group, ThreadId: threadId),
            From = new Sender(receiver.UserId, ""),
        };
    }
}
