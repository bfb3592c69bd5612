using CheckinBot.Configuration;
using CheckinBot.Http;
using CheckinBot.Telegram;
using CheckinBot.Telegram.Polling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telegram.Bot;

namespace CheckinBot.Receiving;

/// <summary>Receives until the worker stops: polls, or keeps the webhook open.</summary>
internal sealed partial class ReceivingService(
    BotSetUp setUp, CommandMenus menus, ITelegramBotClient bot, UpdateIntake intake, TelegramOptions options, Readiness readiness,
    TimeProvider time, IHostApplicationLifetime lifetime, ILogger<ReceivingService> logger)
    : BackgroundService, IHostedLifecycleService
{
    /// <summary>Telegram is asked who the bot is while the database is opened and migrated.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        setUp.Ask(lifetime.ApplicationStopping);
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await setUp.Prepare(reason => readiness.NotReady(Readiness.Receiving, reason), cancellationToken);
            // Nobody waits for the menus: they are set while the first updates come in.
            var menusSet = menus.Set(cancellationToken);
            // Telegram has answered; the first poll may take most of a minute to say so again where nobody writes.
            readiness.Ready(Readiness.Receiving);
            if (options.Mode == ReceivingMode.Polling) await Poll(cancellationToken);
            await menusSet;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            readiness.Fail(Readiness.Receiving, e.Message);
            Ended(logger, e.Message);
            // The worker is not stopped in the middle of its start: whatever else is starting would fail and hide this error.
            lifetime.ApplicationStarted.Register(lifetime.StopApplication);
        }
    }

    private Task Poll(CancellationToken cancellationToken)
    {
        var poll = new LongPoll(
            bot,
            new LongPollOptions { AllowedUpdates = [.. UpdateTranslator.AllowedUpdates] },
            time,
            Random.Shared.NextDouble,
            OnFault,
            () => readiness.Ready(Readiness.Receiving));
        return poll.Run(intake.TakeBatch, cancellationToken);
    }

    private void OnFault(PollFault fault)
    {
        readiness.NotReady(Readiness.Receiving, fault.Description);
        Faulted(logger, fault.Description, fault.Pause.TotalSeconds);
    }

    [LoggerMessage(LogLevel.Warning, "Receiving: {Description}; again in {Seconds:0} s")]
    private static partial void Faulted(ILogger logger, string description, double seconds);

    [LoggerMessage(LogLevel.Critical, "Receiving has ended: {Reason}")]
    private static partial void Ended(ILogger logger, string reason);
}
