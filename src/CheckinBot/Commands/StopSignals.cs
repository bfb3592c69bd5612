using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace CheckinBot.Commands;

/// <summary>
/// Ends the worker on SIGTERM and Ctrl-C. A signal that comes during the start waits until the start is over, which takes a
/// second: a migration or the schedule's store, cancelled half-way, would report an error where there is none. A second
/// signal ends the process at once. Whatever holds up the end, such as a database that does not answer, holds it up for ten seconds at most:
/// what is not written down then is done again after the next start.
/// </summary>
internal sealed class StopSignals(IHostApplicationLifetime lifetime) : IHostLifetime, IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(9.5);

    private PosixSignalRegistration[] _signals = [];
    private Timer? _end;
    private int _received;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _signals = [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT }.Select(signal => PosixSignalRegistration.Create(signal, Stop))];
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _end?.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        if (Interlocked.Increment(ref _received) > 1) return;
        context.Cancel = true;
        // Not a timer of the school's clock, nor a task: nothing that may be held up as well.
        _end = new Timer(_ => Environment.Exit(CommandLine.Failed), null, Longest, Timeout.InfiniteTimeSpan);
        lifetime.ApplicationStarted.Register(lifetime.StopApplication);
    }
}
