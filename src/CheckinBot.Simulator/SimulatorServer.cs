using CheckinBot.Simulator.BotApi;
using CheckinBot.Simulator.BotApi.Lines;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.PageApi;
using CheckinBot.Simulator.Visits;
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

    private readonly WebApplication _app;
    private readonly BotLines _lines;

    private SimulatorServer(WebApplication app, World world, BotLines lines)
    {
        (_app, _lines, World) = (app, lines, world);
        BaseUrl = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    /// <summary>Scheme, host and port without a slash at the end: what a bot takes instead of https://api.telegram.org.</summary>
    public string BaseUrl { get; }

    public World World { get; }

    /// <summary>How many updates wait for all bots together.</summary>
    public int PendingUpdates => _lines.Pending;

    /// <exception cref="IOException">The address is in use.</exception>
    public static async Task<SimulatorServer> StartAsync(SimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SimulatorOptions();
        var world = new World(options.TimeProvider, options.EphemeralSupported) { RichSupported = options.RichSupported };
        var lines = new BotLines(options.Limits, options.TimeProvider, options.WebhookPatience);
        world.BotIsTold += lines.Tell;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, OwnersLifetime>();
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestBody);
        var app = builder.Build();
        BotApiEndpoint.Use(app, world, lines);
        PageFiles.Map(app);
        PageEndpoints.Map(app, world, new PageOffers(options.Clock, options.Guide, options.VisitorActs));
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        return new SimulatorServer(app, world, lines);
    }

    // Ctrl-C and SIGTERM belong to the program that started the simulator, which disposes it when it is done.
    private sealed class OwnersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _lines.Dispose();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(soon.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }
}
