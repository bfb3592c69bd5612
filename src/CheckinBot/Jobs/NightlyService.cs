using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Jobs;

/// <summary>
/// Looks every minute whether the night's work is due. The minute is one of elapsed time, which no setting of the clock
/// changes; what fails waits an hour, so that a full disk is not written to all day.
/// </summary>
internal sealed partial class NightlyService(NightlyWork work, TimeProvider time, ILogger<NightlyService> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1), AfterFailure = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var pause = Look;
        while (true)
        {
            await Task.Delay(pause, time, cancellationToken);
            try
            {
                pause = await work.RunDue(cancellationToken) ? Look : AfterFailure;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                NotKnown(logger, fault.GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Whether the night's work is done cannot be read ({Fault}); looking again")]
    private static partial void NotKnown(ILogger logger, string fault);
}
