using System.Collections.Concurrent;
using System.Threading.Channels;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Texts;
using CheckinBot.Digests;
using CheckinBot.Sending;
using CheckinBot.Signatures;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Users;
using CheckinBot.Telegram;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Requests;

/// <summary>
/// Answers <c>/digest</c> and the buttons under digests. Counting is done outside the writer's transaction, so that check-ins do
/// not wait for the numbers of a county. A long count does not hold up the requests behind it, so that a stored snapshot is
/// shown at once. Whoever loses a request to a crash simply asks again.
/// </summary>
internal sealed partial class DigestRequests(
    Database database, Writer writer, DigestReader digests, DigestMessages messages, SignOffs signatures, Outbox outbox, TimeProvider time,
    ILogger<DigestRequests> logger)
    : BackgroundService
{
    private const int MostRemembered = 10_000;

    // Whoever asks while so many wait is better served by asking again.
    private readonly Channel<Effect.ShowDigest> _asked = Channel.CreateBounded<Effect.ShowDigest>(256);
    private readonly Channel<Effect.ShowDigest> _slow = Channel.CreateBounded<Effect.ShowDigest>(256);

    // What each message was last asked to become: a slow count must not overwrite a page that its reader has opened since.
    private readonly ConcurrentDictionary<(long ChatId, int MessageId), DigestPage> _newest = new();

    private int _open;

    /// <summary>Requests that are not answered yet.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Takes a request after the commit of the message that made it.</summary>
    public void Ask(Effect.ShowDigest request)
    {
        if (KeyOf(request) is { } key)
        {
            if (_newest.Count >= MostRemembered) _newest.Clear();
            _newest[key] = request.Page;
        }

        if (_asked.Writer.TryWrite(request)) Interlocked.Increment(ref _open);
    }

    protected override Task ExecuteAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Work(_asked.Reader, isSlow: false, cancellationToken), Work(_slow.Reader, isSlow: true, cancellationToken));

    private async Task Work(ChannelReader<Effect.ShowDigest> requests, bool isSlow, CancellationToken cancellationToken)
    {
        await foreach (var request in requests.ReadAllAsync(cancellationToken))
        {
            try
            {
                await Answer(request, isSlow, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(logger, fault.GetType().Name);
            }

            Interlocked.Decrement(ref _open);
        }
    }

    private async Task Answer(Effect.ShowDigest request, bool isSlow, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        if (await new UnitStore(session).Find(request.Page.UnitId, cancellationToken) is not { } unit) return;
        var isLarge = !isSlow && await DigestReader.IsLarge(session, unit, cancellationToken);
        if (isLarge && request.Sign is not null)
        {
            Later(request);
            return;
        }

        if (request.Sign is { } sign)
        {
            var (notice, unsigned) = await signatures.Sign(session, unit, request.Page, sign, cancellationToken);
            request = request with { Notice = notice, Unsigned = unsigned, Sign = null };
        }

        if (request.QuestionedBy is { } by)
            request = request with { Notice = await signatures.Question(unit, request.Page, by, request.ChatId, cancellationToken), QuestionedBy = null };
        if (!isLarge) await Show(request, unit, await View(unit, request, recount: true, cancellationToken), cancellationToken);
        else if (request.MessageId is not null && await HasSnapshot(session, unit, request, cancellationToken))
        {
            // The press is answered by the count.
            await Show(request with { Seen = null }, unit, await View(unit, request, recount: false, cancellationToken), cancellationToken);
            Later(request);
        }
        else
        {
            Later(request);
        }
    }

    private void Later(Effect.ShowDigest request)
    {
        if (_slow.Writer.TryWrite(request)) Interlocked.Increment(ref _open);
    }

    // A session of its own sees what was signed a moment ago.
    private async Task<DigestView> View(Unit unit, Effect.ShowDigest request, bool recount, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        return await digests.View(session, unit, request.Page.Day, request.Page.Slot, recount, cancellationToken);
    }

    private static async Task<bool> HasSnapshot(DbSession session, Unit unit, Effect.ShowDigest request, CancellationToken cancellationToken) =>
        request.Page is { Day: { } day, Slot: { } slot }
        && await new SnapshotStore(session).Last(new DigestUnit(unit.Id, unit.ParentId, unit.Path, unit.Kind), day, slot, cancellationToken) is not null;

    private async Task Show(Effect.ShowDigest request, Unit unit, DigestView view, CancellationToken cancellationToken)
    {
        if (KeyOf(request) is { } key && _newest.TryGetValue(key, out var newest) && newest != request.Page) return;
        await using var session = await database.OpenRead(cancellationToken);
        if (request.InGroup)
        {
            var toGroup = new OutgoingMessage(
                request.ChatId, (await digests.ForGroup(session, view, request.Language, cancellationToken)).Text);
            await writer.Write(writing => outbox.Send(writing, toGroup, CancellationToken.None), cancellationToken);
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
            writing =>
            {
                if (request.Seen is { } seen)
                    outbox.Answer(writing, new Effect.AnswerButton(seen.CallbackId, isSame ? new Phrases(request.Language).NothingChanged : null));
                return Put(writing, request, message, names);
            },
            cancellationToken);
    }

    private async ValueTask Put(DbSession session, Effect.ShowDigest request, OutgoingMessage shown, DigestNames names)
    {
        if (request.Look is { } look && names.Cases.Count > 0)
        {
            await new LookStore(session).Add(
                names.Cases.Select(person => person.PersonId), Looker
                    .User(request.ChatId, look.ByPersonId), look.Reason, look.Via, time.GetUtcNow(), CancellationToken.None);
        }

        if (request.MessageId is { } message)
            await outbox.Add(
                session, new OutgoingCall
                {
                    Edit = new Effect.Edit(request.ChatId, message, shown.Text, shown.Keyboard) { Rich = shown.Rich },
                }, Lane.Answers, CancellationToken.None);
        else
            await outbox.Send(session, shown, CancellationToken.None);
    }

    private static (long, int)? KeyOf(Effect.ShowDigest request) => request.MessageId is { } message ? (request.ChatId, message) : null;

    [LoggerMessage(LogLevel.Error, "A digest that was asked for could not be made ({Fault})")]
    private static partial void Failed(ILogger logger, string fault);
}
