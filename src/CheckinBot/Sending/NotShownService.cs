using CheckinBot.Conversations;
using CheckinBot.Storage.Engine;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Sending;

/// <summary>Lets the conversations go on in private where a message could not be shown to one person in the group.</summary>
internal sealed partial class NotShownService(NotShownMessages messages, Writer writer, ConversationHandler conversations, ILogger<NotShownService> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var @event in messages.Events.ReadAllAsync(stoppingToken))
        {
            try
            {
                await writer.Write(session => conversations.Handle(session, @event, CancellationToken.None), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(logger, e.GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A message that could not be shown in a group is lost: {Fault}")]
    private static partial void Failed(ILogger logger, string fault);
}
