using System.Data.Common;
using System.Text.Json;
using CheckinBot.Configuration;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Faults;

/// <summary>Turns whatever ends the program into one line that names the thing and the cure.</summary>
internal static class FaultLine
{
    private const string NoTimeZones = "The time zones of the world are not on this machine: "
        + "install them (apt-get install tzdata), and see that TZDIR, where it is set, names their folder.";

    private const int DiskFullOnUnix = 28;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    /// <summary>The line.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="settings">The configuration, where it can be read: it says which database and which address are meant.</param>
    public static string Of(Exception fault, Settings? settings)
    {
        var causes = Causes(fault).ToList();
        if (causes.FirstOrDefault(cause => cause is ProgramFault or BadConfigurationException) is { } told) return OneLine(told.Message);
        if (causes.OfType<TimeZoneNotFoundException>().Any())
            return NoTimeZones;
        if (settings is not null && causes.FirstOrDefault(cause => cause is DbException or SchemaException) is { } ofDatabase)
            return OneLine(DatabaseFaults.Explain(ofDatabase, new Database(settings.Storage)));
        if (ListenFault.Explain(fault, settings?.Http.Urls ?? "The address", "set another one in Http:Urls") is { } listen) return listen;
        return OneLine(causes.Select(OfFile).FirstOrDefault(line => line is not null)
            ?? $"{fault.GetType().Name}: {fault.Message} (Logging__LogLevel__Default=Debug in the environment shows where)");
    }

    /// <summary>The exception and what caused it, outermost first.</summary>
    internal static IEnumerable<Exception> Causes(Exception fault) => fault is AggregateException many
        ? many.Flatten().InnerExceptions.SelectMany(Causes).Append(fault)
        : fault.InnerException is { } inner ? Causes(inner).Prepend(fault) : [fault];

    /// <summary>
    /// Where it failed, in words that may be kept: the message of an exception may quote what somebody wrote; the place in the JSON, the one in
    /// our code and a word of the database do not.
    /// </summary>
    internal static string CauseOf(Exception fault) =>
        (fault as JsonException)?.Path ?? (fault as DbException)?.Message ?? fault.StackTrace?.Split('\n')[0].Trim() ?? "?";

    /// <summary>Whether there is no room left to write to.</summary>
    internal static bool IsDiskFull(IOException fault) => fault.HResult is DiskFullOnUnix or DiskFullOnWindows;

    // The runtime's own messages name the path.
    private static string? OfFile(Exception fault) => fault switch
    {
        IOException full when IsDiskFull(full) => $"{full.Message}. Free some space, or write to another disk.",
        UnauthorizedAccessException denied => $"{denied.Message} Give it to the user {Environment.UserName}, or name another place.",
        FileNotFoundException or DirectoryNotFoundException => $"{fault.Message} Is the path right?",
        IOException => fault.Message,
        _ => null,
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
