using System.Data.Common;
using System.Text.Json;
using CheckinBot.Bots;
using CheckinBot.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Metrics;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CheckinBot.Receiving;

/// <summary>
/// Gives updates to the writer, each as one work. What cannot be read or handled is set aside with its JSON and blocks nobody; what
/// failed for want of the database is not confirmed.
/// </summary>
internal sealed partial class UpdateIntake(
    Writer writer, UpdateTranslator translator, ConversationHandler conversations, BotIdentity bot, TimeProvider time, BotMetrics metrics,
    ILogger<UpdateIntake> logger)
{
    private const int Attempts = 3;

    // Whatever is logged while an update is handled says which one it was.
    private static readonly Func<ILogger, long, IDisposable?> InUpdate = LoggerMessage.DefineScope<long>("update {UpdateId}");

    /// <summary>How much waits for the writer.</summary>
    public int Backlog => writer.Backlog;

    /// <summary>Handles updates in their order, and completes once all of them are committed or set aside.</summary>
    /// <exception cref="DbException">The database does not work at present: the updates are to be delivered again.</exception>
    public async ValueTask<long> TakeBatch(IReadOnlyList<ReceivedUpdate> batch, CancellationToken cancellationToken)
    {
        // Each is queued before the next, so that their order is kept; they are committed together.
        var works = new List<Task>(batch.Count);
        foreach (var update in batch) works.Add(Take(update));
        await Task.WhenAll(works);
        return batch[^1].Id + 1;
    }

    /// <summary>Handles one update, and completes once it is committed or set aside. What has begun is finished, so it cannot be cancelled.</summary>
    /// <exception cref="DbException">The database does not work at present: the update is to be delivered again.</exception>
    public async Task Take(ReceivedUpdate received)
    {
        if (received.Fault is { } unreadable)
        {
            await SetAside(received, unreadable);
            return;
        }

        var update = received.Update!;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (translator.Translate(update) is not { } @event) return;
                await writer.Write(session => Handle(session, update, @event), CancellationToken.None);
                return;
            }
            catch (Exception e) when (attempt < Attempts && DatabaseFault.IsConflict(e))
            {
                // Another worker was first: read again and decide anew.
            }
            catch (Exception e) when (IsFaultOfTheUpdate(e))
            {
                await SetAside(received, e);
                return;
            }
        }
    }

    private async ValueTask Handle(DbSession session, Update update, ConversationEvent @event)
    {
        using var scope = InUpdate(logger, update.Id);
        if (!await new InboxStore(session).Add(bot.Id, update.Id, time.GetUtcNow(), CancellationToken.None))
        {
            session.AfterCommit(metrics.UpdateDuplicate);
            return;
        }

        await conversations.Handle(session, @event, CancellationToken.None);
        session.AfterCommit(() => metrics.UpdateCommitted(KindOf(@event), time.GetUtcNow() - UpdateTranslator.ActedAt(update)));
    }

    private async Task SetAside(ReceivedUpdate received, Exception fault)
    {
        metrics.UpdatePoisoned();
        var (kind, text) = (fault.GetType().Name, received.Text);
        IsSetAside(logger, received.Id, received.Update?.Type ?? UpdateType.Unknown, kind, WhereOf(fault));
        await writer.Write(
            async session => await new InboxStore(session).SetAside(bot.Id, received.Id, time.GetUtcNow(), kind, text, CancellationToken.None),
            CancellationToken.None);
    }

    // A database that is full, locked or gone says nothing about the update; a violated rule of the schema does.
    private static bool IsFaultOfTheUpdate(Exception e) => e switch
    {
        DbException database => DatabaseFault.IsOfTheData(database),
        IOException or UnauthorizedAccessException or OperationCanceledException or System.Threading.Channels.ChannelClosedException => false,
        _ => true,
    };

    // The message of an exception may quote what somebody wrote; neither the place in the JSON nor the one in our code ever does.
    private static string WhereOf(Exception e) => (e as JsonException)?.Path ?? e.StackTrace?.Split('\n')[0].Trim() ?? "?";

    private static string KindOf(ConversationEvent @event) => @event switch
    {
        ConversationEvent.TextReceived => "text",
        ConversationEvent.TextEdited => "edit",
        ConversationEvent.CommandReceived => "command",
        ConversationEvent.ButtonPressed => "button",
        ConversationEvent.MediaReceived => "media",
        _ => "membership",
    };

    [LoggerMessage(LogLevel.Error, "Update {Id} ({Type}) cannot be handled and is set aside: {Fault} {Where}")]
    private static partial void IsSetAside(ILogger logger, long id, UpdateType type, string fault, string where);
}
