using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Faults;

/// <summary>
/// Until the worker is up, nobody but the program itself tells of a fault: the host, the web server and the schedule would
/// each print a page of trace before the one line that says what to do. At Debug level they do.
/// </summary>
internal sealed class QuietStart
{
    private static readonly string[] Talkative = ["Microsoft.Extensions.Hosting", "Microsoft.AspNetCore", "Quartz"];

    private bool _started;

    /// <summary>Whether traces are wanted: the configured log level is Debug or below.</summary>
    public static bool WantsTraces(IConfiguration? configuration) =>
        Enum.TryParse<LogLevel>(configuration?["Logging:LogLevel:Default"], ignoreCase: true, out var level) && level <= LogLevel.Debug;

    /// <summary>Silences them, from the given level of each on. Configured levels of their own go before it.</summary>
    public void Silence(ILoggingBuilder logging)
    {
        foreach (var category in Talkative)
            logging.AddFilter(category, level => level >= (category == Talkative[0] ? LogLevel.Information : LogLevel.Warning) && Volatile.Read(ref _started));
    }

    /// <summary>From the end of the start on they are heard.</summary>
    public void EndsWith(IHostApplicationLifetime lifetime) => lifetime.ApplicationStarted.Register(() => Volatile.Write(ref _started, true));
}
