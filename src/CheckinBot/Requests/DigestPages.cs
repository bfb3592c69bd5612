using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Texts;
using CheckinBot.Digests;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Users;
using CheckinBot.Telegram;

namespace CheckinBot.Requests;

/// <summary>Sends the page of a digest that was asked for, or turns a message into it; the request goes in the same transaction.</summary>
internal sealed class DigestPages(
    Database database, Writer writer, DigestReader digests, DigestMessages messages, Outbox outbox, Pending<Effect.ShowDigest> pending, TimeProvider time)
{
    /// <summary>Shows it.</summary>
    /// <param name="id">The request that is answered by it; null where its answer comes later.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="unit">The unit of the page.</param>
    /// <param name="view">The numbers.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public async Task Show(long? id, Effect.ShowDigest request, Unit unit, DigestView view, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        if (request.InGroup)
        {
            var toGroup = new OutgoingMessage(
                request.ChatId, (await digests.ForGroup(session, view, request.Language, cancellationToken)).Text);
            await writer.Write(
                async writing =>
                {
                    await outbox.Send(writing, toGroup, CancellationToken.None);
                    await Done(writing, id);
                },
                cancellationToken);
            return;
        }

        var names = request.Page.Look is DigestLook.Names or DigestLook.Correct
            ? await digests.Names(session, unit, view.Shown.Moment, request.Rights, cancellationToken)
            : DigestNames.None;
        var (text, rich, keyboard) = await messages.Render(session, view, request.Page, request.Rights, names, request.Language);
        var isSame = request.Seen?.Mark == DigestKeyboard.MarkOf(text);
        if (new Phrases(request.Language).DigestNoticeLine(request.Notice, request.Unsigned) is { Length: > 0 } notice)
        {
            text = $"{notice}\n{text}";
            rich = rich is null ? null : DigestTable.Paragraphs(notice) + rich;
        }

        var message = new OutgoingMessage(request.ChatId, text) { Rich = rich, Keyboard = keyboard };
        await writer.Write(
            async writing =>
            {
                if (request.Seen is { } seen)
                    outbox.Answer(writing, new Effect.AnswerButton(seen.CallbackId, isSame ? new Phrases(request.Language).NothingChanged : null));
                await Put(writing, request, message, names);
                await Done(writing, id);
            },
            cancellationToken);
    }

    private ValueTask Done(DbSession session, long? id) => id is { } answered ? pending.Done(session, answered) : ValueTask.CompletedTask;

    private async ValueTask Put(DbSession session, Effect.ShowDigest request, OutgoingMessage shown, DigestNames names)
    {
        if (request.Look is { } look && names.Cases.Count > 0)
        {
            await new LookStore(session).Add(
                names.Cases.Select(person => person.PersonId), Looker.User(request.ChatId, look.ByPersonId), look.Reason, look.Via, time.GetUtcNow(),
                CancellationToken.None);
        }

        if (request.MessageId is not { } message)
        {
            await outbox.Send(session, shown, CancellationToken.None);
            return;
        }

        var edit = new Effect.Edit(request.ChatId, message, shown.Text, shown.Keyboard) { Rich = shown.Rich };
        await outbox.Add(session, new OutgoingCall { Edit = edit }, Lane.Answers, CancellationToken.None);
    }
}
