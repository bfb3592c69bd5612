using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CheckinBot.Simulator.Chats;

/// <summary>How demo families, tests and the page follow what happens.</summary>
public sealed partial class World
{
    private const int Remembered = 20_000;
    private readonly WorldEvent?[] _recent = new WorldEvent?[Remembered];
    private readonly List<Channel<WorldEvent>> _observers = [];
    private long _lastSequence;

    /// <summary>Number of the newest event; 0 before the first.</summary>
    public long LastSequence
    {
        get
        {
            lock (Gate)
            {
                return _lastSequence;
            }
        }
    }

    /// <summary>
    /// Follows events from now on (from this call, not from the first read), in order and without loss, until cancelled
    /// or the enumerator is disposed.
    /// </summary>
    public IAsyncEnumerable<WorldEvent> Observe(CancellationToken cancellationToken = default) =>
        Read(Subscribe()!, cancellationToken);

    /// <summary>
    /// Follows events after the given number; null when they are no longer remembered, so that the caller must look at
    /// the chats afresh.
    /// </summary>
    internal Subscription? Subscribe(long? after = null)
    {
        var channel = Channel.CreateUnbounded<WorldEvent>(new UnboundedChannelOptions { SingleReader = true });
        lock (Gate)
        {
            if (after > _lastSequence || after < _lastSequence - Remembered)
            {
                return null;
            }

            for (var sequence = (after ?? _lastSequence) + 1; sequence <= _lastSequence; sequence++)
            {
                channel.Writer.TryWrite(_recent[sequence % Remembered]!);
            }

            _observers.Add(channel);
        }

        return new Subscription(this, channel);
    }

    internal sealed class Subscription(World world, Channel<WorldEvent> channel) : IDisposable
    {
        public ChannelReader<WorldEvent> Reader => channel.Reader;

        public void Dispose()
        {
            lock (world.Gate)
            {
                world._observers.Remove(channel);
            }

            channel.Writer.TryComplete();
        }
    }

    internal void Publish(WorldEvent happened)
    {
        var numbered = happened with { Sequence = ++_lastSequence };
        _recent[numbered.Sequence % Remembered] = numbered;
        foreach (var observer in _observers)
        {
            observer.Writer.TryWrite(numbered);
        }
    }

    private static async IAsyncEnumerable<WorldEvent> Read(Subscription subscription, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using (subscription)
        {
            await foreach (var happened in subscription.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return happened;
            }
        }
    }
}
