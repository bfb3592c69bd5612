using CheckinBot.Bots;
using CheckinBot.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Metrics;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Types;

namespace CheckinBot.Receiving;

/// <summary>
/// Gives updates to the writer, each as one work. What cannot be read or handled is set aside and blocks nobody; what failed for want
/// of the database is not confirmed.
/// </summary>
internal sealed class UpdateIntake(
    Writer writer, UpdateTranslator translator, ConversationHandler conversations, BotIdentity bot, TimeProvider time, BotMetrics metrics, Aside aside,
    ILogger<UpdateIntake> logger)
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(2);

    // Whatever is logged while an update is handled says which one it was.
    private static readonly Func<ILogger, long, IDisposable?> InUpdate = LoggerMessage.DefineScope<long>("update {UpdateId}");

    /// <summary>How much waits for the writer.</summary>
    public int Backlog => writer.Backlog;

    /// <summary>Handles updates in their order, and completes once all of them are committed or set aside.</summary>
    /// <exception cref="Exception">The database does not work at present, or receiving has stopped: the updates are to be delivered again.</exception>
    public async ValueTask<long> TakeBatch(IReadOnlyList<ReceivedUpdate> batch, CancellationToken cancellationToken)
    {
        // Each is queued before the next, so that their order is kept; they are committed together. What came of them is looked at
        // in their order too. Where the database fails one, those behind it come again with it.
        var order = new WorkOrder();
        var works = batch.Select(received => Handle(received, order)).ToList();
        await Finished(works, cancellationToken);
        foreach (var (update, work) in batch.Zip(works)) await Settle(update, await work);
        return batch[^1].Id + 1;
    }

    /// <summary>Handles one update, and completes once it is committed or set aside. What has begun is finished, so it cannot be cancelled.</summary>
    /// <exception cref="Exception">The database does not work at present, or receiving has stopped: the update is to be delivered again.</exception>
    public async Task Take(ReceivedUpdate received) => await Settle(received, await Handle(received, new WorkOrder()));

    /// <summary>Does in the present transaction what an update says.</summary>
    internal async ValueTask Apply(DbSession session, Update update, ConversationEvent @event)
    {
        await conversations.Handle(session, @event, CancellationToken.None);
        session.AfterCommit(() => metrics.UpdateCommitted(KindOf(@event), time.GetUtcNow() - UpdateTranslator.ActedAt(update)));
    }

    // What has begun is finished where the database answers; a stop does not wait for one that does not.
    private static async Task Finished(IReadOnlyList<Task> works, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource();
        using var stop = cancellationToken.Register(() => late.CancelAfter(LongestStop));
        await Task.WhenAll(works).WaitAsync(late.Token);
    }

    private async Task<Handled> Handle(ReceivedUpdate received, WorkOrder order)
    {
        aside.RequireGoing();
        if (received.Fault is { } unreadable) return new Handled.Unreadable(unreadable);
        ConversationEvent? @event;
        try
        {
            @event = translator.Translate(received.Update!);
        }
        catch (Exception fault)
        {
            // No database has been asked: the same update will fail in the same way for ever.
            return new Handled.Unreadable(fault);
        }

        if (@event is null) return new Handled.Nothing();
        try
        {
            return await writer.Write(session => Store(session, received, @event), order, CancellationToken.None);
        }
        catch (Exception fault)
        {
            return new Handled.Failed(fault);
        }
    }

    private async ValueTask<Handled> Store(DbSession session, ReceivedUpdate received, ConversationEvent @event)
    {
        using var scope = InUpdate(logger, received.Id);
        if (!await new InboxStore(session).Add(bot.Id, received.Id, received.Content, time.GetUtcNow(), CancellationToken.None))
        {
            session.AfterCommit(metrics.UpdateDuplicate);
            return new Handled.Nothing();
        }

        await Apply(session, received.Update!, @event);
        return new Handled.Stored();
    }

    private async Task Settle(ReceivedUpdate received, Handled handled)
    {
        switch (handled)
        {
            case Handled.Stored:
                aside.Went();
                break;
            case Handled.Unreadable(var fault):
                await aside.Put(received, fault);
                break;
            case Handled.Failed(var fault):
                if (!DatabaseFault.IsOfTheWork(fault)) throw fault;
                await aside.PutFailed(received, fault);
                break;
        }
    }

    private static string KindOf(ConversationEvent @event) => @event switch
    {
        ConversationEvent.TextReceived => "text",
        ConversationEvent.TextEdited => "edit",
        ConversationEvent.CommandReceived => "command",
        ConversationEvent.ButtonPressed => "button",
        ConversationEvent.MediaReceived => "media",
        _ => "membership",
    };

    /// <summary>What came of an update.</summary>
    private abstract record Handled
    {
        /// <summary>It is stored, with all that it causes.</summary>
        public sealed record Stored : Handled;

        /// <summary>It means nothing, or was delivered before.</summary>
        public sealed record Nothing : Handled;

        /// <summary>It has a shape that nobody knows.</summary>
        public sealed record Unreadable(Exception Fault) : Handled;

        /// <summary>It could not be stored.</summary>
        public sealed record Failed(Exception Fault) : Handled;
    }
}
