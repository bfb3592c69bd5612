using CheckinBot.Background;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using Microsoft.Extensions.Hosting;

namespace CheckinBot.Conversations;

/// <summary>Ends questions whose time is over.</summary>
internal sealed class ExpiryService(
    Database database, Writer writer, ConversationHandler conversations, BackgroundWork background, TimeProvider time) : BackgroundService
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
            await background.Try("expired questions", () => ExpireAll(cancellationToken), cancellationToken);
    }

    private async Task ExpireAll(CancellationToken cancellationToken)
    {
        IReadOnlyList<Conversation> expired;
        await using (var session = await database.OpenRead(cancellationToken))
        {
            expired = await new ConversationStore(session).Expired(time.GetUtcNow(), AtOnce, cancellationToken);
        }

        Exception? failed = null;
        foreach (var conversation in expired)
        {
            try
            {
                await Expire(conversation.Key, cancellationToken);
            }
            catch (Exception fault) when (DatabaseFault.IsOfTheWork(fault))
            {
                // One that cannot be ended keeps none of the others open.
                failed ??= fault;
            }
        }

        if (failed is not null) throw failed;
    }

    private async Task Expire(ConversationKey key, CancellationToken cancellationToken)
    {
        var (_, chatId, threadId, userId) = key;
        var @event = new ConversationEvent.Expired
        {
            Chat = new ChatRef(chatId, chatId < 0 ? ChatKind.Group : ChatKind.Private, ThreadId: threadId),
            From = new Sender(userId, ""),
        };
        await writer.Write(session => conversations.Handle(session, @event, CancellationToken.None), cancellationToken);
    }
}
