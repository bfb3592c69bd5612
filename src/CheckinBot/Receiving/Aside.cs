using CheckinBot.Bots;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Texts;
using CheckinBot.Faults;
using CheckinBot.Http;
using CheckinBot.Metrics;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Storage.Users;
using CheckinBot.Telegram;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Types.Enums;

namespace CheckinBot.Receiving;

/// <summary>
/// Sets updates aside with their JSON, each alone, to be looked at and handled again by <c>CheckinBot replay</c>, and tells who sent it.
/// Where several in a row fail, it is hardly they that are at fault: receiving stops, and none of what comes is confirmed.
/// </summary>
internal sealed partial class Aside(
    Writer writer, Outbox outbox, BotIdentity bot, TimeProvider time, BotMetrics metrics, Readiness readiness, ILogger<Aside> logger) : IDisposable
{
    /// <summary>So many in a row are more than chance.</summary>
    private const int MostInARow = 3;

    private readonly CancellationTokenSource _stopped = new();
    private int _inARow;

    /// <summary>Receiving has stopped until the next start of the worker.</summary>
    public CancellationToken Stopped => _stopped.Token;

    /// <exception cref="ReceivingStoppedException">Receiving has stopped.</exception>
    public void RequireGoing()
    {
        if (_stopped.IsCancellationRequested) throw new ReceivingStoppedException(MostInARow);
    }

    /// <summary>An update went well.</summary>
    public void Went() => Volatile.Write(ref _inARow, 0);

    /// <summary>Sets one aside that cannot be read: a shape that nobody knows is its own fault, whatever else comes.</summary>
    public async Task Put(ReceivedUpdate received, Exception fault)
    {
        var (kind, cause) = (fault.GetType().Name, FaultLine.CauseOf(fault));
        var row = new SetAsideUpdate(bot.Id, received.Id, time.GetUtcNow(), kind, cause, received.Text);
        var isNew = await writer.Write(
            async session =>
            {
                if (!await new InboxStore(session).SetAside(row, received.Content, CancellationToken.None)) return false;
                await Tell(session, received);
                return true;
            },
            CancellationToken.None);
        if (!isNew) return;
        metrics.UpdatePoisoned();
        IsSetAside(logger, received.Id, received.Update?.Type ?? UpdateType.Unknown, kind, cause);
    }

    /// <summary>Sets one aside that could be read, and failed alone while the database was well.</summary>
    /// <exception cref="ReceivingStoppedException">Too many before it did the same.</exception>
    public async Task PutFailed(ReceivedUpdate received, Exception fault)
    {
        RequireGoing();
        await Put(received, fault);
        if (Interlocked.Increment(ref _inARow) < MostInARow) return;
        await _stopped.CancelAsync();
        var reason = new ReceivingStoppedException(MostInARow).Message;
        readiness.NotReady(Readiness.Receiving, reason);
        HasStopped(logger, reason);
    }

    public void Dispose() => _stopped.Dispose();

    private async ValueTask Tell(DbSession session, ReceivedUpdate received)
    {
        if (UpdateSender.Of(received.Json) is not { } sender) return;
        var spoken = (await new AccountStore(session).Find(sender.ChatId, CancellationToken.None))?.Spoken ?? LanguageTag.Parse(sender.LanguageCode);
        var phrases = new Phrases(spoken ?? Language.ZhHans);
        if (sender.CallbackId is { } press) outbox.Answer(session, new Effect.AnswerButton(press, phrases.PressNotTaken));
        else await outbox.Send(session, new OutgoingMessage(sender.ChatId, phrases.MessageNotTaken), CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Error, "Update {Id} ({Type}) cannot be handled and is set aside: {Fault} {Cause}")]
    private static partial void IsSetAside(ILogger logger, long id, UpdateType type, string fault, string cause);

    [LoggerMessage(LogLevel.Critical, "Receiving has stopped: {Reason}")]
    private static partial void HasStopped(ILogger logger, string reason);
}

/// <summary>Updates are not taken any more until somebody has looked why they fail.</summary>
internal sealed class ReceivingStoppedException(int inARow) : Exception(
    $"{inARow} updates in a row failed and were set aside: look at them with 'CheckinBot replay', mend what is wrong, and start the worker again; "
    + "nothing is lost");
