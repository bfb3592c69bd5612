using CheckinBot.Metrics;
using CheckinBot.Storage.Engine;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Sending;

/// <summary>Starts sending with what an earlier run left, and stops it within seconds.</summary>
internal sealed partial class SendingService(
    Database database, Outbox outbox, Dispatcher dispatcher, OutboxLog log, SettledCalls settled, BotMetrics metrics, ILogger<SendingService> logger)
    : IHostedService
{
    private static readonly TimeSpan ForAnswers = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ForCalls = TimeSpan.FromSeconds(2);
    private Task _logging = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _logging = log.Run(settled);
        await using var session = await database.OpenRead(cancellationToken);
        var left = await outbox.Recover(session, cancellationToken);
        if (left == 0) return;
        metrics.SentAgain(left);
        Recovered(logger, left);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await dispatcher.Stop(ForAnswers, ForCalls);
        log.Complete();
        await _logging;
    }

    [LoggerMessage(LogLevel.Information, "{Count} messages were left unsent; they are sent now (any that was in flight at a crash, once more)")]
    private static partial void Recovered(ILogger logger, int count);
}
