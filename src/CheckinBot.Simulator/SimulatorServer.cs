using CheckinBot.Simulator.BotApi;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.PageApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Simulator;

/// <summary>A Bot API server with its chat page, on a port of this machine, until disposed.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    // A document of 50 MB and the other fields of its form.
    private const long LargestBody = 55L << 20;

    private readonly WebApplication app;

    private SimulatorServer(WebApplication app, World world)
    {
        this.app = app;
        World = world;
        BaseUrl = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    /// <summary>Scheme, host and port without a slash at the end: what a bot takes instead of https://api.telegram.org.</summary>
    public string BaseUrl { get; }

    public World World { get; }

    /// <exception cref="IOException">The address is in use.</exception>
    public static async Task<SimulatorServer> StartAsync(SimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SimulatorOptions();
        var world = new World(options.TimeProvider, options.Limits, options.EphemeralSupported) { RichSupported = options.RichSupported };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, OwnersLifetime>();
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestBody);
        var app = builder.Build();
        BotApiEndpoint.Use(app, world);
        PageFiles.Map(app);
        PageEndpoints.Map(app, world, options);
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        return new SimulatorServer(app, world);
    }

    // Ctrl-C and SIGTERM belong to the program that started the simulator, which disposes it when it is done.
    private sealed class OwnersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        World.StopWebhooks();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(soon.Token).ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
    }
}
