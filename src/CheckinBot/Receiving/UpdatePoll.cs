using CheckinBot.Http;
using CheckinBot.Telegram;
using CheckinBot.Telegram.Polling;
using Microsoft.Extensions.Logging;
using Telegram.Bot;

namespace CheckinBot.Receiving;

/// <summary>Polls for updates and gives them to the intake; says in the log and to <c>/readyz</c> when Telegram cannot be asked.</summary>
internal sealed partial class UpdatePoll(
    ITelegramBotClient bot, UpdateIntake intake, Readiness readiness, TimeProvider time, ILogger<UpdatePoll> logger)
{
    /// <summary>Polls until stopped.</summary>
    /// <exception cref="BotTokenRejectedException">Telegram does not know the token.</exception>
    public Task Run(CancellationToken cancellationToken)
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
}
