using CheckinBot.Faults;
using CheckinBot.Http;
using CheckinBot.Storage.Engine;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Databases;

/// <summary>
/// Looks every two seconds whether the database can be written to, and says so to <c>/readyz</c> and once in the log. Where the file is gone or
/// damaged, the worker ends: whatever it went on to take would be lost with it.
/// </summary>
internal sealed partial class DatabaseWatch(
    Database database, Writer writer, Readiness readiness, IHostApplicationLifetime lifetime, ILogger<DatabaseWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);

    // The start itself comes first.
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(5);

    private string? _said;

    /// <summary>Looks once; the line of what is wrong, null where nothing is.</summary>
    internal async Task<Exception?> Look(CancellationToken cancellationToken)
    {
        try
        {
            await writer.Write(_ => ValueTask.CompletedTask, cancellationToken).WaitAsync(LongestAnswer, TimeProvider.System, cancellationToken);
            return null;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return fault;
        }
    }

    protected override Task ExecuteAsync(CancellationToken cancellationToken) => Task.WhenAll(Watch(cancellationToken), CheckOnce(cancellationToken));

    // In real time: the demo's clock may stand still.
    private async Task Watch(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Every, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(cancellationToken)) Tell(await Look(cancellationToken));
    }

    private void Tell(Exception? fault)
    {
        if (fault is null)
        {
            readiness.Ready(Readiness.Database);
            if (_said is not null) WorksAgain(logger);
            _said = null;
            return;
        }

        var line = DatabaseFaults.Explain(fault, database);
        readiness.NotReady(Readiness.Database, line);
        if (line != _said) DoesNotWork(logger, line);
        _said = line;
        if (DatabaseFault.IsLost(fault)) End(line);
    }

    // All of a file of a county takes seconds of reading: beside the work, and once.
    private async Task CheckOnce(CancellationToken cancellationToken)
    {
        await Task.Delay(AfterStart, TimeProvider.System, cancellationToken);
        try
        {
            if (await Task.Run(() => Soundness.FaultOf(database, isDeep: false, cancellationToken), cancellationToken) is { } damage)
                End(DatabaseFaults.Damaged(database, damage));
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // It does not work at present, which is told anyway.
            NotChecked(logger, fault.GetType().Name);
        }
    }

    private void End(string line)
    {
        readiness.Fail(Readiness.Database, line);
        Ends(logger, line);
        lifetime.StopApplication();
    }

    [LoggerMessage(LogLevel.Error, "The database does not work, and nothing is confirmed meanwhile: {Reason}")]
    private static partial void DoesNotWork(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Warning, "The pages of the database could not be looked through ({Fault}); CheckinBot doctor does the same")]
    private static partial void NotChecked(ILogger logger, string fault);

    [LoggerMessage(LogLevel.Information, "The database works again")]
    private static partial void WorksAgain(ILogger logger);

    [LoggerMessage(LogLevel.Critical, "The worker ends, so that nothing is taken that would be lost: {Reason}")]
    private static partial void Ends(ILogger logger, string reason);
}
