using System.Collections.Concurrent;
using System.Threading.Channels;
using CheckinBot.Background;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Digests;
using CheckinBot.Signatures;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Requests;

/// <summary>
/// Answers <c>/digest</c> and the buttons under digests. Counting is done outside the writer's transaction, so that check-ins do
/// not wait for the numbers of a county. A long count does not hold up the requests behind it, so that a stored snapshot is
/// shown at once. No request is lost with a process: see <see cref="Pending{T}"/>.
/// </summary>
internal sealed partial class DigestRequests(
    Database database, DigestReader digests, DigestPages pages, SignOffs signatures, Pending<Effect.ShowDigest> pending, BackgroundWork background,
    ILogger<DigestRequests> logger)
    : BackgroundService
{
    private const int MostRemembered = 10_000;

    private readonly Channel<(long Id, Effect.ShowDigest Request)> _slow = Channel.CreateUnbounded<(long, Effect.ShowDigest)>();

    // What each message was last asked to become: a slow count must not overwrite a page that its reader has opened since.
    private readonly ConcurrentDictionary<(long ChatId, int MessageId), DigestPage> _newest = new();

    /// <summary>Requests that are not answered yet.</summary>
    public int Open => pending.Count;

    /// <summary>Takes a request within the transaction of the message that makes it.</summary>
    public async ValueTask Ask(DbSession session, Effect.ShowDigest request, CancellationToken cancellationToken)
    {
        session.AfterCommit(() => Remember(request));
        await pending.Add(session, request, cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Work(pending.Waiting, isSlow: false, cancellationToken),
        Work(_slow.Reader, isSlow: true, cancellationToken),
        pending.TakeOver(background, cancellationToken));

    private async Task Work(ChannelReader<(long Id, Effect.ShowDigest Request)> requests, bool isSlow, CancellationToken cancellationToken)
    {
        await foreach (var (id, request) in requests.ReadAllAsync(cancellationToken))
        {
            try
            {
                await Answer(id, request, isSlow, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(logger, BackgroundWork.ReasonOf(fault));
                await pending.Failed(id, request, fault, cancellationToken);
            }
        }
    }

    private async Task Answer(long id, Effect.ShowDigest request, bool isSlow, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        if (await new UnitStore(session).Find(request.Page.UnitId, cancellationToken) is not { } unit)
        {
            await pending.Drop(id, cancellationToken);
            return;
        }

        var isLarge = !isSlow && await DigestReader.IsLarge(session, unit, cancellationToken);
        if (isLarge && request.Sign is not null)
        {
            _slow.Writer.TryWrite((id, request));
            return;
        }

        if (request.Sign is { } sign)
        {
            var (notice, unsigned) = await signatures.Sign(session, unit, request.Page, sign, cancellationToken);
            request = request with { Notice = notice, Unsigned = unsigned, Sign = null };
        }

        if (request.QuestionedBy is { } by)
            request = request with { Notice = await signatures.Question(unit, request.Page, by, request.ChatId, cancellationToken), QuestionedBy = null };
        if (isLarge)
        {
            // The press is answered by the count, and so is the request.
            if (request.MessageId is not null && await HasSnapshot(session, unit, request, cancellationToken))
                await Show(null, request with { Seen = null }, unit, await View(unit, request, recount: false, cancellationToken), cancellationToken);
            _slow.Writer.TryWrite((id, request));
            return;
        }

        await Show(id, request, unit, await View(unit, request, recount: true, cancellationToken), cancellationToken);
    }

    private async Task Show(long? id, Effect.ShowDigest request, Unit unit, DigestView view, CancellationToken cancellationToken)
    {
        if (KeyOf(request) is { } key && _newest.TryGetValue(key, out var newest) && newest != request.Page)
        {
            if (id is { } overtaken) await pending.Drop(overtaken, cancellationToken);
            return;
        }

        await pages.Show(id, request, unit, view, cancellationToken);
    }

    private void Remember(Effect.ShowDigest request)
    {
        if (KeyOf(request) is not { } key) return;
        if (_newest.Count >= MostRemembered) _newest.Clear();
        _newest[key] = request.Page;
    }

    // A session of its own sees what was signed a moment ago.
    private async Task<DigestView> View(Unit unit, Effect.ShowDigest request, bool recount, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        return await digests.View(session, unit, request.Page.Day, request.Page.Slot, recount, cancellationToken);
    }

    private static async Task<bool> HasSnapshot(DbSession session, Unit unit, Effect.ShowDigest request, CancellationToken cancellationToken) =>
        request.Page is { Day: { } day, Slot: { } slot }
        && await new SnapshotStore(session).Last(DigestUnit.Of(unit), day, slot, cancellationToken) is not null;

    private static (long, int)? KeyOf(Effect.ShowDigest request) => request.MessageId is { } message ? (request.ChatId, message) : null;

    [LoggerMessage(LogLevel.Error, "A digest that was asked for could not be made ({Fault})")]
    private static partial void Failed(ILogger logger, string fault);
}
