using System.Collections.Concurrent;
using System.Threading.Channels;
using CheckinBot.Background;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Sending;

/// <summary>Has what came of calls written down, many to a transaction.</summary>
internal sealed partial class OutboxLog(Writer writer, BackgroundWork background, ILogger<OutboxLog> logger)
{
    private const int BatchSize = 500;
    private const string Work = "outcomes of calls";

    // How often it is looked whether the pause after a failure is over. In real time: the demo's clock may stand still.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<long, bool> _held = [];

    private volatile bool _completed;

    private readonly Channel<(PendingCall Call, CallOutcome Outcome)> _entries =
        Channel.CreateUnbounded<(PendingCall, CallOutcome)>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>What came of a call. A call that was never stored has nothing to be written down.</summary>
    public void Add(PendingCall call, CallOutcome outcome)
    {
        if (call.Id == 0) return;
        _held[call.Id] = true;
        _entries.Writer.TryWrite((call, outcome));
    }

    /// <summary>What came of that call is here, and not written down yet.</summary>
    public bool Holds(long id) => _held.ContainsKey(id);

    /// <summary>No more entries come: <see cref="Run"/> ends with the last one, which it tries to store once more at most.</summary>
    public void Complete()
    {
        _completed = true;
        _entries.Writer.TryComplete();
    }

    public async Task Run(SettledCalls settled)
    {
        var batch = new List<(PendingCall Call, CallOutcome Outcome)>(BatchSize);
        while (await _entries.Reader.WaitToReadAsync())
        {
            while (batch.Count < BatchSize && _entries.Reader.TryRead(out var entry)) batch.Add(entry);
            await Store(settled, batch);
            foreach (var (call, _) in batch) _held.TryRemove(call.Id, out _);
            batch.Clear();
        }
    }

    // Until it is written down, a restart would send it again; nothing is lost.
    private async Task Store(SettledCalls settled, List<(PendingCall Call, CallOutcome Outcome)> batch)
    {
        Exception? own = null;
        while (!await background.Try(Work, Together, CancellationToken.None))
        {
            if (_completed) return;
            await Task.Delay(Pause, TimeProvider.System);
        }

        if (own is null) return;
        if (batch.Count > 1)
        {
            // One by one, so that one that never can be stored holds up none of the others.
            foreach (var entry in batch) await Store(settled, [entry]);
            return;
        }

        // Where it can be closed, the database is well, and what hangs on the call is at fault: it is given up.
        var (call, outcome) = batch[0];
        await TryStore(session => settled.Close(session, call, outcome, CancellationToken.None), _ => { });
        OnlyClosed(logger, call.Id, own.GetType().Name);

        Task Together() => TryStore(session => settled.Store(session, batch, CancellationToken.None), fault => own = fault);
    }

    private async Task TryStore(Func<DbSession, ValueTask> store, Action<Exception> ownFault)
    {
        try
        {
            await writer.Write(store, CancellationToken.None);
        }
        catch (ChannelClosedException)
        {
            // The writer has stopped, and a restart sends these again.
        }
        catch (Exception fault) when (DatabaseFault.IsOfTheWork(fault))
        {
            ownFault(fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "Outbox row {Id} is closed; what hangs on its outcome could not be stored and is given up ({Fault})")]
    private static partial void OnlyClosed(ILogger logger, long id, string fault);
}
