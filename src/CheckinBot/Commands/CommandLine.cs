using System.CommandLine;
using CheckinBot.Configuration;
using CheckinBot.Faults;

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
        catch (Exception fault)
        {
            var (settings, wantsTraces) = WhatIsConfigured(parsed);
            await Console.Error.WriteLineAsync(FaultLine.Of(fault, settings));
            if (wantsTraces) await Console.Error.WriteLineAsync(fault.ToString());
            return FaultLine.Causes(fault).Any(cause => cause is BadConfigurationException) ? BadUsage : Failed;
        }
    }

    // The configuration may be the very fault; whether traces are wanted is then asked of the environment alone.
    private static (Settings? Settings, bool WantsTraces) WhatIsConfigured(ParseResult parsed)
    {
        var wantsTraces = QuietStart.WantsTraces(ConfigurationSources.Environment());
        try
        {
            var configuration = ConfigurationSources.Build(parsed);
            wantsTraces = QuietStart.WantsTraces(configuration);
            return (Settings.Read(configuration), wantsTraces);
        }
        catch (Exception)
        {
            // It is told already.
            return (null, wantsTraces);
        }
    }

    private static string Verb(ParseResult parsed) => parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
}
