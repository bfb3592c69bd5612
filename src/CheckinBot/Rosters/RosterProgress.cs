using Spectre.Console;

namespace CheckinBot.Rosters;

/// <summary>A bar on a terminal; nothing where the output goes into a file.</summary>
internal static class RosterProgress
{
    /// <summary>Runs an import of so many people, and draws how far it is on the error stream.</summary>
    public static async Task<T> Show<T>(int people, Func<IProgress<int>?, Task<T>> import)
    {
        if (Console.IsErrorRedirected) return await import(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask("Storing people", maxValue: Math.Max(people, 1));
                return import(new Told(done => task.Value = done));
            });
    }

    // Unlike Progress<T>, it tells at once and in order.
    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
