using CheckinBot.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Sending;

/// <summary>Starts sending with what an earlier run left, and stops it within seconds.</summary>
internal sealed partial class SendingService(
    ClaimRounds claims, Dispatcher dispatcher, OutboxLog log, SettledCalls settled, BotMetrics metrics, ILogger<SendingService> logger) : IHostedService
{
    private static readonly TimeSpan ForAnswers = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ForCalls = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ForTheDatabase = TimeSpan.FromSeconds(2);
    private Task _logging = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _logging = log.Run(settled);
        var left = await claims.Begin(cancellationToken);
        if (left == 0) return;
        metrics.SentAgain(left);
        Recovered(logger, left);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await dispatcher.Stop(ForAnswers, ForCalls);
        log.Complete();
        try
        {
            await _logging.WaitAsync(ForTheDatabase, TimeProvider.System, cancellationToken);
            await claims.End(cancellationToken).WaitAsync(ForTheDatabase, TimeProvider.System, cancellationToken);
        }
        catch (Exception fault)
        {
            // What came of the last calls could not be written down: the next start makes them again. The database must not hold up the end.
            NotWrittenDown(logger, fault.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} messages were left unsent; they are sent now (any that was in flight at a crash, once more)")]
    private static partial void Recovered(ILogger logger, int count);

    [LoggerMessage(LogLevel.Warning, "The database did not take what came of the last calls ({Fault}); they may be made again after the next start")]
    private static partial void NotWrittenDown(ILogger logger, string fault);
}
