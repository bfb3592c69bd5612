using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace CheckinBot.Telegram.Polling;

/// <summary>Handles a batch of updates, in the order of their numbers, and sets those aside that cannot be read.</summary>
/// <returns>
/// The number below which everything is committed: one more than the last update's when all of them are, an earlier one when only
/// some are. Only these are confirmed to Telegram; the rest comes again.
/// </returns>
public delegate ValueTask<long> BatchHandler(IReadOnlyList<ReceivedUpdate> batch, CancellationToken cancellationToken);

/// <summary>
/// Asks Telegram for updates, batch after batch, until it is stopped. An update is confirmed only after the handler has said that
/// it is committed. Failures are reported and waited out; none ends the polling but a rejected token.
/// </summary>
/// <param name="bot">The bot.</param>
/// <param name="options">What is asked for.</param>
/// <param name="time">Measures the pauses.</param>
/// <param name="chance">A number from 0 up to 1, different at each call; spreads the pauses.</param>
/// <param name="onFault">Is told of each fault, for the log and the readiness of the program.</param>
/// <param name="onSuccess">Is told of each round that went well.</param>
public sealed class LongPoll(
    ITelegramBotClient bot, LongPollOptions options, TimeProvider time, Func<double> chance, Action<PollFault>? onFault = null, Action? onSuccess = null)
{
    // Everything below this number is committed, and Telegram may not know it yet. Once it has answered, there is nothing more to
    // confirm and no number is sent: numbers may begin again lower after a week without updates, and an old, higher
    // number would then confirm updates that nobody has seen.
    private long? _unconfirmed;
    private int _failures;

    /// <summary>Polls until stopped; then confirms what is committed, and ends with <see cref="OperationCanceledException"/>.</summary>
    /// <exception cref="BotTokenRejectedException">Telegram does not know the token.</exception>
    public async Task Run(BatchHandler handle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handle);
        options.Check(bot.Timeout);
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await Round(handle, cancellationToken) is { } fault)
                    await WaitOut(fault, cancellationToken);
            }
        }
        finally
        {
            await ConfirmTheLast();
        }
    }

    private async Task<PollFault?> Round(BatchHandler handle, CancellationToken cancellationToken)
    {
        ReceivedUpdate[] answer;
        try
        {
            answer = await Ask(_unconfirmed, options.BatchSize, options.Wait, cancellationToken);
        }
        catch (ApiRequestException refused) when (refused.ErrorCode is 401 or 404)
        {
            _unconfirmed = null;
            throw new BotTokenRejectedException(refused);
        }
        catch (Exception cause)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Fault(PollFault.KindOf(cause), cause);
        }

        _unconfirmed = null;
        return answer.Length == 0 ? Good() : await Handle([.. answer.OrderBy(update => update.Id)], handle, cancellationToken);
    }

    private Task<ReceivedUpdate[]> Ask(long? offset, int limit, TimeSpan wait, CancellationToken cancellationToken)
    {
        var request = new UpdatesRequest { Offset = offset, Limit = limit, Timeout = (int)wait.TotalSeconds, AllowedUpdates = options.AllowedUpdates };
        return bot.Ask(request, cancellationToken);
    }

    private async Task<PollFault?> Handle(ReceivedUpdate[] batch, BatchHandler handle, CancellationToken cancellationToken)
    {
        long next;
        try
        {
            next = await handle(batch, cancellationToken);
        }
        catch (Exception cause)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // A cancellation that is not ours is a failure like any other: it must not end the polling silently.
            return Fault(PollFaultKind.NotHandled, cause);
        }

        // A batch of which nothing has a number cannot be confirmed: a negative one would mean something else to Telegram.
        if (!batch[^1].IsNumbered)
            return Fault(PollFaultKind.Unreachable, new RequestException("Telegram sent updates without numbers"));
        if (next > batch[^1].Id + 1)
            throw new InvalidOperationException("The handler says that updates are committed which it was never given");
        if (next <= batch.First(update => update.IsNumbered).Id)
            return Fault(PollFaultKind.NotHandled, null);
        _unconfirmed = next;
        return Good();
    }

    private PollFault? Good()
    {
        _failures = 0;
        onSuccess?.Invoke();
        return null;
    }

    private PollFault Fault(PollFaultKind kind, Exception? cause)
    {
        _failures++;
        var pause = BackOff.Delay(_failures, chance());
        // As Telegram says, or longer where failures have piled up.
        if (cause is ApiRequestException { Parameters.RetryAfter: { } seconds } && AskedPause.Of(seconds) is var asked && asked > pause)
            pause = asked;
        return new PollFault(kind, _failures, pause, cause);
    }

    private async Task WaitOut(PollFault fault, CancellationToken cancellationToken)
    {
        onFault?.Invoke(fault);
        await Task.Delay(fault.Pause, time, cancellationToken);
    }

    // The next question would have confirmed the last batch, and there will be none. Should this fail, the batch comes again after
    // the next start and is recognised by its numbers.
    private async Task ConfirmTheLast()
    {
        if (_unconfirmed is not { } offset)
            return;
        using var limit = new CancellationTokenSource(options.LastConfirmation, time);
        try
        {
            await Ask(offset, limit: 1, TimeSpan.Zero, limit.Token);
            _unconfirmed = null;
        }
        catch (Exception cause) when (cause is RequestException or OperationCanceledException)
        {
            onFault?.Invoke(new PollFault(PollFault.KindOf(cause), ++_failures, TimeSpan.Zero, cause));
        }
    }
}
