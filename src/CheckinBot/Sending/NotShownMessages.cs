using System.Threading.Channels;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Telegram;

namespace CheckinBot.Sending;

/// <summary>Messages that one person alone was to see in a group and did not. Best effort: what was told is stored before.</summary>
internal sealed class NotShownMessages
{
    private readonly Channel<ConversationEvent> _events = Channel.CreateUnbounded<ConversationEvent>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>One of them, as an event in its conversation.</summary>
    public ChannelReader<ConversationEvent> Events => _events.Reader;

    public void Add(OutgoingCall call)
    {
        var (chatId, threadId, text) = call switch
        {
            { Send: { } message } => (message.ChatId, message.ThreadId, message.Text),
            { Edit: { } edit } => (edit.ChatId, edit.ThreadId, edit.Text),
            _ => throw new ArgumentException("Not for one person", nameof(call)),
        };
        _events.Writer.TryWrite(new ConversationEvent.NotShown(text)
        {
            Chat = new ChatRef(chatId, ChatKind.Group, ThreadId: threadId),
            From = new Sender(call.OnlyFor!.UserId, ""),
        });
    }
}
