using System.Collections.Immutable;

namespace CheckinBot.Simulator.Chats;

/// <summary>What people see.</summary>
public sealed partial class World
{
    /// <summary>The last messages of a chat as the person sees them, oldest first.</summary>
    public ImmutableArray<SimMessage> Messages(long userId, long chatId, int limit = 1000)
    {
        lock (Gate)
        {
            return Resolve(userId, chatId).Before(userId, int.MaxValue, limit);
        }
    }

    /// <summary>The newest message that the person sees in the chat, or null.</summary>
    public SimMessage? Last(long userId, long chatId) => Messages(userId, chatId, limit: 1).FirstOrDefault();

    /// <summary>The chats that the person has, in the order of joining.</summary>
    public ImmutableArray<SimChat> Chats(long userId)
    {
        lock (Gate)
        {
            return [.. Known(userId).Chats.Where(c => c.IsIn(userId))];
        }
    }

    /// <summary>The newest version of a message; null once it was deleted.</summary>
    public SimMessage? Current(SimMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (Gate)
        {
            return message.Chat.At(message.Key);
        }
    }

    /// <summary>
    /// Waits until the person sees a message that fits, in any version. One that is there already counts: give a
    /// condition that only the awaited one meets, or use <see cref="Open"/>, which looks at what comes after.
    /// </summary>
    /// <exception cref="OperationCanceledException">It did not come in time.</exception>
    public async Task<SimMessage> WaitForMessageAsync(long userId, long chatId, Func<SimMessage, bool> fits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fits);
        using var conversation = Open(userId, chatId);
        return Messages(userId, chatId).LastOrDefault(fits)
            ?? await conversation.NextAsync(fits, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The person has seen the chat up to the message with this key.</summary>
    internal void MarkRead(long userId, long chatId, int key)
    {
        lock (Gate)
        {
            var read = Resolve(userId, chatId).ReadUpTo;
            read[userId] = Math.Max(key, read.GetValueOrDefault(userId, -1));
        }
    }

    /// <summary>Takes a person's place in one chat; what happens there from now on can be awaited in order.</summary>
    public Conversation Open(long userId, long chatId)
    {
        lock (Gate)
        {
            return new Conversation(this, Known(userId), Resolve(userId, chatId));
        }
    }
}
