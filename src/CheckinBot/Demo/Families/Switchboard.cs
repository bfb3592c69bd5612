using System.Collections.Concurrent;
using System.Threading.Channels;
using CheckinBot.Simulator.Chats;

namespace CheckinBot.Demo.Families;

/// <summary>Brings what appears in the chats to the phones of the people concerned.</summary>
internal sealed class Switchboard(World world)
{
    private readonly ConcurrentDictionary<long, Channel<SimMessage>> _phones = [];
    private readonly ConcurrentDictionary<long, TaskCompletionSource<SimMessage>> _cards = [];

    /// <summary>What the bot writes to the person from now on, new or changed, in order.</summary>
    public ChannelReader<SimMessage> MessagesTo(long userId) => _phones.GetOrAdd(userId, _ => Channel.CreateUnbounded<SimMessage>()).Reader;

    /// <summary>The newest message of the bot with a button in the group; waits for the first.</summary>
    public Task<SimMessage> Card(long groupId) => Slot(groupId).Task;

    /// <summary>Delivers until cancelled.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var happened in world.Observe(cancellationToken))
            {
                if (happened is WorldEvent.MessageAdded { Message: var added }) Deliver(added);
                if (happened is WorldEvent.MessageChanged { Message: var changed, Before: var before } && changed.Buttons != before.Buttons) Deliver(changed);
            }
        }
        catch (OperationCanceledException)
        {
            // The demo ends.
        }
    }

    private void Deliver(SimMessage message)
    {
        if (!message.FromBot) return;
        if ((message.OnlyFor ?? message.Chat.Person) is { } receiver)
            _phones.GetOrAdd(receiver.Id, _ => Channel.CreateUnbounded<SimMessage>()).Writer.TryWrite(message);
        else if (message.Buttons.Length > 0)
            ShowCard(message);
    }

    private void ShowCard(SimMessage card)
    {
        if (Slot(card.Chat.Id).TrySetResult(card)) return;
        var shown = new TaskCompletionSource<SimMessage>();
        shown.SetResult(card);
        _cards[card.Chat.Id] = shown;
    }

    private TaskCompletionSource<SimMessage> Slot(long groupId) =>
        _cards.GetOrAdd(groupId, _ => new TaskCompletionSource<SimMessage>(TaskCreationOptions.RunContinuationsAsynchronously));
}
