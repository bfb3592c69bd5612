using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Conversations;

/// <summary>Ends questions whose time is over.</summary>
internal sealed partial class ExpiryService(
    Database database, Writer writer, ConversationHandler conversations, TimeProvider time, ILogger<ExpiryService> logger)
    : BackgroundService
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await ExpireAll(cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(logger, e.GetType().Name);
            }
        }
    }

    private async Task ExpireAll(CancellationToken cancellationToken)
    {
        IReadOnlyList<Conversation> expired;
        await using (var session = await database.OpenRead(cancellationToken))
        {
            expired = await new ConversationStore(session).Expired(time.GetUtcNow(), AtOnce, cancellationToken);
        }

        foreach (var conversation in expired)
        {
            var (_, chatId, threadId, userId) = conversation.Key;
            var @event = new ConversationEvent.Expired
            {
                Chat = new ChatRef(chatId, chatId < 0 ? ChatKind.Group : ChatKind.Private, ThreadId: threadId),
                From = new Sender(userId, ""),
            };
            await writer.Write(session => conversations.Handle(session, @event, CancellationToken.None), cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "Expired questions could not be ended ({Fault}); trying again")]
    private static partial void Failed(ILogger logger, string fault);
}
