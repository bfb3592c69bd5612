using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Rules;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Texts;
using CheckinBot.Notices;
using CheckinBot.Sending;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Telegram;

namespace CheckinBot.Alerts;

/// <summary>How the pupils of a firing changed.</summary>
/// <param name="Added">Those who are new.</param>
/// <param name="Removed">Those who no longer belong to it.</param>
/// <param name="IsRevived">It had been withdrawn.</param>
internal sealed record PupilsChanged(IReadOnlyList<long> Added, IReadOnlyList<long> Removed, bool IsRevived);

/// <summary>
/// Tells people that a rule has fired, each as much as they may know, and keeps those messages up to date. Alerts go out at
/// any hour: they are the exception to the quiet hours.
/// </summary>
internal sealed class AlertDelivery(AlertReaders readers, GrowingMessages growing, Outbox outbox, TimeProvider time)
{
    /// <summary>Tells the next level: the first one, or the one above the last that was told. Returns false where no level is left.</summary>
    public async ValueTask<bool> Tell(DbSession session, Firing firing, CancellationToken cancellationToken)
    {
        if (await readers.Subject(session, firing, cancellationToken) is not { } subject) return false;
        var again = Again(subject);
        var level = await AlertReaders.NextLevel(session, subject, cancellationToken);
        var told = level is null
            ? firing with { GoesUpAt = firing.ToldUnitId is null ? again : null }
            : firing with { ToldUnitId = level.Unit.Id, Stage = firing.ToldUnitId is null ? 0 : firing.Stage + 1, GoesUpAt = again };
        await new FiringStore(session).Update(told, cancellationToken);
        if (level is null) return false;
        subject = (await readers.Subject(session, told, cancellationToken))!;
        foreach (var recipient in level.Recipients) await Send(session, subject, recipient, cancellationToken);
        if (told.Stage > 0) await Refresh(session, told, cancellationToken);
        return true;
    }

    /// <summary>Tells the level above, because nobody has taken the alert on in time.</summary>
    public async ValueTask GoUp(DbSession session, long firingId, CancellationToken cancellationToken)
    {
        if (await new FiringStore(session).Find(firingId, cancellationToken) is { IsOpen: true, GoesUpAt: { } at } firing && at <= time.GetUtcNow())
            await Tell(session, firing, cancellationToken);
    }

    /// <summary>Tells everybody who knows of the alert, as a reply to their first message, who belongs to it now and who no longer does.</summary>
    public async ValueTask Changed(DbSession session, Firing firing, PupilsChanged pupils, CancellationToken cancellationToken)
    {
        if (await readers.Subject(session, firing, cancellationToken) is not { } subject) return;
        var added = new AlertPupils(pupils.Added.Count, await AlertReaders.NamesOf(session, pupils.Added, cancellationToken));
        var removed = new AlertPupils(pupils.Removed.Count, await AlertReaders.NamesOf(session, pupils.Removed, cancellationToken));
        foreach (var message in await new AlertMessageStore(session).Of(firing.Id, cancellationToken))
        {
            var reader = await AlertReaders.Reader(session, subject, message.ChatId, cancellationToken);
            if (reader.View.Names is not null) await readers.LogLook(session, subject, reader, [.. pupils.Added, .. pupils.Removed], cancellationToken);
            await Follow(session, message, reader.View.Changed(reader.Language, added, removed, pupils.IsRevived), cancellationToken);
        }

        // An alert that had been withdrawn has to be taken on again.
        if (firing is { IsOpen: true, GoesUpAt: null })
        {
            firing = firing with { GoesUpAt = Again(subject) };
            await new FiringStore(session).Update(firing, cancellationToken);
        }

        await Refresh(session, firing, cancellationToken);
    }

    /// <summary>Tells everybody who knows of the alert that it no longer holds.</summary>
    public async ValueTask Over(DbSession session, Firing firing, IReadOnlyList<long> removed, CancellationToken cancellationToken)
    {
        if (await readers.Subject(session, firing, cancellationToken) is not { } subject) return;
        var gone = new AlertPupils(removed.Count, await AlertReaders.NamesOf(session, removed, cancellationToken));
        foreach (var message in await new AlertMessageStore(session).Of(firing.Id, cancellationToken))
        {
            var reader = await AlertReaders.Reader(session, subject, message.ChatId, cancellationToken);
            await Follow(session, message, reader.View.Over(reader.Language, gone), cancellationToken);
        }

        await Refresh(session, firing, cancellationToken);
    }

    /// <summary>Brings every message of a firing up to date by editing it. A message that is still on its way is edited once it has arrived.</summary>
    public async ValueTask Refresh(DbSession session, Firing firing, CancellationToken cancellationToken)
    {
        if (await readers.Subject(session, firing, cancellationToken) is not { } subject) return;
        var store = new AlertMessageStore(session);
        foreach (var message in await store.Of(firing.Id, cancellationToken))
        {
            var reader = await AlertReaders.Reader(session, subject, message.ChatId, cancellationToken);
            var (text, keyboard) = (reader.View.Text(reader.Language), reader.View.Keyboard(reader.Language));
            if (message.MessageId is not { } messageId || message.Shown == Shown(text, keyboard)) continue;
            await store.SetShown(firing.Id, message.ChatId, Shown(text, keyboard), cancellationToken);
            var part = GrowingNotice.Part(firing.Id, text, mayTake: keyboard.Rows.Count > 0);
            if (subject.Child is { } child
                && await growing.Refresh(session, child, message.ChatId, part, new Phrases(reader.Language), cancellationToken)) continue;
            await outbox.Add(session, new OutgoingCall { Edit = new Effect.Edit(message.ChatId, messageId, text, keyboard) }, Lane.Alerts, cancellationToken);
        }
    }

    private DateTimeOffset Again(AlertSubject subject) => time.GetUtcNow() + TimeSpan.FromMinutes(subject.Held.Settings.Rules.AcknowledgeMinutes);

    private async ValueTask Send(DbSession session, AlertSubject subject, Recipient recipient, CancellationToken cancellationToken)
    {
        var reader = await AlertReaders.Reader(session, subject, recipient.UserId, cancellationToken);
        var (text, keyboard) = (reader.View.Text(reader.Language), reader.View.Keyboard(reader.Language));
        if (!await new AlertMessageStore(session).Add(subject.Firing.Id, recipient.UserId, Shown(text, keyboard), cancellationToken)) return;
        if (reader.View.Names is not null) await readers.LogLook(session, subject, reader, subject.Firing.Pupils, cancellationToken);
        if (reader.View.Names is not null && subject.Child is { } child)
        {
            var part = GrowingNotice.Part(subject.Firing.Id, text, mayTake: keyboard.Rows.Count > 0);
            await growing.SendAlert(session, child, subject.Unit.Id, recipient.UserId, part, new Phrases(reader.Language), cancellationToken);
            return;
        }

        var message = new OutgoingMessage(recipient.UserId, text) { Lane = Lane.Alerts, Keyboard = keyboard, Track = new Track.Alert(subject.Firing.Id) };
        await outbox.Send(session, message, cancellationToken);
    }

    private ValueTask Follow(DbSession session, AlertMessage message, string text, CancellationToken cancellationToken) =>
        outbox.Send(session, new OutgoingMessage(message.ChatId, text) { Lane = Lane.Alerts, ReplyTo = message.MessageId }, cancellationToken);

    private static string Shown(string text, Keyboard keyboard) => keyboard.Rows.Count > 0 ? text + "\n[ ]" : text;
}
