using CheckinBot.Background;
using Microsoft.Extensions.Hosting;

namespace CheckinBot.Jobs;

/// <summary>
/// Looks every minute whether the night's work is due. The minute is one of elapsed time, which no setting of the clock
/// changes; what fails waits an hour, so that a full disk is not written to all day.
/// </summary>
internal sealed class NightlyService(NightlyWork work, BackgroundWork background, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1), AfterFailure = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var pause = Look;
        while (true)
        {
            await Task.Delay(pause, time, cancellationToken);
            pause = await background.Try("the night's work", () => RunDue(cancellationToken), cancellationToken, AfterFailure) ? Look : AfterFailure;
        }
    }

    private async Task RunDue(CancellationToken cancellationToken)
    {
        if (!await work.RunDue(cancellationToken)) throw new IOException("purge or backup; the log says which, and why");
    }
}
