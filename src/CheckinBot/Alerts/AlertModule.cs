using CheckinBot.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Alerts;

/// <summary>Registers the rules that fire.</summary>
internal static class AlertModule
{
    public static void AddAlerts(this IServiceCollection services)
    {
        services.AddSingleton<AlertBoard>();
        services.AddSingleton<AlertReaders>();
        services.AddSingleton<AlertDelivery>();
        services.AddSingleton<RuleJudge>();
        services.AddSingleton<ICallFollower, AlertArrivals>();
        services.AddSingleton<AlertRounds>();
        services.AddHostedService(provider => provider.GetRequiredService<AlertRounds>());
    }
}
