using CheckinBot.Conversations;
using CheckinBot.Storage.Engine;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Delivered;

/// <summary>Continues a conversation in private after a message of it could not be shown to its reader in the group.</summary>
internal sealed partial class NotShownService(NotShownMessages messages, Writer writer, ConversationHandler conversations, ILogger<NotShownService> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        await foreach (var @event in messages.Events.ReadAllAsync(cancellationToken))
        {
            try
            {
                await writer.Write(session => conversations.Handle(session, @event, CancellationToken.None), cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(logger, e.GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A message that could not be shown in a group is lost: {Fault}")]
    private static partial void Failed(ILogger logger, string fault);
}
