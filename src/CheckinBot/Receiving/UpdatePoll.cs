using CheckinBot.Http;
using CheckinBot.Telegram;
using CheckinBot.Telegram.Polling;
using Microsoft.Extensions.Logging;
using Telegram.Bot;

namespace CheckinBot.Receiving;

/// <summary>Polls for updates and gives them to the intake; says in the log and to <c>/readyz</c> when Telegram cannot be asked.</summary>
internal sealed partial class UpdatePoll(
    ITelegramBotClient bot, UpdateIntake intake, Aside aside, Readiness readiness, TimeProvider time, ILogger<UpdatePoll> logger)
{
    private string? _said;

    /// <summary>Polls until stopped.</summary>
    /// <exception cref="BotTokenRejectedException">Telegram does not know the token.</exception>
    public async Task Run(CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, aside.Stopped);
        var poll = new LongPoll(
            bot,
            new LongPollOptions { AllowedUpdates = [.. UpdateTranslator.AllowedUpdates] },
            time,
            Random.Shared.NextDouble,
            OnFault,
            OnSuccess);
        try
        {
            await poll.Run(intake.TakeBatch, end.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What came is kept by Telegram. What is to be sent is sent.
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        }
    }

    private void OnSuccess()
    {
        readiness.Ready(Readiness.Receiving);
        if (Interlocked.Exchange(ref _said, null) is not null) Works(logger);
    }

    // Each fault is said once; that it lasts is seen at /readyz.
    private void OnFault(PollFault fault)
    {
        readiness.NotReady(Readiness.Receiving, fault.Description);
        if (Interlocked.Exchange(ref _said, fault.Description) != fault.Description) Faulted(logger, fault.Description, fault.Pause.TotalSeconds);
    }

    [LoggerMessage(LogLevel.Information, "Receiving: works again")]
    private static partial void Works(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Receiving: {Description}; again in {Seconds:0} s")]
    private static partial void Faulted(ILogger logger, string description, double seconds);
}
