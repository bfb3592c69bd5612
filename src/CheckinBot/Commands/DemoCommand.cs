using System.CommandLine;
using System.Globalization;
using CheckinBot.Configuration;
using CheckinBot.Demo;
using CheckinBot.Faults;

namespace CheckinBot.Commands;

/// <summary>A whole school day in the browser: the worker, a simulated Telegram, a made-up county.</summary>
internal static class DemoCommand
{
    private static readonly Option<double> Speed = new("--speed")
    {
        HelpName = "N",
        Description = "Seconds of the school morning in a real second; the quiet hours pass eleven times as fast.",
        DefaultValueFactory = _ => SchoolClock.UsualSpeed,
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        HelpName = "URL",
        Description = "Where the page is served; port 0 takes a free one.",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

    private static readonly Option<bool> Keep = new("--keep") { Description = "Keep the database when the demo ends, and say where it is." };

    public static Command Create()
    {
        var command = new Command(
            "demo",
            "Show a whole school day in the browser: a made-up county with its families, on an accelerated clock. Needs no token and no network.")
        {
            Speed, Urls, Keep,
        };
        Speed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 1 and <= 3600))
                result.AddError("--speed must be a number from 1 (real time) to 3600 (an hour a second).");
        });
        Urls.Validators.Add(result =>
        {
            if (!Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out var url) || url.Scheme != "http" || url.PathAndQuery != "/")
                result.AddError("--urls must be an address such as http://127.0.0.1:5080.");
        });
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Console.CancelKeyPress += (_, press) =>
        {
            // The program ends by itself, so that nothing is left behind.
            press.Cancel = true;
            ending.Cancel();
        };
        using var terminated = System.Runtime.InteropServices.PosixSignalRegistration.Create(
            System.Runtime.InteropServices.PosixSignal.SIGTERM,
            signal =>
            {
                signal.Cancel = true;
                ending.Cancel();
            });

        var folder = Directory.CreateTempSubdirectory("checkinbot-demo-").FullName;
        try
        {
            return await Play(commandLine, folder, ending.Token);
        }
        finally
        {
            if (commandLine.GetValue(Keep)) await Console.Out.WriteLineAsync($"The database is kept in {folder}");
            else Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> Play(ParseResult commandLine, string folder, CancellationToken cancellationToken)
    {
        var urls = commandLine.GetValue(Urls)!;
        var options = new DemoOptions
        {
            Urls = urls,
            Speed = commandLine.GetValue(Speed),
            Day = DemoOptions.MondayFrom(DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date)),
            Folder = folder,
            Settings = DemoSettings.Checked(ConfigurationSources.Given(commandLine)),
        };
        try
        {
            await Console.Out.WriteLineAsync("Starting: importing the roster, linking the families …");
            await using var session = await DemoSession.Start(options, cancellationToken);
            var console = new DemoConsole(session, Console.Out);
            await console.Welcome();
            session.LetTheDayBegin();
            await console.Follow(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Out.WriteLineAsync("The demo has ended.");
        }
        catch (Exception fault) when (ListenFault.Explain(fault, urls, $"choose another one, as in: demo --urls http://127.0.0.1:{NextPort(urls)}") is { } line)
        {
            throw new ProgramFault(line, fault);
        }

        return 0;
    }

    // Above those that are for root alone.
    private static string NextPort(string urls) =>
        (new Uri(urls).Port is >= 1024 and < 65535 and var port ? port + 1 : 5081).ToString(CultureInfo.InvariantCulture);
}
