using CheckinBot.Simulator.Chats;

namespace CheckinBot.Demo;

/// <summary>Waits until the bot has written to each of these people in private.</summary>
internal sealed class Answered
{
    private readonly HashSet<long> _waiting;

    public Answered(World world, IReadOnlyCollection<long> userIds)
    {
        _waiting = [.. userIds];

        // Observing begins with this call, before the bot can have answered anybody.
        All = Watch(world.Observe());
    }

    public Task All { get; }

    private async Task Watch(IAsyncEnumerable<WorldEvent> happenings)
    {
        await foreach (var happened in happenings)
        {
            if (happened is WorldEvent.MessageAdded { Message: { FromBot: true, Chat.Person: { } person } }) _waiting.Remove(person.Id);
            if (_waiting.Count == 0) return;
        }
    }
}
