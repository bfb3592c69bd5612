using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Jobs;

/// <summary>Says in the log that the jobs' file was made anew, which is found out before there is a log.</summary>
internal sealed partial class JobsFileNotice(string notice, ILogger<JobsFileNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        MadeAnew(logger, notice);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "{Notice}")]
    private static partial void MadeAnew(ILogger logger, string notice);
}
