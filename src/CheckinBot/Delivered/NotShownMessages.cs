using System.Threading.Channels;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Storage;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram;

namespace CheckinBot.Delivered;

/// <summary>
/// Messages that were meant for one person in a group and could not be shown to them. They are kept in memory only: what
/// the person told is stored already.
/// </summary>
internal sealed class NotShownMessages : ICallFollower
{
    private readonly Channel<ConversationEvent> _events =
        Channel.CreateUnbounded<ConversationEvent>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Each of them, as an event in its conversation.</summary>
    public ChannelReader<ConversationEvent> Events => _events.Reader;

    public ValueTask Settled(DbSession session, PendingCall call, CallOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is CallOutcome.NotShown && call.Call.OnlyFor is { IsProof: false } receiver)
            session.AfterCommit(() => _events.Writer.TryWrite(EventOf(call.Call, receiver)));
        return ValueTask.CompletedTask;
    }

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
