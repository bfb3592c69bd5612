using CheckinBot.Simulator.Faults;

namespace CheckinBot.Simulator.Receiving;

/// <summary>getUpdates: one poller a bot; a second one ends the first with 409, as on the real server.</summary>
internal sealed class LongPoll(UpdateQueue updates)
{
    private const int Longest = 50;
    private readonly Lock _gate = new();
    private TaskCompletionSource<string>? _current;

    /// <summary>How long a poll waits that asks for so many seconds: 50 at most.</summary>
    public static TimeSpan Wait(int seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest));

    /// <summary>Ends a poll under way with 409 and this reason.</summary>
    public void Abort(string reason)
    {
        lock (_gate)
        {
            _current?.TrySetResult(reason);
            _current = null;
        }
    }

    /// <summary>
    /// Waits on real time, not on the simulated clock: it is a network wait, and a paused clock must not hang a client.
    /// </summary>
    public async Task<byte[]> GetAsync(int offset, int limit, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var interruption = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _current?.TrySetResult("terminated by other getUpdates request; make sure that only one bot instance is running");
            _current = interruption;
        }

        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(timeout);
            while (true)
            {
                var batch = updates.Take(offset, limit, out var arrived);
                if (batch is not null || timeout <= TimeSpan.Zero)
                {
                    return batch ?? "[]"u8.ToArray();
                }

                await Task.WhenAny(arrived, interruption.Task, Task.Delay(Timeout.Infinite, deadline.Token)).ConfigureAwait(false);
                if (interruption.Task.IsCompleted)
                {
                    throw new ApiException(409, "Conflict: " + await interruption.Task.ConfigureAwait(false));
                }

                cancellationToken.ThrowIfCancellationRequested();
                if (deadline.IsCancellationRequested)
                {
                    return "[]"u8.ToArray();
                }
            }
        }
        finally
        {
            lock (_gate)
            {
                _current = ReferenceEquals(_current, interruption) ? null : _current;
            }
        }
    }
}
