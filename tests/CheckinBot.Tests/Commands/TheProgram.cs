using System.Diagnostics;
using CheckinBot.Hosting;

namespace CheckinBot.Tests.Commands;

/// <summary>The built program as an operator runs it: a process, in a folder of its own, on a database of its own.</summary>
internal sealed class TheProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The current folder of the program.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("checkinbot-verbs-").FullName;

    /// <summary>Where the database is, unless an argument says otherwise.</summary>
    public string Database => Path.Combine(Folder, "test.db");

    /// <summary>What the program finds in its environment.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Runs a verb to its end.</summary>
    public async Task<(int Code, string Out, string Error)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        foreach (var argument in arguments.Prepend(typeof(CheckinHost).Assembly.Location)) start.ArgumentList.Add(argument);
        start.Environment["Storage__ConnectionString"] = $"Data Source={Database}";
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, output.TrimEnd(), (await error).TrimEnd());
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
