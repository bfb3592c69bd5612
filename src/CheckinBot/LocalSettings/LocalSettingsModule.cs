using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.LocalSettings;

/// <summary>Registers what holds in each unit.</summary>
internal static class LocalSettingsModule
{
    public static void AddLocalSettings(this IServiceCollection services)
    {
        services.AddSingleton<UnitRulesLoader>();
    }
}
