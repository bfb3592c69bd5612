using System.Threading.Channels;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Digests;
using CheckinBot.Sending;
using CheckinBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Digests;

/// <summary>
/// Answers <c>/digest</c>. Counting is done outside of the writer's transaction, so that check-ins do not wait for the
/// numbers of a county; a request that is lost at a crash is simply made again.
/// </summary>
internal sealed partial class DigestRequests(Database database, Writer writer, DigestReader digests, Outbox outbox, ILogger<DigestRequests> logger)
    : BackgroundService
{
    // Whoever asks while so many wait is better served by asking again.
    private readonly Channel<Effect.ShowDigest> _asked = Channel.CreateBounded<Effect.ShowDigest>(256);

    private int _open;

    /// <summary>Requests that are not answered yet.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Takes a request after the commit of the message that made it.</summary>
    public void Ask(Effect.ShowDigest request)
    {
        if (_asked.Writer.TryWrite(request)) Interlocked.Increment(ref _open);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Answer(request, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(logger, fault.GetType().Name);
            }

            Interlocked.Decrement(ref _open);
        }
    }

    private async Task Answer(Effect.ShowDigest request, CancellationToken cancellation)
    {
        if (await Text(request, cancellation) is not { } text) return;
        var message = new OutgoingMessage(request.ChatId, text);
        await writer.Write(session => outbox.Send(session, message, CancellationToken.None), cancellation);
    }

    private async Task<string?> Text(Effect.ShowDigest request, CancellationToken cancellation)
    {
        await using var session = await database.OpenRead(cancellation);
        if (await new UnitStore(session).Find(request.UnitId, cancellation) is not { } unit) return null;
        var tree = await digests.Read(session, unit, request.Day, slot: null, cancellation);
        var digest = tree.Digest(unit.Id)!;
        return request.InGroup
            ? DigestText.ForGroup(digest, request.Language)
            : await DigestMessages.InPrivate(session, digest, request.Language);
    }

    [LoggerMessage(LogLevel.Error, "A digest that was asked for could not be made ({Fault})")]
    private static partial void Failed(ILogger logger, string fault);
}
