using CheckinBot.Core.Shown;
using CheckinBot.Files;
using CheckinBot.Telegram;
using CheckinBot.Telegram.Ephemeral;
using CheckinBot.Telegram.Rich;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace CheckinBot.Sending;

/// <summary>
/// Makes one call in the way that suits it: a file is made first, a table is sent as a rich message where the server takes
/// them, and what one person alone may see is shown to nobody else.
/// </summary>
internal sealed partial class CallMaker(
    ITelegramBotClient bot, PrivateInGroup privateInGroup, RichMessageSupport richMessages, FileSender files, TimeProvider time, ILogger<CallMaker> logger)
{
    // As long as the questions of the card are open. Telegram itself decides whether a press can still be answered (15 s).
    private static readonly TimeSpan ShownWithin = TimeSpan.FromMinutes(10);

    /// <summary>Makes the call and says what came of it. It never throws.</summary>
    public async Task<CallOutcome> Make(PendingCall call, CancellationToken cancellationToken)
    {
        try
        {
            if (call.Call.OnlyFor is { } receiver) return await Show(call, receiver, cancellationToken);
            return new CallOutcome.Done(call.Call.File is { } file
                ? await files.Send(file, call.CreatedAt, cancellationToken)
                : await MakeRichOrPlain(call, cancellationToken));
        }
        catch (RequestException e)
        {
            return await Told(CallOutcome.Of(e), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Stopped while in flight: nobody knows whether it arrived, so it stays in the outbox and is sent again.
            return new CallOutcome.Failed("stopped");
        }
        catch (Exception e)
        {
            CallBroke(logger, e, call.Id);
            return new CallOutcome.Refused(e.GetType().Name);
        }
    }

    // Where no call is answered in a way that can be read, it is the server that is away, and not this call that is at fault.
    private async Task<CallOutcome> Told(CallOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is not CallOutcome.Unreadable(var reason)) return outcome;
        try
        {
            await bot.GetMe(cancellationToken);
            return outcome;
        }
        catch (Exception e) when (e is RequestException or OperationCanceledException)
        {
            return new CallOutcome.Failed(reason);
        }
    }

    /// <summary>As a rich message where there is one and the server takes it, and otherwise as text: nothing is lost to its form.</summary>
    private async Task<int?> MakeRichOrPlain(PendingCall call, CancellationToken cancellationToken)
    {
        // What failed as a rich message for whatever reason goes as text the next time.
        if (call.Call.Rich is null || call.Attempts > 0 || !richMessages.MayTry) return await bot.Make(call.ChatId, call.Call, cancellationToken);
        try
        {
            var id = await bot.MakeRich(call.ChatId, call.Call, cancellationToken);
            richMessages.Taken();
            return id;
        }
        catch (ApiRequestException e) when (RichMessages.MayBeUnknown(e))
        {
            // If the text gets through, it was the table that the server refused; if it does not, the chat is at fault.
            var id = await bot.Make(call.ChatId, call.Call, cancellationToken);
            richMessages.Refused();
            return id;
        }
    }

    /// <summary>Shows it to one person in a group. Where that cannot be done, the conversation goes on in the private chat.</summary>
    private async Task<CallOutcome> Show(PendingCall call, EphemeralReceiver receiver, CancellationToken cancellationToken)
    {
        var groupId = call.Call.Send?.ChatId ?? call.Call.Edit!.ChatId;
        if (privateInGroup.Works == false) return new CallOutcome.NotShown($"ephemeral messages: {EphemeralSupport.Absent}");
        if (!receiver.IsProof && time.GetUtcNow() - call.CreatedAt > ShownWithin) return new CallOutcome.NotShown("too late");
        if (receiver.IsProof && !privateInGroup.MayTry(groupId)) return new CallOutcome.NotShown("no need");
        try
        {
            var support = await bot.Show(call.Call, privateInGroup.IsProven(groupId), cancellationToken);
            privateInGroup.Learn(groupId, support);
            return support == EphemeralSupport.Proven ? new CallOutcome.Shown() : new CallOutcome.NotShown($"ephemeral messages: {support}");
        }
        catch when (receiver.IsProof)
        {
            privateInGroup.TrialFailed();
            throw;
        }
    }

    [LoggerMessage(LogLevel.Error, "Outbox row {Id} cannot be sent")]
    private static partial void CallBroke(ILogger logger, Exception exception, long id);
}
