using CheckinBot.Bots;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;
using CheckinBot.Workers;

namespace CheckinBot.Sending;

/// <summary>The only way out: a call is stored in the transaction that causes it, and handed to the dispatcher after its commit.</summary>
internal sealed class Outbox(Dispatcher dispatcher, BotIdentity bot, WorkerIdentity worker, TimeProvider time)
{
    /// <summary>Sends a message after the commit. With a key, only the first of that key is sent, ever.</summary>
    public ValueTask Send(
        DbSession session, OutgoingMessage message, CancellationToken cancellationToken, string? dedupeKey = null, DateTimeOffset? dueAt = null) =>
        Add(session, new OutgoingCall { Send = message }, message.Lane, cancellationToken, message.Track, dedupeKey, dueAt);

    /// <summary>Makes a call after the commit.</summary>
    public async ValueTask Add(
        DbSession session, OutgoingCall call, Lane lane, CancellationToken cancellationToken, Track? track =
            null, string? dedupeKey = null, DateTimeOffset? dueAt = null)
    {
        var now = time.GetUtcNow();
        var row = Row(call, lane, now) with { Track = TrackJson.Write(track), DedupeKey = dedupeKey, DueAt = dueAt ?? now };
        if (await new OutboxStore(session).Add(row, cancellationToken) is not { } id) return;
        var pending = new PendingCall(id, lane, call, now) { ChatId = call.ChatId, Track = track, DueAt = row.DueAt };
        session.AfterCommit(() => dispatcher.Add(pending));
    }

    /// <summary>Sends messages after the commit, in order and as cheaply as possible. Their message ids are not tracked.</summary>
    public async ValueTask SendAll(DbSession session, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var calls = messages.Select(message => new OutgoingCall { Send = message }).ToList();
        var ids = await new OutboxStore(session).AddAll(calls.Select(call => Row(call, call.Send!.Lane, now)), cancellationToken);
        var pending = ids.Zip(calls, (id, call) => new PendingCall(id, call.Send!.Lane, call, now) { ChatId = call.ChatId, DueAt = now }).ToList();
        session.AfterCommit(() => pending.ForEach(dispatcher.Add));
    }

    /// <summary>
    /// Stops the waiting sign of a pressed button after the commit. This is kept in memory only: Telegram forgets a press
    /// within minutes, and after a restart the person presses again.
    /// </summary>
    public void Answer(DbSession session, Effect.AnswerButton answer)
    {
        var pending = new PendingCall(0, Lane.Answers, new OutgoingCall { AnswerButton = answer }, time.GetUtcNow()) { ChatId = 0 };
        session.AfterCommit(() => dispatcher.Add(pending));
    }

    private OutboxRow Row(OutgoingCall call, Lane lane, DateTimeOffset now) =>
        new()
        {
            BotId = bot.Id,
            ChatId = call.ChatId,
            Lane = lane.ToString(),
            Call = call.ToJson(),
            CreatedAt = now,
            DueAt = now,
            ClaimedBy = worker.Id,
        };
}
