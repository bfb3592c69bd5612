using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Texts;
using CheckinBot.LocalSettings;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Storage.Users;
using CheckinBot.Telegram;

namespace CheckinBot.Notices;

/// <summary>
/// Sends what belongs to one matter as one message that grows by editing. While the message is on its way it grows in the store, and is
/// edited once it has arrived.
/// </summary>
internal sealed class GrowingMessages(Outbox outbox, UnitRulesLoader rules, TimeProvider time) : ICallFollower
{
    /// <summary>Sends a notice, or adds it to the message of its matter.</summary>
    /// <param name="session">The transaction of what caused it.</param>
    /// <param name="matter">The matter.</param>
    /// <param name="notify">The notice.</param>
    /// <param name="message">The notice as a message of its own.</param>
    /// <param name="phrases">The reader's language.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public async ValueTask Send(
        DbSession session, GrowingNotice matter, Effect.NotifyStaff notify, OutgoingMessage message, Phrases phrases, CancellationToken cancellationToken)
    {
        var store = new GrowingMessageStore(session);
        var now = time.GetUtcNow();
        var part = GrowingNotice.Part(notify.Notice, message.Text, phrases);
        if (await store.Find(message.ChatId, matter.Key, cancellationToken) is { } known
            && matter.GrowsOn(known.BegunAt, known.GrownAt, known.Parts.Count, now))
        {
            var grown = known with { Parts = GrowingNotice.With(known.Parts, part), Growths = known.Growths + 1, GrownAt = now };
            await Edit(session, grown, matter, phrases, cancellationToken);
            return;
        }

        var begun = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        await store.Put(
            new GrowingMessage { ChatId = message.ChatId, Matter = matter.Key, UnitId = notify.UnitId, Parts = [part], BegunAt = begun, GrownAt = now },
            cancellationToken);
        await outbox.Send(session, message with { Track = new Track.Growing(matter.Key, begun) }, cancellationToken);
    }

    /// <summary>
    /// Sends what a rule has fired for a child. What was told of the child minutes before goes with it, and its own message goes away: the
    /// reader is called once more, and has one message.
    /// </summary>
    public async ValueTask SendAlert(
        DbSession session, GrowingNotice matter, long unitId, long chatId, GrownPart part, Phrases phrases, CancellationToken cancellationToken)
    {
        var store = new GrowingMessageStore(session);
        var now = time.GetUtcNow();
        IReadOnlyList<GrownPart> parts = [part];
        if (await store.Find(chatId, matter.Key, cancellationToken) is { } known && GrowingNotice.AlertJoins(known.GrownAt, now))
        {
            parts = GrowingNotice.With(known.Parts, part);
            if (known.MessageId is not { } earlier)
            {
                // It is still on its way, and calls the reader when it arrives.
                await store.Put(known with { Parts = parts, Growths = known.Growths + 1, GrownAt = now }, cancellationToken);
                return;
            }

            await outbox.Add(session, new OutgoingCall { Delete = new Effect.Delete(chatId, earlier) }, Lane.Alerts, cancellationToken);
        }

        var begun = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        await store.Put(
            new GrowingMessage { ChatId = chatId, Matter = matter.Key, UnitId = unitId, Parts = parts, BegunAt = begun, GrownAt = now }, cancellationToken);
        await outbox.Send(
            session,
            new OutgoingMessage(chatId, matter.Text(parts, phrases))
            {
                Lane = Lane.Alerts,
                Keyboard = matter.Keyboard(parts, unitId, phrases),
                Track = new Track.Growing(matter.Key, begun),
            },
            cancellationToken);
    }

    /// <summary>Brings the part of a rule that fired up to date; false where the message of the child tells of it no more.</summary>
    public async ValueTask<bool> Refresh(
        DbSession session, GrowingNotice matter, long chatId, GrownPart part, Phrases phrases, CancellationToken cancellationToken)
    {
        if (await new GrowingMessageStore(session).Find(chatId, matter.Key, cancellationToken) is not { } known
            || !known.Parts.Any(one => one.Slot == part.Slot))
            return false;
        await Edit(session, known with { Parts = GrowingNotice.With(known.Parts, part), Growths = known.Growths + 1 }, matter, phrases, cancellationToken);
        return true;
    }

    /// <summary>Learns that a message has arrived, and shows what has been added meanwhile.</summary>
    public async ValueTask Settled(DbSession session, PendingCall call, CallOutcome outcome, CancellationToken cancellationToken)
    {
        if (call.Track is not Track.Growing(var matter, var begun) || outcome is not CallOutcome.Done({ } messageId)) return;
        if (await new GrowingMessageStore(session).Find(call.ChatId, matter, cancellationToken) is not { } known || known.BegunAt != begun) return;
        var arrived = known with { MessageId = messageId };
        if (arrived.Growths == arrived.Shown)
        {
            await new GrowingMessageStore(session).Put(arrived, cancellationToken);
            return;
        }

        var language = (await new AccountStore(session).Find(call.ChatId, cancellationToken))?.Language
            ?? (await rules.For(session, known.UnitId, cancellationToken)).Language;
        await Edit(session, arrived, new GrowingNotice(matter), new Phrases(language), cancellationToken);
    }

    private async ValueTask Edit(DbSession session, GrowingMessage grown, GrowingNotice matter, Phrases phrases, CancellationToken cancellationToken)
    {
        if (grown.MessageId is { } messageId)
        {
            var edit = new Effect.Edit(
                grown.ChatId, messageId, matter.Text(grown.Parts, phrases), matter.Keyboard(grown.Parts, grown.UnitId, phrases));
            await outbox.Add(session, new OutgoingCall { Edit = edit }, Lane.Alerts, cancellationToken);
            grown = grown with { Shown = grown.Growths };
        }

        await new GrowingMessageStore(session).Put(grown, cancellationToken);
    }
}
