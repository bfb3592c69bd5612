using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Metrics;

/// <summary>Registers what is measured.</summary>
internal static class MetricsModule
{
    public static void AddBotMetrics(this IServiceCollection services)
    {
        services.AddSingleton<PrometheusExport>();
        services.AddSingleton<BotMetrics>();
    }
}
