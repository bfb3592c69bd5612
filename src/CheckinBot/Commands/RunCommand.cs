using System.CommandLine;
using CheckinBot.Configuration;
using CheckinBot.Hosting;
using CheckinBot.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CheckinBot.Commands;

/// <summary>The hosted worker: receives, answers, reminds, sends digests.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var command = new Command("run", "Run the worker: receive, answer, remind, send digests (the default).");
        command.SetAction(Run);
        return command;
    }

    public static async Task<int> Run(ParseResult commandLine, CancellationToken cancellationToken)
    {
        var configuration = ConfigurationSources.Build(commandLine);
        var settings = Settings.Read(configuration);
        if (settings.Telegram.BotToken is null)
        {
            throw new BadConfigurationException(
                "Telegram:BotToken is not set: talk to @BotFather in Telegram, send /newbot, and set the token it gives as Telegram__BotToken=… "
                + "or in appsettings.json (or try: CheckinBot demo)");
        }

        await using var host = CheckinHost.Build(settings, configuration, configure: builder => builder.Services.AddSingleton<IHostLifetime, StopSignals>());
        var readiness = host.Services.GetRequiredService<Readiness>();
        await ((IHost)host).RunAsync(cancellationToken);
        return readiness.FatalFault is null ? 0 : CommandLine.Failed;
    }
}
