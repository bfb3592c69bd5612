using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CheckinBot.EndToEnd.ForeignClients;

/// <summary>A bot script in a process of its own; it ends when its standard input ends.</summary>
internal sealed class ForeignBot : IAsyncDisposable
{
    private const string ModulesVariable = "CHECKINBOT_NODE_MODULES";

    // The library is a Debian package: another Python on the path would not find it.
    private const string Python = "/usr/bin/python3";
    private readonly Process process;

    private ForeignBot(Process process, string firstLine)
    {
        this.process = process;
        FirstLine = firstLine;
    }

    /// <summary>What the script says once it is ready.</summary>
    public string FirstLine { get; }

    /// <summary>Skips the test, with the reason, where the script's language or library is not installed.</summary>
    public static void SkipUnlessAvailable(string script)
    {
        if (script.EndsWith(".py", StringComparison.Ordinal))
        {
            Skip.IfNot(Runs(Python, "-c", "import telegram.ext"), "Debian's python3-python-telegram-bot is not installed.");
            return;
        }

        var modules = Environment.GetEnvironmentVariable(ModulesVariable);
        Skip.If(
            string.IsNullOrEmpty(modules),
            $"{ModulesVariable} does not name a node_modules folder (npm install tests/CheckinBot.EndToEnd/ForeignClients).");
        var package = Path.Combine(modules, Path.GetFileNameWithoutExtension(script));
        Skip.IfNot(Directory.Exists(package), $"{package} is not installed.");
        Skip.IfNot(Runs("node", "--version"), "node is not installed.");
    }

    public static async Task<ForeignBot> StartAsync(string script, string baseUrl, string token, CancellationToken cancellationToken)
    {
        var process = Start(script.EndsWith(".py", StringComparison.Ordinal) ? Python : "node", Path.Combine(Folder(), script), baseUrl, token);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
        return line is null
            ? throw new InvalidOperationException($"{script} ended at once: {await errors}")
            : new ForeignBot(process, line);
    }

    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    public ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
        return ValueTask.CompletedTask;
    }

    private static bool Runs(params string[] command)
    {
        try
        {
            using var process = Start(command);
            process.StandardInput.Close();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    // The scripts are run from the source tree; nothing of them is copied to the output.
    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
