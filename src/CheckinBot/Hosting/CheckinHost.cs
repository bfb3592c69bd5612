using CheckinBot.Alerts;
using CheckinBot.Background;
using CheckinBot.Bots;
using CheckinBot.Cards;
using CheckinBot.Configuration;
using CheckinBot.Conversations;
using CheckinBot.Databases;
using CheckinBot.Delivered;
using CheckinBot.Digests;
using CheckinBot.Faults;
using CheckinBot.Files;
using CheckinBot.Http;
using CheckinBot.Jobs;
using CheckinBot.LocalSettings;
using CheckinBot.Metrics;
using CheckinBot.Notices;
using CheckinBot.Receiving;
using CheckinBot.Requests;
using CheckinBot.Rosters;
using CheckinBot.Sending;
using CheckinBot.Signatures;
using CheckinBot.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace CheckinBot.Hosting;

/// <summary>Composes the worker. <c>run</c>, <c>demo</c> and the end-to-end tests start the same one.</summary>
public static class CheckinHost
{
    /// <summary>The key, .NET's own, by which logs are written as JSON: <c>json</c>.</summary>
    private const string LogFormat = "Logging:Console:FormatterName";

    /// <summary>The worker, ready to start.</summary>
    /// <param name="settings">The checked configuration.</param>
    /// <param name="configuration">The raw configuration, for the log levels of its <c>Logging</c> section; may be null.</param>
    /// <param name="time">The clock that everything obeys; the system's by default.</param>
    /// <param name="configure">What a caller adds or replaces.</param>
    public static WebApplication Build(
        Settings settings, IConfiguration? configuration = null, TimeProvider? time = null, Action<WebApplicationBuilder>? configure = null)
    {
        // An empty builder: no file watchers, no second reading of the environment, a faster start.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Limit);
        builder.WebHost.UseUrls(settings.Http.Urls);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(8));
        var quiet = new QuietStart();
        AddLogging(builder.Logging, configuration, quiet);

        var clock = time ?? TimeProvider.System;
        builder.Services.AddSingleton(clock);
        AddRooms(builder.Services, settings, clock);
        configure?.Invoke(builder);

        var app = builder.Build();
        quiet.EndsWith(app.Lifetime);
        app.UseRouting();
        app.MapHealth();
        app.MapMetrics();
        WebhookEndpoint.Map(app);
        return app;
    }

    // Hosted services start in this order and stop in the opposite one.
    private static void AddRooms(IServiceCollection services, Settings settings, TimeProvider time)
    {
        services.AddConfiguration(settings);
        services.AddBotMetrics();
        services.AddHttp();
        services.AddDatabase();
        services.AddLocalSettings();
        services.AddBackgroundWork();
        services.AddWorker();
        services.AddBot();
        services.AddDigests();
        services.AddFiles();
        services.AddRosters();
        services.AddNotices();
        services.AddConversations();
        services.AddSending();
        services.AddCards();
        services.AddDelivered();
        // After sending, so that it stops before it: no update is taken that could not be answered any more.
        services.AddReceiving();
        services.AddAlerts();
        services.AddSignatures();
        // After receiving: nobody who writes waits for the schedule to start.
        services.AddJobs(settings.Storage, time);
        services.AddRequests();
        services.AddDigestWarmUp();
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 1 << 20;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
        // Nobody holds a connection open by writing slowly; for bodies that is Kestrel's own: 240 bytes a second after 5 s.
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    }

    private static void AddLogging(ILoggingBuilder logging, IConfiguration? configuration, QuietStart quiet)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Quartz", LogLevel.Warning);
        if (!QuietStart.WantsTraces(configuration)) quiet.Silence(logging);
        if (configuration is not null) logging.AddConfiguration(configuration.GetSection("Logging"));
        // For people on one line, or for a collector as JSON; in both with the update that was being handled.
        if (configuration?[LogFormat] == ConsoleFormatterNames.Json) logging.AddJsonConsole(Shape);
        else logging.AddSimpleConsole(console => { console.SingleLine = true; Shape(console); });
    }

    private static void Shape(ConsoleFormatterOptions console)
    {
        console.IncludeScopes = true;
        console.UseUtcTimestamp = true;
        console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
    }
}
