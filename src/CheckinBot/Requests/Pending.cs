using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using CheckinBot.Background;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Workers;

namespace CheckinBot.Requests;

/// <summary>
/// Requests of one kind that are not answered yet. Each is stored in the transaction of the message that asks, and goes in the transaction
/// that answers; what a worker left that has ended is answered by the one that looks next.
/// </summary>
internal sealed class Pending<T>(string kind, JsonTypeInfo<T> json, WorkerIdentity worker, Database database, Writer writer, TimeProvider time)
{
    // What fails so often will not go well; the person asks again.
    private const int MostTries = 3;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly Channel<(long Id, T Request)> _asked = Channel.CreateUnbounded<(long, T)>();
    private readonly ConcurrentDictionary<long, int> _tries = [];

    /// <summary>How many there are.</summary>
    public int Count => _tries.Count;

    /// <summary>Those that wait, in their order.</summary>
    public ChannelReader<(long Id, T Request)> Waiting => _asked.Reader;

    /// <summary>Takes a request within the transaction of the message that makes it.</summary>
    public async ValueTask Add(DbSession session, T request, CancellationToken cancellationToken)
    {
        var id = await new RequestStore(session).Add(kind, JsonSerializer.Serialize(request, json), worker.Id, time.GetUtcNow(), cancellationToken);
        session.AfterCommit(() => Take(id, request));
    }

    /// <summary>It is answered in this transaction.</summary>
    public async ValueTask Done(DbSession session, long id)
    {
        await new RequestStore(session).Remove(id, CancellationToken.None);
        session.AfterCommit(() => _tries.TryRemove(id, out _));
    }

    /// <summary>There is nothing to answer, or nobody can.</summary>
    public Task Drop(long id, CancellationToken cancellationToken) => writer.Write(session => Done(session, id), cancellationToken);

    /// <summary>It failed: it goes behind the others, or goes where it has failed too often.</summary>
    public async Task Failed(long id, T request, Exception fault, CancellationToken cancellationToken)
    {
        if (DatabaseFault.IsOfTheWork(fault) && _tries.AddOrUpdate(id, 1, (_, tries) => tries + 1) >= MostTries)
        {
            await Drop(id, cancellationToken);
            return;
        }

        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
        _asked.Writer.TryWrite((id, request));
    }

    /// <summary>Takes over what other workers have left, at the start and from then on.</summary>
    public async Task TakeOver(BackgroundWork background, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Every, TimeProvider.System);
        do await background.Try($"requests ({kind})", () => TakeOver(cancellationToken), cancellationToken);
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task TakeOver(CancellationToken cancellationToken)
    {
        // Mostly there is none: the writer is asked only where there is.
        await using (var session = await database.OpenRead(cancellationToken))
        {
            if (!await new RequestStore(session).AnyLeft(kind, cancellationToken)) return;
        }

        var rows = await writer.Write(
            async session => await new RequestStore(session).TakeOver(kind, worker.Id, cancellationToken), cancellationToken);
        foreach (var row in rows) Take(row.Id, JsonSerializer.Deserialize(row.Body, json)!);
    }

    private void Take(long id, T request)
    {
        if (_tries.TryAdd(id, 0)) _asked.Writer.TryWrite((id, request));
    }
}
