using System.CommandLine;
using CheckinBot.Configuration;

namespace CheckinBot.Commands;

/// <summary>Runs the verb and turns its outcome into an exit code: 0 done, 1 failed, 2 bad usage or configuration.</summary>
internal static class CommandLine
{
    public const int Failed = 1;
    public const int BadUsage = 2;

    public static async Task<int> Invoke(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync($"See: CheckinBot {Verb(parsed)}--help");
            return BadUsage;
        }

        try
        {
            // The host itself listens for SIGTERM and Ctrl-C; every other verb is one transaction, safe to end at any moment.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (BadConfigurationException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return BadUsage;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Data.Common.DbException or Storage.Engine.SchemaException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
    }

    private static string Verb(ParseResult parsed) => parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
}
