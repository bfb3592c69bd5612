namespace CheckinBot.Simulator.Chats;

/// <summary>
/// One person in one chat. It remembers what it has already given out, so that each await continues where the last one
/// ended and nothing that came in between is missed.
/// </summary>
public sealed class Conversation : IDisposable
{
    private readonly World.Subscription _events;

    internal Conversation(World world, SimUser person, SimChat chat)
    {
        World = world;
        Person = person;
        Chat = chat;
        _events = world.Subscribe()!;
    }

    public World World { get; }

    public SimUser Person { get; }

    public SimChat Chat { get; }

    public SimMessage Say(string text, SimMessage? replyTo = null) => World.SendText(Person.Id, Chat, text, replyTo);

    /// <inheritdoc cref="World.Press(long, SimMessage, string)"/>
    public string Press(SimMessage message, string button) => World.Press(Person.Id, message, button);

    /// <summary>The next new message of somebody else, ephemeral ones included.</summary>
    /// <exception cref="OperationCanceledException">It did not come in time.</exception>
    public Task<SimMessage> NextAsync(CancellationToken cancellationToken) =>
        NextEventAsync(e => e is WorldEvent.MessageAdded { Message: var m } && m.From.Id != Person.Id ? m : null, cancellationToken);

    /// <summary>The next new or changed message, anybody's, that fits.</summary>
    /// <inheritdoc cref="NextAsync(CancellationToken)"/>
    public Task<SimMessage> NextAsync(Func<SimMessage, bool> fits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fits);
        return NextEventAsync(
            e => e switch
            {
                WorldEvent.MessageAdded added => added.Message,
                WorldEvent.MessageChanged changed => changed.Message,
                _ => null,
            } is { } message && fits(message) ? message : null,
            cancellationToken);
    }

    /// <summary>The next change of a message: text, buttons or reactions.</summary>
    /// <inheritdoc cref="NextAsync(CancellationToken)"/>
    public Task<SimMessage> NextChangeAsync(CancellationToken cancellationToken) =>
        NextEventAsync(e => (e as WorldEvent.MessageChanged)?.Message, cancellationToken);

    /// <summary>The answer to the person's next answered tap.</summary>
    /// <inheritdoc cref="NextAsync(CancellationToken)"/>
    public Task<WorldEvent.TapAnswered> NextTapAnswerAsync(CancellationToken cancellationToken) =>
        NextEventAsync(e => e as WorldEvent.TapAnswered, cancellationToken);

    public void Dispose() => _events.Dispose();

    private async Task<T> NextEventAsync<T>(Func<WorldEvent, T?> choose, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            var happened = await _events.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (happened.Chat == Chat && happened.ConcernsPerson(Person.Id) && choose(happened) is { } chosen)
            {
                return chosen;
            }
        }
    }
}
