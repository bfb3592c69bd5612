using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace CheckinBot.Telegram.Polling;

/// <summary>Handles a batch of updates, in the order of their numbers.</summary>
/// <returns>
/// The number below which everything is committed: one more than the last update's when all of it is, an earlier one when only a
/// part is. Only that part is confirmed to Telegram; the rest comes again.
/// </returns>
public delegate ValueTask<int> BatchHandler(Update[] batch, CancellationToken cancellationToken);

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
    private int? unconfirmed;
    private int failures;

    /// <summary>Polls until stopped; then confirms what is committed, and ends with <see cref="OperationCanceledException"/>.</summary>
    /// <exception cref="BotTokenRejectedException">Telegram does not know the token.</exception>
    public async Task Run(BatchHandler handle, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(handle);
        options.Check(bot.Timeout);
        try
        {
            while (true)
            {
                stop.ThrowIfCancellationRequested();
                if (await Round(handle, stop) is { } fault)
                    await WaitOut(fault, stop);
            }
        }
        finally
        {
            await ConfirmTheLast();
        }
    }

    private async Task<PollFault?> Round(BatchHandler handle, CancellationToken stop)
    {
        Update[] batch;
        try
        {
            batch = await bot.GetUpdates(unconfirmed, options.BatchSize, (int)options.Wait.TotalSeconds, options.AllowedUpdates, cancellationToken: stop);
        }
        catch (ApiRequestException refused) when (refused.ErrorCode is 401 or 404)
        {
            unconfirmed = null;
            throw new BotTokenRejectedException(refused);
        }
        catch (Exception cause)
        {
            stop.ThrowIfCancellationRequested();
            return Fault(PollFault.KindOf(cause), cause);
        }

        unconfirmed = null;
        return batch.Length == 0 ? Good() : await Handle(batch, handle, stop);
    }

    private async Task<PollFault?> Handle(Update[] batch, BatchHandler handle, CancellationToken stop)
    {
        int next;
        try
        {
            next = await handle(batch, stop);
        }
        catch (Exception cause)
        {
            stop.ThrowIfCancellationRequested();
            // A cancellation that is not ours is a failure like any other: it must not end the polling silently.
            return Fault(PollFaultKind.NotHandled, cause);
        }

        if (next > batch[^1].Id + 1)
            throw new InvalidOperationException("The handler says that updates are committed which it was never given");
        if (next <= batch[0].Id)
            return Fault(PollFaultKind.NotHandled, null);
        unconfirmed = next;
        return Good();
    }

    private PollFault? Good()
    {
        failures = 0;
        onSuccess?.Invoke();
        return null;
    }

    private PollFault Fault(PollFaultKind kind, Exception? cause)
    {
        failures++;
        var pause = BackOff.Delay(failures, chance());
        // To the second as Telegram says, or longer where failures have piled up.
        if (cause is ApiRequestException { Parameters.RetryAfter: { } seconds } && TimeSpan.FromSeconds(seconds) is var asked && asked > pause)
            pause = asked;
        return new PollFault(kind, failures, pause, cause);
    }

    private async Task WaitOut(PollFault fault, CancellationToken stop)
    {
        onFault?.Invoke(fault);
        await Task.Delay(fault.Pause, time, stop);
    }

    // The next question would have confirmed the last batch, and there is none. Should this fail, the batch comes again after the
    // next start and is recognised by its numbers.
    private async Task ConfirmTheLast()
    {
        if (unconfirmed is not { } offset)
            return;
        using var limit = new CancellationTokenSource(options.LastConfirmation, time);
        try
        {
            await bot.GetUpdates(offset, limit: 1, timeout: 0, options.AllowedUpdates, cancellationToken: limit.Token);
            unconfirmed = null;
        }
        catch (Exception cause) when (cause is RequestException or OperationCanceledException)
        {
            onFault?.Invoke(new PollFault(PollFault.KindOf(cause), ++failures, TimeSpan.Zero, cause));
        }
    }
}
