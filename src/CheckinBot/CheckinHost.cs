using CheckinBot.Alerts;
using CheckinBot.Configuration;
using CheckinBot.Faults;
using CheckinBot.Forms;
using CheckinBot.Http;
using CheckinBot.Jobs;
using CheckinBot.Receiving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot;

/// <summary>Composes the worker. <c>run</c>, <c>demo</c> and the end-to-end tests start the same one.</summary>
public static class CheckinHost
{
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

        builder.Services.AddSingleton(time ?? TimeProvider.System);
        AddSettings(builder.Services, settings);
        builder.Services.AddHttp();
        builder.Services.AddStorage();
        builder.Services.AddConversations();
        builder.Services.AddSending();
        // After sending, so that it stops before it: no update is taken that could not be answered any more.
        builder.Services.AddReceiving();
        builder.Services.AddAlerts();
        // After receiving: nobody who writes waits for the schedule to start.
        builder.Services.AddJobs(settings.Storage, time ?? TimeProvider.System);
        configure?.Invoke(builder);

        var app = builder.Build();
        quiet.EndsWith(app.Lifetime);
        app.UseRouting();
        app.MapHealth();
        app.MapMetrics();
        WebhookEndpoint.Map(app);
        return app;
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 1 << 20;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
    }

    private static void AddLogging(ILoggingBuilder logging, IConfiguration? configuration, QuietStart quiet)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Quartz", LogLevel.Warning);
        if (!QuietStart.WantsTraces(configuration)) quiet.Silence(logging);
        if (configuration is not null) logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        });
    }

    private static void AddSettings(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Telegram);
        services.AddSingleton(settings.Storage);
        services.AddSingleton(settings.Http);
        services.AddSingleton(settings.SchoolDay);
        services.AddSingleton(settings.Rules);
        services.AddSingleton(settings.Privacy);
        services.AddSingleton(settings.Invitations);
        services.AddSingleton(FormCatalog.Load(settings.Forms));
    }
}
