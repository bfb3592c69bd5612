using System.Threading.Channels;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Sending;

/// <summary>Has what came of calls written down, many to a transaction.</summary>
internal sealed partial class OutboxLog(Writer writer, ILogger<OutboxLog> logger)
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private volatile bool _completed;

    private readonly Channel<(PendingCall Call, CallOutcome Outcome)> _entries =
        Channel.CreateUnbounded<(PendingCall, CallOutcome)>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>What came of a call. A call that was never stored has nothing to be written down.</summary>
    public void Add(PendingCall call, CallOutcome outcome)
    {
        if (call.Id != 0) _entries.Writer.TryWrite((call, outcome));
    }

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
            // One by one where they cannot be stored together, so that one that never can be holds up none of the others.
            if (!await Try(session => settled.Store(session, batch, CancellationToken.None), batch.Count))
            {
                foreach (var entry in batch) await StoreAlone(settled, entry.Call, entry.Outcome);
            }

            batch.Clear();
        }
    }

    private async Task StoreAlone(SettledCalls settled, PendingCall call, CallOutcome outcome)
    {
        while (!await Try(session => settled.Store(session, [(call, outcome)], CancellationToken.None), 1))
        {
            // Where it can be closed, the database is well, and what hangs on the call is at fault: it is given up.
            if (await Try(session => settled.Close(session, call, outcome, CancellationToken.None), 1))
            {
                OnlyClosed(logger, call.Id);
                return;
            }

            // Until it is written down, a restart would send it again; nothing is lost.
            if (_completed) return;
            // In real time: the demo's clock may stand still.
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private async Task<bool> Try(Func<DbSession, ValueTask> store, int count)
    {
        try
        {
            await writer.Write(store, CancellationToken.None);
            return true;
        }
        catch (ChannelClosedException)
        {
            // The writer has stopped, and a restart sends these again.
            return true;
        }
        catch (Exception e)
        {
            NotStored(logger, e, count);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "The outcome of {Count} calls could not be stored; trying again")]
    private static partial void NotStored(ILogger logger, Exception exception, int count);

    [LoggerMessage(LogLevel.Error, "Outbox row {Id} is closed; what hangs on its outcome could not be stored and is given up")]
    private static partial void OnlyClosed(ILogger logger, long id);
}
