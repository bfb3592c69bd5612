using System.Threading.Channels;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Sending;

/// <summary>Writes down what came of calls, many to a transaction.</summary>
internal sealed partial class OutboxLog(Writer writer, SettledCalls settled, TimeProvider time, ILogger<OutboxLog> logger)
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<(PendingCall Call, CallOutcome Outcome)> _entries =
        Channel.CreateUnbounded<(PendingCall, CallOutcome)>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>What came of a call. A call that was never stored has nothing to be written down.</summary>
    public void Add(PendingCall call, CallOutcome outcome)
    {
        if (call.Id != 0) _entries.Writer.TryWrite((call, outcome));
    }

    /// <summary>No more entries come: <see cref="Run"/> ends with the last one.</summary>
    public void Complete() => _entries.Writer.TryComplete();

    public async Task Run()
    {
        var batch = new List<(PendingCall Call, CallOutcome Outcome)>(BatchSize);
        while (await _entries.Reader.WaitToReadAsync())
        {
            while (batch.Count < BatchSize && _entries.Reader.TryRead(out var entry)) batch.Add(entry);
            await Store(batch);
            batch.Clear();
        }
    }

    private async Task Store(List<(PendingCall Call, CallOutcome Outcome)> batch)
    {
        while (true)
        {
            try
            {
                await writer.Write(session => settled.Store(session, batch, CancellationToken.None), CancellationToken.None);
                return;
            }
            catch (ChannelClosedException)
            {
                return;
            }
            catch (Exception e)
            {
                // Until it is written down, a restart would send these again; nothing is lost.
                NotStored(logger, e, batch.Count);
                await Task.Delay(Pause, time);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The outcome of {Count} calls could not be stored; trying again")]
    private static partial void NotStored(ILogger logger, Exception exception, int count);
}
